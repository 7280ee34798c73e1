/** What the tape would like to write next to what it draws, in order of importance. */

import type { Entry, Scenario } from '#/scenarios';
import { entryOf } from '../run';
import { kindShort, kindWords, label, linksShort, timeText } from '../words';
import type { Arrow, XY } from './arrows';
import type { Frame } from './frame';
import { operationText } from './operations';
import type { LabelWish, Spot } from './place-labels';
import {
  CALL_HEIGHT,
  type CallBar,
  type CutBand,
  cutNeedsNames,
  type LaneRun,
  type MarkAt,
  type TimerBar,
} from './spans';
import { LABEL_SIZE, textWidth } from './text-width';

/** Shorter lines than this, in pixels, are not named. */
const LEAST_LINE = 26;

const spot = (text: string, x: number, y: number, anchor: Spot['anchor'] = 'start'): Spot => ({
  text,
  x,
  y,
  anchor,
});

function beside(text: string, from: XY, to: XY): Spot[] {
  const along = (f: number): XY => [from[0] + (to[0] - from[0]) * f, from[1] + (to[1] - from[1]) * f];
  const steep = Math.abs(to[1] - from[1]) > 0.8 * Math.abs(to[0] - from[0]);
  const reach = 8 + (steep ? 0 : 6);
  return [0.5, 0.35, 0.65].flatMap((f) => {
    const [x, y] = along(f);
    return [spot(text, x + reach, y + 1), spot(text, x - reach, y + 9, 'end')];
  });
}

const LOST: Readonly<Record<string, string>> = {
  lost: 'lost',
  cut: 'lost',
  'queue full': 'queue full',
  'receiver down': 'nobody there',
  'dropped by hand': 'dropped',
};

export function arrowWishes(arrows: readonly Arrow[], scenario: Scenario): LabelWish[] {
  const wishes: LabelWish[] = [];
  for (const { entry, journey, points, status, shape } of arrows) {
    const from = points[0] as XY;
    const to = points.at(-1) as XY;
    const again = journey.copy > 0 ? ` ×${journey.copy + 1}` : journey.nth > 1 ? ` ${journey.nth}` : '';
    const hue = shape === 'square' ? 'teal' : 'ink-2';
    if (status !== 'moving' && Math.abs(to[1] - from[1]) > LEAST_LINE) {
      const texts = [
        `${kindWords(scenario, journey.kind)}${again}`,
        `${kindShort(scenario, journey.kind)}${again}`,
      ];
      wishes.push({
        key: `m${entry}`,
        hue,
        entry,
        weight: 50,
        spots: texts.flatMap((t) => beside(t, from, to)),
      });
    }
    if (status === 'dropped' && journey.end) {
      const text = LOST[journey.end.how] ?? 'lost';
      const [x, y] = to;
      const spots = [
        spot(text, x + 11, y + 5),
        spot(text, x, y + 22, 'middle'),
        spot(text, x - 11, y + 5, 'end'),
      ];
      wishes.push({ key: `x${entry}`, hue: 'vermilion', entry, weight: 70, spots });
    }
    if (status === 'held') {
      wishes.push({
        key: `h${entry}`,
        hue: 'amber',
        entry,
        weight: 65,
        spots: [spot('held', to[0] + 4, to[1] - 12)],
      });
    }
  }
  return wishes;
}

/** "time-out of browser/1" is "time-out" on the browser's own lane. */
const timerWords = (name: string): string => name.replace(/ of \S+\/\d+$/, '').replace(/ \S+\/\d+$/, '');

export function timerWishes(timers: readonly TimerBar[], frame: Frame): LabelWish[] {
  return timers.map(({ entry, x1, x2, y, name, delayUs, dueX }) => {
    const left = Math.max(x1, frame.left);
    const room = (x2 ?? dueX ?? frame.right) - left;
    const texts = [`${timerWords(name)} ${timeText(delayUs)}`, timerWords(name)];
    const spots = texts
      .filter((t) => textWidth(t, LABEL_SIZE) < room + 60)
      .map((t) => spot(t, left + 1, y - 8));
    return { key: `t${entry}`, hue: 'amber', entry, weight: 40, spots };
  });
}

