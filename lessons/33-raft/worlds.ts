/** The worlds that the lesson speaks of. */

import type { Authored, Bounds, Variant } from '#/scenarios';

type World = Authored<Variant>;
type Item = NonNullable<World['script']>[number];
type Calls = NonNullable<World['workload']>;
type Command = Item['command'];
type Links = NonNullable<Authored<Bounds>['cut']>;

const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
const between = (some: readonly string[], others: readonly string[]): Links =>
  some.flatMap((a) => others.flatMap((b) => (a === 'alice' && b === 'bob' ? [] : ways(a, b))));

const at = (ms: number, command: Command): Item => ({ at: ms * 1000, command });
const crash = (node: string): Command => ({ verb: 'crash', node, disk: 'kept' });
const led = (node: string) => ({ type: 'persisted', node, key: 'led' }) as const;

const red: Calls[number] = { at: 400_000, node: 'alice', op: { f: 'write', value: 'red' } };
const bobReads = (ms: number): Calls[number] => ({ at: ms * 1000, node: 'bob', op: { f: 'read' } });

/** One election, one write, and a read when the leader that took the write is gone. */
const oneWrite: Calls = [red, bobReads(1_100)];
const answered = { type: 'completed', op: 'alice/1' } as const;
/** S4 and S5 hear nothing of the write; S1 crashes as soon as Alice has her answer. */
const missed: Item = at(395, {
  verb: 'cut',
  links: [
    { from: 'S1', to: 'S4' },
    { from: 'S1', to: 'S5' },
  ],
});
const dies: Item = { when: answered, command: crash('S1') };
export const behind: World = { workload: oneWrite, script: [missed, dies] };
export const anyLogWins: World = { ...behind, params: { mutant: 'votes-for-any-log' } };
/** A new leader takes what it knows to be committed for all there is. */
export const withoutFirstEntry: World = { ...behind, params: { mutant: 'skips-the-no-op' } };
export const threeDown: World = {
  workload: oneWrite,
  script: [missed, dies, { when: answered, command: crash('S2') }, { when: answered, command: crash('S3') }],
};

const few = ['S1', 'S2', 'alice'];
const many = ['S3', 'S4', 'S5', 'bob'];
const border = between(few, many);
const cutAt = (links: Links): Item => at(850, { verb: 'cut', links });
const mendAt = (links: Links): Item => at(1_900, { verb: 'mend', links });
/** Two of five are cut off, and the leader and Alice with them. */
export const cut: World = { script: [cutAt(border), mendAt(border)] };
export const uncut: World = {};
export const neverMended: World = { script: [cutAt(border)] };

const slow = (node: string, factor: number): Command => ({ verb: 'slow', node, factor });
const got = (node: string, nth: number) => ({ type: 'persisted', node, key: 'log', nth }) as const;
const rest = ['S2', 'S3', 'S4'];
/**
 * Figure 8 of the paper, from empty logs. S2, S3 and S4 are slow to stand, so that S1 and S5 take turns: S1 gives its
 * entry to S2 alone and crashes; S5 writes one of its own in that place and crashes; S1 comes back, copies its old
 * entry to S3 and S4, and crashes before anything newer gets there; S5 comes back.
 */
const figure8: readonly Item[] = [
  ...rest.map((id) => at(0, slow(id, 8))),
  at(0, slow('S5', 8)),
  at(350, { verb: 'cut', links: between(['S1'], ['S3', 'S4', 'S5']) }),
  at(450, crash('S1')),
  at(450, slow('S5', 1)),
  { when: led('S5'), command: { verb: 'cut', links: between(['S5'], ['S2', 'S3', 'S4']) } },
  { when: led('S5'), afterUs: 20_000, command: crash('S5') },
  { when: led('S5'), afterUs: 20_000, command: { verb: 'mend', links: between(['S1'], ['S3', 'S4']) } },
  { when: led('S5'), afterUs: 20_000, command: { verb: 'restart', node: 'S1' } },
  ...['S3', 'S4'].map(
    (id): Item => ({
      when: got(id, 2),
      afterUs: 15_000,
      command: { verb: 'cut', links: [{ from: 'S1', to: id }] },
    }),
  ),
  { when: got('S4', 2), afterUs: 40_000, command: crash('S1') },
  {
    when: got('S4', 2),
    afterUs: 40_000,
    command: { verb: 'mend', links: between(['S5'], ['S2', 'S3', 'S4']) },
  },
  { when: got('S4', 2), afterUs: 40_000, command: { verb: 'restart', node: 'S5' } },
];
const slowly = { timeoutUs: 4_000_000 };
const eight: World = {
  params: slowly,
  workload: [{ ...red, at: 360_000 }, bobReads(2_400)],
  script: [...figure8],
};
export const ownTerm: World = eight;
export const byCounting: World = { ...eight, knobs: { rule: 'counts-old-terms' } };

