/** The timed worlds that the lesson speaks of, and the calls and bounds of its explorations. */

import type { Authored, Bounds, Question, Variant } from '#/scenarios';

type World = Authored<Variant>;
type Item = NonNullable<World['script']>[number];
type Calls = NonNullable<World['workload']>;
type Call = Calls[number]['op'];
type Links = NonNullable<Authored<Bounds>['cut']>;
type Subject = Extract<Authored<Question>, { kind: 'stale-reads' }>['subject'];

const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
/** What parts B, and Bob with it, from the rest. */
export const border = [...ways('A', 'B'), ...ways('B', 'C')];
const threeWays = [...border, ...ways('A', 'C')];

const AT = 405_000;
const cutAt = (links: Links): Item => ({ at: AT, command: { verb: 'cut', links } });
const mendAt = (links: Links): Item => ({ at: 1_600_000, command: { verb: 'mend', links } });
/** Alice has asked for 60; it is mended before the last two calls. */
const cut = [cutAt(border), mendAt(border)];

const majority = { account: 'majority', feed: 'majority' };

/** Whoever is asked may answer, which is how the scenario begins. */
export const whoever: World = { script: cut };
export const neverMended: World = { script: [cutAt(border)] };
export const uncut: World = {};
export const bothKept: World = { knobs: { merge: 'siblings' }, script: cut };

export const byMajority: World = { knobs: majority, script: cut };
export const byMajorityUncut: World = { knobs: majority };
export const byMajorityInThree: World = { knobs: majority, script: [cutAt(threeWays), mendAt(threeWays)] };
/** B and C still reach one another. */
export const halfCut: World = { knobs: majority, script: [cutAt(ways('A', 'B')), mendAt(ways('A', 'B'))] };
/** Nothing is cut, and an answer takes longer than anybody waits. */
export const slow: World = { knobs: { ...majority, latency: 250 } };

export const choice: World = { knobs: { account: 'majority' }, script: cut };
export const choiceByOwner: World = { knobs: { account: 'leader' }, script: cut };
export const choiceReversed: World = { knobs: { feed: 'majority' }, script: cut };

export const take: Call = { f: 'cas', value: { key: 'account', value: [100, 40] } };
export const look: Call = { f: 'read', value: { key: 'account' } };
export const read: Call = { f: 'read', value: { key: 'feed' } };
export const post = (value: string): Call => ({ f: 'write', value: { key: 'feed', value } });

/** Calls that begin in this order where one client makes them; an exploration asks nothing else of their times. */
const calls = (of: Readonly<Record<string, readonly Call[]>>): Calls =>
  Object.entries(of).flatMap(([node, ops]) => ops.map((op, at) => ({ at, node, op })));

export type Policy = 'leader' | 'majority' | 'available';

/** A world to explore: a policy for each kind of data, and what is asked. */
export const asked = (
  account: Policy,
  feed: Policy,
  of: Readonly<Record<string, readonly Call[]>>,
  params: Readonly<Record<string, string | boolean>> = {},
): World => ({ params: { accountPolicy: account, feedPolicy: feed, ...params }, workload: calls(of) });

/** Bob takes 60, Alice looks later; nobody else asks for anything. */
const bobAlone: Calls = [
  { at: 480_000, node: 'bob', op: take },
  { at: 1_400_000, node: 'alice', op: look },
];
const passedOn = { from: 'B', to: 'A', kind: 'forward', nth: 1 };
const alone = (...script: Item[]): World => ({ knobs: majority, workload: bobAlone, script });
export const aloneUncut = alone();
export const aloneCut = alone(cutAt(border));
/** What A and C send to B is lost; what B sends arrives. */
export const aloneOneWay = alone(
  cutAt([
    { from: 'A', to: 'B' },
    { from: 'C', to: 'B' },
  ]),
);
export const aloneCrashed = alone({ at: AT, command: { verb: 'crash', node: 'A', disk: 'kept' } });
/** What B passes on is an hour late. */
export const aloneSlow = alone({
  when: { type: 'sent', kind: 'forward', message: 1 },
  afterUs: 20_000,
  command: { verb: 'delay', message: passedOn, byUs: 3_600_000_000 },
});
export const aloneTooLate: World = {
  ...aloneUncut,
  workload: [{ at: 200_000, node: 'alice', op: take }, ...bobAlone],
};

/** On her side of the cut Alice posts twice. */
export const aliceTwice: World = {
  script: cut,
  workload: [
    { at: 100_000, node: 'alice', op: post('hello') },
    { at: 500_000, node: 'alice', op: post('fog') },
    { at: 700_000, node: 'alice', op: post('rain') },
    { at: 1_250_000, node: 'bob', op: post('sun') },
    { at: 1_900_000, node: 'alice', op: read },
    { at: 2_100_000, node: 'alice', op: read },
  ],
};

const op = (process: string, type: string, value: number, start: number, end: number) => ({
  process,
  type,
  value,
  start,
  end,
});
/** A feed of numbered posts, in the middle of a cut: Alice on one side, Bob and Carol on the other. */
export const twoFeeds: Subject = {
  object: 'register',
  initial: 0,
  operations: [
    op('Alice', 'write', 1, 0, 6),
    op('Carol', 'read', 0, 10, 20),
    op('Bob', 'write', 2, 18, 36),
    op('Alice', 'read', 1, 22, 32),
    op('Carol', 'read', 2, 46, 56),
    op('Bob', 'read', 2, 64, 74),
    op('Alice', 'read', 1, 76, 86),
  ],
};
