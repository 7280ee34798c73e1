/** A recording that keeps only the end of its traces shows the same run, wherever one looks and whatever one does. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { future, past } from './causes';
import { Column } from './column';
import type { Fold } from './fold';
import { entriesTo, entryOf, firstId, isLandmark } from './kept';
import type { Role } from './protocol';
import { Recording, type RecordingOptions } from './recording';
import { commandFor, momentFor, type Play } from './testing/interventions';
import { ring, ringConfig } from './testing/ring';
import type { Entry } from './trace';

vi.setConfig({ testTimeout: 60_000 });

/** How often each type has happened, and a word on the order. */
interface Tally {
  counts: Record<string, number>;
  word: number;
  last: number;
}
const tally: Fold<Tally> = {
  begin: () => ({ counts: {}, word: 7, last: -1 }),
  take(state, { id, type, at }) {
    if (id !== state.last + 1) throw new Error(`Entry ${id} was taken after ${state.last}.`);
    state.last = id;
    state.counts[type] = (state.counts[type] ?? 0) + 1;
    state.word = Math.imul(state.word ^ at, 16777619);
  },
  copy: (state) => ({ ...state, counts: { ...state.counts } }),
};
const folded = (entries: readonly Entry[]): Tally => {
  const state = tally.begin();
  for (const entry of entries) tally.take(state, entry);
  return state;
};

interface Deed extends Play {
  readonly back: number;
  readonly undo: boolean;
}

/** Played with as a person would: going on, going back and doing something there, taking it back. */
function played(
  seed: number,
  deeds: readonly Deed[],
  options: RecordingOptions<Tally>,
  folds = true,
): Recording<Tally> {
  const recording = new Recording(ringConfig(seed, 4_000), ring, {
    ...options,
    ...(folds ? { fold: tally } : {}),
  });
  let id = 0;
  for (const deed of deeds) {
    recording.advance(id, undefined, deed.events);
    const index = Math.max(0, recording.frontier(id) - deed.back);
    if (deed.undo) {
      id = recording.without(id, index)?.branch ?? id;
      continue;
    }
    const now = recording.timeAt(id, index);
    const next = index < recording.frontier(id) ? recording.timeAt(id, index + 1) : recording.nextAt(id);
    const command = commandFor(recording.viewAt(id, index), ring, deed);
    const acted = recording.act(id, index, momentFor(now, next, deed), command);
    if (acted.refused === null) id = acted.branch;
  }
  recording.advance(id, undefined, 50);
  return recording;
}