/** S4 and S5 are away when Alice writes; then S1 and S2 are, and S3, which has her entry, starts again. */
const thirdOf = (disk: 'kept' | 'lost'): World => ({
  workload: oneWrite,
  script: [
    at(350, { verb: 'cut', links: between(['S1', 'S2', 'S3'], ['S4', 'S5']) }),
    at(500, { verb: 'crash', node: 'S3', disk }),
    at(550, { verb: 'cut', links: between(['S1', 'S2'], ['S3', 'S4', 'S5', 'bob']) }),
    at(550, { verb: 'mend', links: between(['S3'], ['S4', 'S5']) }),
    at(550, { verb: 'restart', node: 'S3' }),
  ],
});
export const keptDisk = thirdOf('kept');
export const lostDisk = thirdOf('lost');

/** Behind the cut Alice only asks what there is. */
const aliceAsks: Calls = [
  red,
  { at: 1_300_000, node: 'bob', op: { f: 'write', value: 'blue' } },
  { at: 1_500_000, node: 'alice', op: { f: 'read' } },
];
export const asksOldLeader: World = { workload: aliceAsks, script: [cutAt(border), mendAt(border)] };
export const asksInVain: World = { workload: aliceAsks, script: [cutAt(border)] };
export const oldLeaderAnswers: World = { ...asksOldLeader, params: { mutant: 'reads-without-asking' } };

/** Mended while Alice still waits. */
export const mendedEarly: World = { script: [cutAt(border), at(1_300, { verb: 'mend', links: border })] };
const onlyS1 = between(['S1', 'alice'], ['S2', 'S3', 'S4', 'S5', 'bob']);
/** One of five, with Alice. */
export const oneAway: World = { script: [cutAt(onlyS1), mendAt(onlyS1)] };
export const leaderDead: World = { script: [at(850, crash('S1'))] };
export const crashedLate: World = {
  script: [{ when: got('S1', 3), command: crash('S1') }, at(1_900, { verb: 'restart', node: 'S1' })],
};
/** Figure 8 with nobody who asks again. */
export const givenUp: World = { ...eight, params: {} };
/** And nobody crashes in it a second time, so that the newer entry gets there, too. */
export const goesOn = { ...givenUp, script: figure8.slice(0, -5) } satisfies World;

/** The same, and S5 could be heard, if it came back. */
const heard: Item = {
  when: led('S5'),
  afterUs: 20_000,
  command: { verb: 'mend', links: between(['S5'], ['S2', 'S3', 'S4']) },
};
export const beforeFigure8: World = { ...goesOn, script: [...goesOn.script, heard] };
const comesBack = { verb: 'restart', node: 'S5' } as const;
const goneAndBack = (crashMs: number, backMs: number): World => ({
  ...beforeFigure8,
  script: [...(beforeFigure8.script ?? []), at(crashMs, crash('S1')), at(backMs, comesBack)],
});
/** S3 and S4 have “red” since 1,228.5 ms, and S1 hears so 10 ms later. */
export const intoFigure8 = goneAndBack(1_235, 1_270);
export const crashedTooSoon = goneAndBack(1_215, 1_270);
export const crashedTooLate = goneAndBack(1_255, 1_270);

/** S5 does not come back, and S4 crashes with S1. */
export const twoLeft: World = {
  ...givenUp,
  script: [...figure8.slice(0, -1), { when: got('S4', 2), afterUs: 40_000, command: crash('S4') }],
};

const alone = (...script: Item[]): World => ({
  workload: [red, { at: 900_000, node: 'alice', op: { f: 'write', value: 'green' } }],
  script,
});
const five = ['S1', 'S2', 'S3', 'S4', 'S5'];
export const aliceCut = alone(cutAt(between(['alice'], five)));
/** She is heard, and hears nothing. */
export const aliceDeaf = alone(cutAt(five.map((id) => ({ from: id, to: 'alice' }))));
export const allDown = alone(...five.map((id) => at(850, crash(id))));
export const cutWithTwo = alone(cutAt(border));
export const leaderGone = alone(at(850, crash('S1')));

/** S4 and S5 are away from the beginning, and nobody calls. */
const away = at(0, { verb: 'cut', links: between(['S1', 'S2', 'S3'], ['S4', 'S5']) });
const firstOf = (...late: string[]): World => ({
  workload: [],
  script: [away, ...late.map((id) => at(0, slow(id, 8)))],
});
export const leads = {
  S1: firstOf('S2', 'S3'),
  S2: firstOf('S1', 'S3'),
  S3: firstOf('S1', 'S2'),
  /** All draw the same time-out, again and again. */
  nobody: { ...firstOf(), knobs: { 'election-min': 150, 'election-max': 150 } },
} satisfies Record<string, World>;

/**
 * On the stage of four servers, where S1 has removed S2 in an entry that nobody else has: S2 leads first, reaches S3
 * alone, and is asked to remove S1; then S1 leads by what its own log says of who belongs.
 */
export const membersWait: World = {
  script: [
    ...['S1', 'S3', 'S4'].map((id) => at(0, slow(id, 8))),
    { when: led('S2'), command: { verb: 'cut', links: ways('S2', 'S4') } },
    at(500, slow('S1', 1)),
    at(500, slow('S2', 8)),
  ],
};
export const membersAtOnce: World = { ...membersWait, params: { mutant: 'changes-members-at-once' } };