/** `shared` says that the calls are operations on a shared object: what came back counts, and a whole bar says "ok". */
export function callWishes(calls: readonly CallBar[], frame: Frame, shared: boolean): LabelWish[] {
  return calls.flatMap(({ entry, x1, x2, y, call, outcome }): LabelWish[] => {
    const left = Math.max(x1, frame.left);
    const what = operationText(call, shared && outcome === 'ok' ? (call.end?.seen ?? null) : null);
    const base = y + CALL_HEIGHT - 5;
    const wish = { key: `c${entry}`, entry, weight: 90, inside: true } as const;
    if (outcome === 'open') return [{ ...wish, hue: 'ink', spots: [spot(what, left + 7, base)] }];
    const room = (x2 ?? frame.right) - left - 12;
    const whole = shared && outcome === 'ok';
    const both = whole ? what : `${what}: ${outcome}`;
    const hue = outcome === 'ok' ? 'teal' : outcome === 'unknown' ? 'amber' : 'slate';
    if (textWidth(both, LABEL_SIZE) <= room) return [{ ...wish, hue, spots: [spot(both, left + 7, base)] }];
    const after = (x2 ?? left) + (outcome === 'unknown' ? 42 : 7);
    const apart = { ...wish, key: `o${entry}`, hue, inside: false } as const;
    if (textWidth(what, LABEL_SIZE) > room) {
      // Calls that follow one another closely leave no room between them: above and below there may be some.
      const least = whole ? what : outcome;
      const others = shared ? [spot(what, x1 - 4, y + CALL_HEIGHT + 13), spot(what, x1 - 4, y - 4)] : [];
      return [{ ...apart, spots: [spot(both, after, base), spot(least, after, base), ...others] }];
    }
    return [
      { ...wish, hue: 'ink', spots: [spot(what, left + 7, base)] },
      { ...apart, spots: [spot(outcome, after, base)] },
    ];
  });
}

export function bandWishes(bands: readonly CutBand[], frame: Frame, scenario: Scenario): LabelWish[] {
  return bands.map(({ entry, x1, y1, y2, cut }) => {
    const left = Math.max(x1, frame.left) + 8;
    const names = cutNeedsNames(scenario, cut) ? [`cut ${linksShort(scenario, cut.links)}`] : [];
    const middle = (y1 + y2) / 2;
    const spots = [...names, 'cut'].flatMap((t) => [
      spot(t, left, y2 - 14),
      spot(t, left, y1 + 24),
      spot(t, left, middle),
    ]);
    return { key: `b${entry}`, hue: 'plum', entry, weight: 80, spots };
  });
}

export function laneWishes(runs: readonly LaneRun[]): LabelWish[] {
  return runs.flatMap(({ entry, how, x1, y }): LabelWish[] =>
    how === 'running'
      ? []
      : [
          {
            key: `d${entry}`,
            hue: 'slate',
            entry,
            weight: 75,
            spots: [spot(how, x1 + 22, y - 8), spot(how, x1 + 22, y + 18)],
          },
        ],
  );
}

export function markWishes(
  marks: readonly MarkAt[],
  trace: readonly Entry[],
  scenario: Scenario,
): LabelWish[] {
  return marks.flatMap(({ entry, type, x, y }): LabelWish[] => {
    const told = entryOf(trace, entry);
    if (!told) return [];
    const key = `k${entry}`;
    if (told.type === 'persisted') {
      const spots = [spot(told.key, x + 9, y + 20), spot(told.key, x - 9, y + 20, 'end')];
      return [{ key, hue: 'ink-2', entry, weight: 45, spots }];
    }
    if (type !== 'clock changed' && type !== 'slowed') return [];
    return [{ key, hue: 'ink-2', entry, weight: 60, spots: [spot(label(told, scenario), x + 8, y + 20)] }];
  });
}
