/** The rules of each clock by hand, and the invariants that its authors proved of it, on random executions. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Hybrid, hybridClock } from './hybrid';
import { lamportClock, lamportTotal } from './lamport';
import type { LogicalClock } from './rules';
import { changedSlots, concurrent, vectorClock } from './vector';

const [A, B] = [
  { node: 'A', wall: 10 },
  { node: 'B', wall: 4 },
];

describe('lamport', () => {
  it('counts, and jumps past what it hears', () => {
    const sent = lamportClock.send(lamportClock.local(0, A), A);
    expect([sent, lamportClock.receive(0, sent, B), lamportClock.receive(7, sent, B)]).toEqual([2, 3, 8]);
  });
  it('orders all events once names break ties', () => {
    const [a, b] = [
      { stamp: 2, node: 'A' },
      { stamp: 2, node: 'B' },
    ];
    expect([lamportTotal(a, b), lamportTotal(b, a), lamportTotal(a, a)]).toEqual([-1, 1, 0]);
    expect(lamportTotal({ stamp: 3, node: 'A' }, b)).toBe(1);
  });
});

describe('vector', () => {
  it('counts its own events and learns of the others', () => {
    const sent = vectorClock.send(vectorClock.init(['A', 'B']), A);
    const received = vectorClock.receive({ A: 0, B: 5 }, sent, B);
    expect([sent, received]).toEqual([
      { A: 1, B: 0 },
      { A: 1, B: 6 },
    ]);
    expect(changedSlots({ A: 0, B: 5 }, received)).toEqual(['A', 'B']);
  });
  it('takes a node that is not named for one of which nothing is known', () => {
    expect(vectorClock.compare({ A: 1 }, { A: 1, B: 0 })).toBe(0);
    expect(vectorClock.compare({ A: 1 }, { B: 1 })).toBe(null);
    expect([concurrent({ A: 1 }, { B: 1 }), concurrent({ A: 1 }, { A: 1, B: 1 })]).toEqual([true, false]);
  });
  it.each(['constructor', '__proto__', '7'])('counts a node called %s like any other', (node) => {
    const one = vectorClock.local(vectorClock.init(['A', node]), { node, wall: 0 });
    const two = vectorClock.receive(vectorClock.init([]), one, { node, wall: 0 });
    expect([Object.entries(one), Object.entries(two)]).toEqual([
      expect.arrayContaining([[node, 1]]),
      expect.arrayContaining([[node, 2]]),
    ]);
  });
});

describe('hybrid', () => {
  it('takes each branch of figure 5', () => {
    const at = (wall: number) => ({ node: 'A', wall });
    const own: Hybrid = { l: 10, c: 2 };
    expect(hybridClock.local(own, at(9))).toEqual({ l: 10, c: 3 });
    expect(hybridClock.send(own, at(10))).toEqual({ l: 10, c: 3 });
    expect(hybridClock.local(own, at(11))).toEqual({ l: 11, c: 0 });
    // All three agree; the node's own is ahead; the message is; the physical clock is.
    expect(hybridClock.receive(own, { l: 10, c: 6 }, at(3))).toEqual({ l: 10, c: 7 });
    expect(hybridClock.receive(own, { l: 10, c: 1 }, at(10))).toEqual({ l: 10, c: 3 });
    expect(hybridClock.receive(own, { l: 9, c: 6 }, at(3))).toEqual({ l: 10, c: 3 });
    expect(hybridClock.receive(own, { l: 12, c: 6 }, at(12))).toEqual({ l: 12, c: 7 });
    expect(hybridClock.receive(own, { l: 12, c: 6 }, at(13))).toEqual({ l: 13, c: 0 });
  });
  it('carries the largest time heard of through nodes whose clocks are behind', () => {
    const first = hybridClock.send(hybridClock.init([]), { node: '0', wall: 10 });
    const second = hybridClock.receive(hybridClock.init([]), first, { node: '1', wall: 1 });
    const third = hybridClock.send(second, { node: '1', wall: 2 });
    const fourth = hybridClock.receive(hybridClock.init([]), third, { node: '2', wall: 2 });
    expect([first, second, third, fourth]).toEqual([
      { l: 10, c: 0 },
      { l: 10, c: 1 },
      { l: 10, c: 2 },
      { l: 10, c: 3 },
    ]);
    expect(hybridClock.local(second, { node: '1', wall: 13 })).toEqual({ l: 13, c: 0 });
  });
});

/** One event after the other: who, what it receives if anything, and how far true time has moved on. */
const plans = fc.array(
  fc.record({ node: fc.nat(3), hears: fc.option(fc.nat(60), { nil: null }), passes: fc.nat(3) }),
  { maxLength: 60 },
);
const offsets = fc.array(fc.nat(12), { minLength: 4, maxLength: 4 });

interface Event<S> {
  readonly node: string;
  readonly wall: number;
  readonly stamp: S;
  /** The events before it, by index. */
  readonly past: ReadonlySet<number>;
}