const deeds = fc.array(
  fc.record({
    // Fewer in all than a loop without latency may have at one instant, which a command can make.
    events: fc.nat(900),
    verb: fc.nat(999),
    detail: fc.nat(1 << 30),
    back: fc.oneof(fc.constant(0), fc.nat(1_500)),
    undo: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
  }),
  { maxLength: 10 },
);
const looks = fc.array(fc.record({ branch: fc.nat(99), place: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  minLength: 4,
  maxLength: 16,
});

it.each([1, 50, 700])(
  'a window of %i entries changes nothing of a run but how much of it is kept',
  (window) => {
    fc.assert(
      fc.property(fc.integer(), deeds, looks, (seed, list, places) => {
        const whole = played(seed, list, {});
        const part = played(seed, list, { window });
        expect(part.branches.length).toBe(whole.branches.length);
        for (const { branch, place } of places) {
          const id = branch % whole.branches.length;
          expect(part.branch(id).trace.length).toBeLessThan(2 * window + 1);
          expect(part.frontier(id)).toBe(whole.frontier(id));
          const index = Math.floor(place * whole.frontier(id));
          expect(part.viewAt(id, index)).toEqual(whole.viewAt(id, index));
          expect(part.timeAt(id, index)).toBe(whole.timeAt(id, index));
          const all = whole.traceAt(id, index);
          const some = part.traceAt(id, index);
          expect(some.length).toBeGreaterThanOrEqual(Math.min(window, all.length));
          expect(some).toEqual(all.slice(firstId(some)));
          expect(entriesTo(some)).toBe(all.length);
          expect(part.landmarksAt(id, index)).toEqual(all.filter(isLandmark));
          expect(part.entriesOf(id, index)).toEqual(whole.entriesOf(id, index));
          expect(part.foldedAt(id, index)).toEqual(folded(all));
          expect(whole.foldedAt(id, index)).toEqual(folded(all));
        }
      }),
      { numRuns: 15 },
    );
  },
);

it('tells a run from its first entry on, kept or not, and stops when told to', () => {
  const whole = new Recording(ringConfig(3, 2_000), ring);
  const part = new Recording(ringConfig(3, 2_000), ring, { window: 100 });
  whole.advance(0);
  part.advance(0);
  const heard: Entry[] = [];
  part.tell(0, (entry) => {
    heard.push(entry);
    return heard.length === 1_234;
  });
  expect(heard).toEqual(whole.branch(0).trace.slice(0, 1_234));
  expect(firstId(part.branch(0).trace)).toBeGreaterThan(1_234);
});

it('tells the entries of an event that are more than are kept', () => {
  const whole = new Recording(ringConfig(3, 300), ring);
  const part = new Recording(ringConfig(3, 300), ring, { window: 1 });
  whole.advance(0);
  part.advance(0);
  const counts = Array.from({ length: 301 }, (_, index) => {
    const entries = part.entriesOf(0, index);
    expect(entries).toEqual(whole.entriesOf(0, index));
    return entries.length;
  });
  expect(Math.max(...counts)).toBeGreaterThan(2);
});

it('takes no entry twice at the frontier, however one looks about', () => {
  let taken = 0;
  const counting: Fold<Tally> = {
    ...tally,
    take(state, entry) {
      taken++;
      tally.take(state, entry);
    },
  };
  const recording = new Recording(ringConfig(4, 3_000), ring, { window: 60, fold: counting });
  for (let i = 0; i < 30; i++) {
    recording.advance(0, undefined, 100);
    recording.viewAt(0, 37 * i);
    recording.traceAt(0, 61 * i);
  }
  expect(taken).toBe(entriesTo(recording.branch(0).trace));
});

it('a fold that comes later is told what has happened, on every branch and at every checkpoint', () => {
  const list: Deed[] = [
    { events: 1_900, verb: 3, detail: 9, back: 0, undo: false },
    { events: 700, verb: 5, detail: 77, back: 900, undo: false },
    { events: 300, verb: 6, detail: 1, back: 0, undo: false },
  ];
  const early = played(8, list, { window: 40 });
  const late = played(8, list, { window: 40 }, false);
  expect(late.branches.length).toBeGreaterThan(1);
  expect(late.foldedAt(0, 100)).toBeNull();
  late.attach(tally);
  for (const { id } of early.branches) {
    late.advance(id, undefined, 33);
    early.advance(id, undefined, 33);
    for (const index of [0, 500, 1_500, early.frontier(id)])
      expect(late.foldedAt(id, index)).toEqual(early.foldedAt(id, index));
  }
});

it('a mistake leaves the fold where the run was before it', () => {
  const sound = new Recording(ringConfig(4, 3_000), ring, { fold: tally });
  sound.advance(0, undefined, 900);
  const until = sound.timeAt(0, 900);
  const player = ring.roles.player as Role;
  const failing: Role = {
    ...player,
    onMessage(ctx, state, message) {
      player.onMessage?.(ctx, state, message);
      if (ctx.monotonic() > until * 1.01) throw new Error('no further');
    },
  };
  const wrong = { ...ring, roles: { player: failing } };
  const recording = new Recording(ringConfig(4, 3_000), wrong, { window: 60, fold: tally });
  expect(() => recording.advance(0)).toThrow('no further');
  const frontier = recording.frontier(0);
  expect(frontier).toBeGreaterThan(850);
  sound.advance(0, undefined, Math.max(0, frontier - 900));
  expect(recording.foldedAt(0, frontier)).toEqual(sound.foldedAt(0, frontier));
  expect(recording.traceAt(0, frontier).at(-1)).toEqual(sound.traceAt(0, frontier).at(-1));
});

it('a long run keeps few checkpoints, evenly spaced, and any position is still shown', () => {
  const recording = new Recording(ringConfig(5, 205_000), ring, { window: 1_000 });
  recording.advance(0);
  const { checkpoints } = recording.branch(0);
  expect(checkpoints.length).toBeLessThanOrEqual(200);
  expect(checkpoints.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(4_000_000);
  checkpoints.slice(1).forEach(({ index }, i) => {
    const before = checkpoints[i] as (typeof checkpoints)[number];
    // What a ring remembers grows without end: the larger it is, the more rarely it is copied.
    expect(index - before.index).toBeGreaterThanOrEqual(before.size * 0.05 - 1);
    expect(index - before.index).toBeLessThanOrEqual(before.size * 0.05 + 16_000);
  });
  expect(checkpoints[1]?.index).toBeLessThanOrEqual(16_000);
  const short = new Recording(ringConfig(5, 205_000), ring);
  short.advance(0, undefined, 1_999);
  expect(recording.viewAt(0, 1_999)).toEqual(short.viewAt(0, 1_999));
  expect(recording.traceAt(0, 1_999).slice(-1_000)).toEqual(short.traceAt(0, 1_999).slice(-1_000));
});

it('an entry is found by its id, and causes before what is kept are left out', () => {
  const recording = new Recording(ringConfig(6, 2_000), ring);
  recording.advance(0);
  const { trace } = recording.branch(0);
  const part = trace.slice(-300);
  const [first, end] = [firstId(part), entriesTo(part)];
  expect(end).toBe(trace.length);
  expect(entryOf(part, first - 1)).toBeUndefined();
  expect(entryOf(part, first)).toBe(trace[first]);
  expect(entryOf(part, end)).toBeUndefined();
  const kept = (ids: ReadonlySet<number>) => [...ids].filter((id) => id >= first).sort((a, b) => a - b);
  for (const id of [first, first + 150, end - 1]) {
    // A way from cause to effect never leaves what is kept and comes back.
    expect(kept(past(part, id))).toEqual([...past(part, id)].sort((a, b) => a - b));
    expect(kept(past(trace, id))).toEqual(kept(past(part, id)));
    expect(kept(future(trace, id))).toEqual(kept(future(part, id)));
  }
});

it('a column holds what an array would, and one forked off grows by itself', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(2 ** 40), { maxLength: 50 }),
      fc.nat(12_000),
      fc.nat(12_000),
      (some, long, at) => {
        const steps = [...some, ...Array.from({ length: long }, (_, i) => i % 7)];
        let sum = 0;
        const numbers = steps.map((step) => {
          sum += step;
          return sum;
        });
        const column = Column.of(...numbers.slice(0, 3));
        for (const n of numbers.slice(3)) column.push(n);
        const fork = column.fork(Math.min(at, numbers.length));
        column.push(sum);
        fork.push(2 ** 41);
        expect(column.length).toBe(numbers.length + 1);
        expect([column.at(at), column.at(-2)]).toEqual([[...numbers, sum].at(at), numbers.at(-1)]);
        expect(Array.from({ length: fork.length }, (_, i) => fork.at(i))).toEqual([
          ...numbers.slice(0, at),
          2 ** 41,
        ]);
        const most = numbers[at] ?? sum;
        expect(column.lastUpTo(most)).toBe(
          Math.max(
            0,
            [...numbers, sum].findLastIndex((n) => n <= most),
          ),
        );
      },
    ),
    { numRuns: 60 },
  );
});
