/** The stamps of a window: what they would like to write, and how what found room is drawn. */

import type { Counts, Entry, Interval } from '#/scenarios';
import { cx } from '#/ui';
import type { Frame, Lanes } from '../tape/frame';
import type { LabelWish, Spot } from '../tape/place-labels';
import type { StampPlan } from '../tape/stamp-layer';
import { Badge, type Clock, Strip } from './Badges';
import { type IntervalBar, intervalBars } from './bars';
import { IntervalBars } from './IntervalBars';
import { type Moment, momentsOf } from './moments';
import styles from './Stamps.module.css';
import { monoWidth, slotWidths, stampSpots } from './spots';
import type { Stamp } from './stamping';
import { badgeTexts, breadthTexts, slotsOf, slotTexts } from './texts';

/** More moments than this in one window could not be read. */
export const MOST_MOMENTS = 300;

/** Why there are no stamps, where one looks for them. */
function without(reason: string, frame: Frame): StampPlan {
  const note = (
    <text className={styles.breadth} x={frame.left + 6} y={16} data-part="no-stamps">
      {reason}
    </text>
  );
  return { wishes: [], taken: [], under: () => null, over: () => note };
}

const keyOf = (moment: Moment): string => `s${moment.entry}`;

function wishOf(moment: Moment, frame: Frame, { kind, scenario }: Clock): LabelWish {
  const common = {
    key: keyOf(moment),
    hue: 'ink',
    entry: moment.entry,
    weight: moment.matters ? 58 : 48,
  } as const;
  if (kind === 'vector') {
    const texts = slotTexts(moment.last as Counts, slotsOf(moment.last as Counts, scenario));
    const width = slotWidths(texts).reduce((sum, one) => sum + one, 0);
    return { ...common, spots: stampSpots(moment, frame, texts.join(' '), width) };
  }
  const texts = badgeTexts(kind, moment.first, moment.last);
  return { ...common, spots: texts.flatMap((text) => stampSpots(moment, frame, text, monoWidth(text) + 9)) };
}

/** More than this many stamps side by side at one place of a lane find no room, in whatever row. */
const MOST_AT_ONE_PLACE = 4;
/** As narrow as a stamp gets, in pixels. */
const NARROW = 22;

/** Leaves out moments where a lane is too full to write at each, those of messages and calls last. */
function thinned(moments: readonly Moment[]): readonly Moment[] {
  const full = new Map<string, number>();
  const kept = new Set<Moment>();
  for (const matters of [true, false]) {
    for (const moment of moments) {
      if (moment.matters !== matters) continue;
      const place = `${moment.lane.id} ${Math.floor(moment.x / NARROW)}`;
      const there = full.get(place) ?? 0;
      if (there >= MOST_AT_ONE_PLACE) continue;
      full.set(place, there + 1);
      kept.add(moment);
    }
  }
  return moments.filter((moment) => kept.has(moment));
}

/** A bar has its words at its end, one that misses true time at its moment too. What has just been said is not repeated. */
function barWishes(bars: readonly IntervalBar[]): LabelWish[] {
  const said = new Map<string, string>();
  return bars.flatMap(({ moment, x1, x2, y, true: holds }): LabelWish[] => {
    const texts = breadthTexts(moment.last as Interval, moment.at);
    const [whole = ''] = texts;
    if (said.get(moment.lane.id) === whole) return [];
    said.set(moment.lane.id, whole);
    const below = moment.lane.y + 24;
    const spots = texts.flatMap((text): Spot[] => [
      { text, x: Math.max(x2, x1 + 4) + 5, y: y + 5, anchor: 'start' },
      { text, x: (x1 + x2) / 2, y: y + 17, anchor: 'middle' },
      { text, x: x1 - 5, y: y + 5, anchor: 'end' },
      ...(holds
        ? []
        : [below, below + 16].map((at): Spot => ({ text, x: moment.x, y: at, anchor: 'middle' }))),
    ]);
    return [
      { key: keyOf(moment), hue: holds ? 'ink-2' : 'vermilion', entry: moment.entry, weight: 58, spots },
    ];
  });
}

export function planOf(
  clock: Clock,
  trace: readonly Entry[],
  frame: Frame,
  lanes: Lanes,
  crowded = false,
): StampPlan {
  if (crowded) return without('Closer, there is room for stamps.', frame);
  const stamps: readonly (Stamp | null)[] | null = clock.stamping.of(clock.kind, trace);
  if (stamps === null) {
    return trace.length === 0 ? without('', frame) : without('Too long a run to be stamped.', frame);
  }
  const moments = momentsOf(trace, stamps, frame, lanes);
  if (moments.length > MOST_MOMENTS) return without('Closer, there is room for stamps.', frame);
  const bars = clock.kind === 'interval' ? intervalBars(moments, frame) : [];
  const wishes =
    clock.kind === 'interval'
      ? barWishes(bars)
      : thinned(moments).map((moment) => wishOf(moment, frame, clock));
  const byKey = new Map(moments.map((moment) => [keyOf(moment), moment]));
  return {
    wishes,
    taken: bars.map(({ x1, x2, y }) => ({ x: x1 - 1, y: y - 3, width: Math.max(2, x2 - x1) + 2, height: 6 })),
    under: (relationOf) => <IntervalBars bars={bars} relationOf={relationOf} />,
    over: (placed, relationOf) =>
      placed.map((label) => {
        const moment = byKey.get(label.key);
        if (!moment) return null;
        const relation = relationOf(moment.entry);
        const of = { moment, placed: label, className: cx(styles.stamp, relation && styles[relation]) };
        if (clock.kind === 'interval') {
          return (
            <text
              key={label.key}
              className={cx(styles.breadth, styles[label.hue])}
              x={label.x}
              y={label.y}
              textAnchor={label.anchor}
            >
              {label.text}
            </text>
          );
        }
        return clock.kind === 'vector' ? (
          <Strip key={label.key} {...of} clock={clock} />
        ) : (
          <Badge key={label.key} {...of} />
        );
      }),
  };
}
