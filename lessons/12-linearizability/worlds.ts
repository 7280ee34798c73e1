/** The timed worlds and the drawn histories that the lesson speaks of. */

import type { Authored, Question, Variant } from '#/scenarios';

type World = Authored<Variant>;
type Item = NonNullable<World['script']>[number];
type Subject = Extract<Authored<Question>, { kind: 'linearization-points' }>['subject'];

const news = { from: 'A', to: 'B', kind: 'replicate', nth: 1 };
const between = [
  { from: 'A', to: 'B' },
  { from: 'B', to: 'A' },
];

const whenNewsLeaves = (command: Item['command']): Item => ({
  when: { type: 'sent', kind: 'replicate', message: 1 },
  afterUs: 20_000,
  command,
});
/** The link is cut before anybody asks for anything. */
const cutFirst: Item = { at: 50_000, command: { verb: 'cut', links: between } };
/** Of the four things the leader does with a write (disk, answer, news, timer) the first `k` take place. */
const crashOnWrite = (k: number): Item => ({
  at: 50_000,
  command: { verb: 'crash', node: 'A', disk: 'kept', afterEffect: k, on: 'write' },
});

export const ownCopy: World = {};
export const throughTheLeader: World = { knobs: { 'follower-reads': false } };
export const cutOff: World = { knobs: { 'follower-reads': false }, script: [cutFirst] };
export const newsHeldUp: World = {
  script: [whenNewsLeaves({ verb: 'delay', message: news, byUs: 200_000 })],
};
export const newsHeldUpThroughTheLeader: World = {
  knobs: { 'follower-reads': false },
  script: [whenNewsLeaves({ verb: 'delay', message: news, byUs: 200_000 })],
};
export const newsALittleLate: World = {
  script: [whenNewsLeaves({ verb: 'delay', message: news, byUs: 40_000 })],
};
export const leaderDown: World = {
  knobs: { 'follower-reads': false },
  script: [{ at: 125_000, command: { verb: 'crash', node: 'A', disk: 'kept' } }],
};
export const crashBeforeTheNews: World = { script: [crashOnWrite(2)] };
export const crashAfterTheNews: World = { script: [crashOnWrite(3)] };
export const crashBeforeTheAnswer: World = { script: [crashOnWrite(1)] };

const op = (process: string, type: string, value: number, start: number, end: number | null) => ({
  process,
  type,
  value,
  start,
  end,
});
const drawn = (...operations: ReturnType<typeof op>[]): Subject => ({
  object: 'register',
  initial: 0,
  operations,
});

/** A read that runs beside a write may return either value. */
export const besideAWrite = drawn(
  op('Alice', 'write', 1, 0, 40),
  op('Bob', 'read', 0, 6, 16),
  op('Carol', 'read', 1, 12, 26),
);
/** Once one reader has seen the new value, no later read may return the old one. */
export const newThenOld = drawn(
  op('Alice', 'write', 1, 0, 40),
  op('Carol', 'read', 1, 4, 14),
  op('Bob', 'read', 0, 20, 32),
);
/** Everybody sees their own writes, and Bob is behind all the same. */
export const ownWrites = drawn(
  op('Alice', 'write', 1, 0, 10),
  op('Alice', 'read', 1, 14, 22),
  op('Bob', 'read', 0, 26, 36),
);
/** Nobody knows what became of the write; the reads show that it took effect, and when at the earliest. */
export const unanswered = drawn(
  op('Alice', 'write', 1, 0, null),
  op('Bob', 'read', 0, 8, 20),
  op('Carol', 'read', 0, 16, 34),
  op('Bob', 'read', 1, 40, 52),
);
/** A write that has been seen once has happened. */
export const seenAndGone = drawn(
  op('Alice', 'write', 1, 0, null),
  op('Bob', 'read', 1, 8, 20),
  op('Carol', 'read', 0, 26, 40),
);
/** Two writes and two long reads, with an order that fits. */
export const pointsFit = drawn(
  op('Alice', 'write', 1, 0, 24),
  op('Alice', 'write', 2, 34, 70),
  op('Bob', 'read', 2, 16, 62),
  op('Carol', 'read', 1, 28, 50),
);
/** The same, but Bob has his answer before Carol asks. */
export const noPoints = drawn(
  op('Alice', 'write', 1, 0, 20),
  op('Alice', 'write', 2, 26, 80),
  op('Bob', 'read', 2, 32, 46),
  op('Carol', 'read', 1, 54, 70),
);
/** One reader is behind, one is not, and one looks as if she were. */
export const whoIsBehind = drawn(
  op('Alice', 'write', 1, 0, 12),
  op('Bob', 'read', 1, 16, 26),
  op('Alice', 'write', 2, 20, 40),
  op('Carol', 'read', 1, 34, 48),
  op('Alice', 'write', 3, 52, 64),
  op('Bob', 'read', 1, 70, 82),
  op('Carol', 'read', 2, 60, 74),
);
