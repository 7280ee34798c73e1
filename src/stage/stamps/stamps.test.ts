import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Player } from '#/player';
import {
  loadProtocol,
  type Scenario,
  type StampKind,
  scenarioLoaders,
  scenario as schema,
} from '#/scenarios';
import { drawingOf } from '../tape/drawing';
import { frameOf, lanesOf, leftOf, pageStart, usualLength } from '../tape/frame';
import { type Box, boxOf, meets } from '../tape/place-labels';
import { Story } from '../tape/story';
import { LABEL_SIZE } from '../tape/text-width';
import { stampKindNames } from './kinds';
import { firstAt, momentsOf } from './moments';
import { planOf } from './plan';
import { stampText } from './texts';

const store: Scenario = schema.parse(await scenarioLoaders['clock-store']?.());
const module = await loadProtocol('clock-store');
const ticker = { request: () => 1, cancel: () => {} };

async function at(ms: number, scenario = store) {
  const player = new Player({ scenario, module, ticker, opening: { atUs: ms * 1000 } });
  return { player, trace: player.trace(), view: player.view(), stamping: await player.stamps() };
}

function drawn(seen: Awaited<ReturnType<typeof at>>, kind: StampKind, ms: number, width = 640) {
  const { trace, view, stamping } = seen;
  const left = leftOf(store);
  const length = usualLength(store, width, left);
  const frame = frameOf(width, left, { from: pageStart(ms * 1000, length, false), length });
  const lanes = lanesOf(store, false, true);
  const clock = { kind, stamping, scenario: store };
  const stamps = { plan: () => planOf(clock, trace, frame, lanes) };
  const position = {
    story: new Story().readOn(trace),
    trace,
    messages: view.messages,
    nodes: view.nodes,
    stamps,
  };
  return { drawing: drawingOf(position, store, frame, lanes), frame, lanes };
}

const overlaps = (boxes: readonly Box[]): number =>
  boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => meets(a, b))).length;

describe('on the tape', () => {
  test('stamps and words never overlap, at any width, with any clock', async () => {
    for (const ms of [1_600, 1_850, 2_700]) {
      const seen = await at(ms);
      for (const kind of stampKindNames) {
        for (const width of [292, 480, 900]) {
          const { drawing } = drawn(seen, kind, ms, width);
          const all = [...drawing.labels, ...(drawing.stamps?.placed ?? [])];
          expect(overlaps(all.map((label) => boxOf(label, LABEL_SIZE)))).toBe(0);
        }
      }
    }
    expect(
      overlaps([
        { x: 0, y: 0, width: 9, height: 9 },
        { x: 5, y: 5, width: 9, height: 9 },
      ]),
    ).toBe(1);
  });

  test('there is room for most stamps, and for some on a phone', async () => {
    const seen = await at(1_850);
    for (const [kind, width, least] of [
      ['lamport', 640, 8],
      ['vector', 640, 6],
      ['lamport', 292, 4],
      ['vector', 292, 3],
    ] as const) {
      expect(drawn(seen, kind, 1_850, width).drawing.stamps?.placed.length).toBeGreaterThanOrEqual(least);
    }
  });

  test('only what is in the window is looked at', async () => {
    const { trace, stamping } = await at(3_000);
    const stamps = stamping.of('lamport', trace) ?? [];
    const window = { from: 1_500_000, length: 120_000 };
    const frame = frameOf(640, 60, window);
    const moments = momentsOf(trace, stamps, frame, lanesOf(store));
    expect(moments.length).toBeGreaterThan(3);
    for (const { at, x } of moments) {
      expect([at >= window.from && at <= window.from + window.length, x >= 60]).toEqual([true, true]);
    }
    expect(firstAt(trace, 0)).toBe(0);
    expect(firstAt(trace, 1_500_000)).toBe(trace.findIndex((e) => e.at >= 1_500_000));
    expect(firstAt(trace, 9e9)).toBe(trace.length);
  });

  test('what a node does at one moment is one stamp, from the first to the last of it', async () => {
    const { trace, stamping } = await at(1_505);
    const stamps = stamping.of('lamport', trace) ?? [];
    const moments = momentsOf(trace, stamps, frameOf(640, 60, { from: 0, length: 2e6 }), lanesOf(store));
    const call = moments.find((m) => m.at === 1_500_000);
    const own = trace.filter((e) => e.at === 1_500_000 && e.node === 'alice');
    expect(own.length).toBeGreaterThan(1);
    expect([call?.first, call?.last]).toEqual([stamps[own[0]?.id ?? 0], stamps[own.at(-1)?.id ?? 0]]);
    expect(moments.filter((m) => m.at === 1_500_000)).toHaveLength(1);
  });

  test('an interval is drawn where it lies, and marked where true time is not in it', async () => {
    const promised = { ...store, uncertainty: { boundUs: 50_000, driftPpm: 0 } };
    for (const [scenario, missed] of [
      [promised, true],
      [store, false],
    ] as const) {
      const { trace, stamping } = await at(1_700, scenario);
      const lie = trace.find((e) => e.node === 'B' && e.type === 'delivered');
      const stamp = lie && stamping.of('interval', trace)?.[lie.id];
      const words = lie && stamp ? stampText('interval', stamp, null, lie.at, store, stamping.changed) : '';
      expect(/true time is not in it/.test(words)).toBe(missed);
    }
  });
});

describe('where there can be none', () => {
  const html = (node: unknown) => renderToStaticMarkup(node as never);
  test('the tape says why', async () => {
    const { trace, stamping } = await at(2_700);
    const [frame, lanes] = [frameOf(640, 60, { from: 0, length: 3e6 }), lanesOf(store)];
    const plan = (of: typeof trace, crowded = false) =>
      planOf({ kind: 'lamport', stamping, scenario: store }, of, frame, lanes, crowded);
    const relation = () => null;
    expect(html(plan(trace, true).over([], relation))).toMatch(/Closer/);
    expect(html(plan(trace.slice(3)).over([], relation))).toMatch(/Too long/);
    expect(plan(trace).wishes.length).toBeGreaterThan(5);
    expect(html(plan(trace).over([], relation))).toBe('');
  });
});

describe('in words', () => {
  const changed = (before: object, after: object) =>
    Object.keys(after).filter((id) => (before as never)[id] !== (after as never)[id]);
  const say = (kind: StampKind, stamp: unknown, before: unknown = null) =>
    stampText(kind, stamp as never, before as never, 1_500, store, changed as never);
  test('each kind is whole', () => {
    expect(say('lamport', 7)).toBe('7');
    expect(say('vector', { A: 2, B: 0, time: 1 }, { A: 1, B: 0, time: 1 })).toBe('A 1 → 2, time server 1');
    expect(say('hlc', { l: 1_500_000, c: 0 })).toBe('1,500 ms');
    expect(say('hlc', { l: 1_500_000, c: 2 })).toBe('1,500 ms + 2');
    expect(say('interval', { earliest: 1_000, latest: 2_000 })).toBe('1 ms to 2 ms');
    expect(say('interval', { earliest: 2_000, latest: 3_000 })).toMatch(/not in it$/);
  });
});