/** Each node's clock ticks between its events if `ticks`; else its first reading is its last. */
function execute<S>(
  clock: LogicalClock<S>,
  plan: readonly { node: number; hears: number | null; passes: number }[],
  ahead: readonly number[],
  ticks = true,
): Event<S>[] {
  const events: Event<S>[] = [];
  const lastAt = new Map<string, number>();
  // No clock starts with its first event: the stamp before it, (0, 0), is nobody's.
  let now = 1;
  for (const { node: n, hears, passes } of plan) {
    const node = 'abcd'[n] as string;
    const previous = lastAt.get(node);
    // Somebody else may act at the same moment; a node acts once in each.
    now +=
      ticks && events[previous ?? -1]?.wall === now + (ahead[n] as number) ? passes + 1 : ticks ? passes : 0;
    const place = { node, wall: now + (ahead[n] as number) };
    const own = previous === undefined ? clock.init([...'abcd']) : (events[previous] as Event<S>).stamp;
    const from = hears !== null && hears < events.length ? (events[hears] as Event<S>) : null;
    const heard = from !== null && from.node !== node ? hears : null;
    const causes = [previous, heard].filter((i) => i !== undefined && i !== null);
    const past = new Set(causes.flatMap((i) => [i, ...(events[i]?.past ?? [])]));
    const stamp =
      heard === null ? clock.local(own, place) : clock.receive(own, (from as Event<S>).stamp, place);
    lastAt.set(node, events.push({ node, wall: place.wall, stamp, past }) - 1);
  }
  return events;
}

/** What is wrong with some pair of events, or an empty text: one assertion for thousands of pairs. */
function wrongPair<S>(events: readonly Event<S>[], fits: (a: S, b: S, isBefore: boolean) => boolean): string {
  for (const [j, b] of events.entries()) {
    for (const [i, a] of events.entries()) {
      if (i !== j && !fits(a.stamp, b.stamp, b.past.has(i))) return `events ${i} and ${j}`;
    }
  }
  return '';
}

const exact = [0, 0, 0, 0];

describe('on any execution', () => {
  it('a Lamport stamp grows along causes', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const events = execute(lamportClock, plan, exact);
        expect(wrongPair(events, (a, b, isBefore) => !isBefore || a < b)).toBe('');
      }),
    );
  });
  it('and the converse fails', () => {
    const plan = [0, 1, 1].map((node) => ({ node, hears: null, passes: 1 }));
    const [a, , b] = execute(lamportClock, plan, exact);
    expect([(a?.stamp as number) < (b?.stamp as number), b?.past.has(0)]).toEqual([true, false]);
  });
  it('a vector is smaller exactly when its event came before', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const events = execute(vectorClock, plan, exact);
        expect(wrongPair(events, (a, b, isBefore) => (vectorClock.compare(a, b) === -1) === isBefore)).toBe(
          '',
        );
      }),
    );
  });
  it('a hybrid stamp grows along causes, and keeps within ε of physical time', () => {
    fc.assert(
      fc.property(plans, offsets, (plan, ahead) => {
        const events = execute(hybridClock, plan, ahead);
        const epsilon = Math.max(...ahead) - Math.min(...ahead);
        for (const { wall, stamp } of events) {
          expect(stamp.l).toBeGreaterThanOrEqual(wall);
          expect(stamp.l - wall).toBeLessThanOrEqual(epsilon);
        }
        expect(wrongPair(events, (a, b, isBefore) => !isBefore || hybridClock.compare(a, b) === -1)).toBe('');
      }),
    );
  });
  it('its c counts no more events than came before with the same l, and at most N (ε + 1)', () => {
    fc.assert(
      fc.property(plans, offsets, (plan, ahead) => {
        const events = execute(hybridClock, plan, ahead);
        const epsilon = Math.max(...ahead) - Math.min(...ahead);
        for (const { stamp, past } of events) {
          const alike = [...past].filter((i) => events[i]?.stamp.l === stamp.l).length;
          expect(stamp.c).toBeLessThanOrEqual(alike);
          expect(stamp.c).toBeLessThanOrEqual(4 * (epsilon + 1));
        }
      }),
      { numRuns: 300 },
    );
  });
  it('its c grows without bound where no clock ticks', () => {
    const still = Array.from({ length: 300 }, () => ({ node: 0, hears: null, passes: 0 }));
    const events = execute(hybridClock, still, [5, 5, 5, 5], false);
    expect(events.at(-1)?.stamp).toEqual({ l: 6, c: 299 });
  });
  it('and what is wrong with a pair would be seen', () => {
    const plan = [0, 0].map((node) => ({ node, hears: null, passes: 1 }));
    expect(wrongPair(execute(lamportClock, plan, exact), (a, b, isBefore) => !isBefore || a > b)).toBe(
      'events 0 and 1',
    );
  });
});
