/** What the paper says of Raft, section by section (numbers of the extended version; "thesis" where it is from there). */

import { describe, expect, it } from 'vitest';
import { type Entry, nodeId } from '#/kernel';
import { raft } from '.';
import {
  border,
  broken,
  crash,
  cut,
  mend,
  ms,
  names,
  type Order,
  restart,
  run,
  type Setting,
  serverAt,
  start,
} from './five.fixture';
import { mutantNames, mutants } from './mutants';
import { diskOf } from './place';

type Led = { readonly term: number };
const elections = (trace: readonly Entry[]): string[] =>
  trace.flatMap((e) =>
    e.type === 'persisted' && e.key === 'led' ? [`${e.node} ${(e.value as Led).term}`] : [],
  );
const sent = (trace: readonly Entry[], kind: string, from?: string): number =>
  trace.filter((e) => e.type === 'sent' && e.kind === kind && (from === undefined || e.from === from)).length;
const valueAt = (setting: Setting, id: string) => serverAt(run(setting).view, id).machine.value;

/** S1 leads from 327 ms on. */
const calm: Setting = { seed: 5, servers: 3, params: { electionMinUs: ms(300), electionMaxUs: ms(400) } };
const homes = { alice: { home: 'S1' }, bob: { home: 'S2' } };
const lostDisk = (at: number, node: string): Order => crash(at, node, { disk: 'lost' });

describe('§5.1 terms', () => {
  it('a leader that learns of a later term becomes a follower', () => {
    const apart = border(['S1'], 3);
    const { view, world } = run({ ...calm, orders: [cut(600, apart), mend(1500, apart)], untilMs: 1700 });
    expect(elections(world.trace)).toHaveLength(2);
    expect(serverAt(view, 'S1').role).toBe('follower');
    expect(serverAt(view, 'S1').currentTerm).toBe(serverAt(view, 'S2').currentTerm);
  });
  it('a server answers a request of an earlier term with a no and its own term', () => {
    const apart = border(['S1'], 3);
    const { world } = run({ ...calm, orders: [cut(600, apart), mend(1500, apart)], untilMs: 1700 });
    const refused = world.trace.filter(
      (e) => e.type === 'delivered' && e.to === 'S1' && e.kind === 'Appended' && e.at > ms(1500),
    );
    expect(refused.map((e) => 'body' in e && e.body)).toContainEqual(
      expect.objectContaining({ success: false, term: 2 }),
    );
  });
});

describe('§5.2 leader election', () => {
  it('a server that hears from no leader for its election time-out stands; the first with a majority leads', () => {
    const { leaders, world } = run({ ...calm, untilMs: 1000 });
    expect(leaders).toBe('S1 in term 1');
    expect(sent(world.trace, 'RequestVote')).toBe(2);
  });
  it('heartbeats keep all others from standing', () => {
    const { world } = run({ untilMs: 20_000 });
    expect(elections(world.trace)).toHaveLength(1);
  });
  it('no two of five servers draw the same time-outs', () => {
    const world = start({ untilMs: 1 });
    const drawn = names(5).map((id) => serverAt(world.view(), id).electionTimeoutUs);
    expect(new Set(drawn).size).toBe(5);
    for (const us of drawn) expect(us >= ms(150) && us <= ms(300)).toBe(true);
  });
  it('with equal time-outs votes are split; drawn at random, somebody is elected soon', () => {
    const equal = { electionMinUs: ms(150), electionMaxUs: ms(150) };
    expect(run({ params: equal, untilMs: 2000 }).leaders).toBe('nobody');
    expect(run({ untilMs: 2000 }).leaders).not.toBe('nobody');
  });
  it('a minority elects nobody', () => {
    const apart = border(['S1', 'S2'], 5);
    const { world } = run({ orders: [cut(0, apart), crash(0, 'S5')], untilMs: 3000 });
    expect(elections(world.trace)).toEqual([]);
  });
  it('a server votes once a term, also across a restart', () => {
    const disk = diskOf(1, 'S2');
    const world = start({ servers: 3, durable: { S3: disk }, orders: [crash(1, 'S3'), restart(2, 'S3')] });
    expect(serverAt(world.run(ms(3)).view(), 'S3').votedFor).toBe('S2');
  });
});

describe('§5.3 log replication', () => {
  it('an entry is on a majority before its client hears of it', () => {
    const world = start({
      ...calm,
      durable: homes,
      calls: [[600, 'alice', 'write', 1]],
      untilMs: 2000,
    }).run();
    const stored = world.trace.filter((e) => e.type === 'persisted' && e.key === 'log').map((e) => e.id);
    const answered = world.trace.find((e) => e.type === 'sent' && e.kind === 'answer')?.id ?? 0;
    // Three no-ops and the write; the write at the leader and at one other at least.
    expect(stored.filter((id) => id < answered).length).toBeGreaterThanOrEqual(5);
  });
  it('followers learn of a commitment with what they hear next', () => {
    expect(
      valueAt({ ...calm, durable: homes, calls: [[600, 'alice', 'write', 1]], untilMs: 900 }, 'S3'),
    ).toBe(1);
  });
  it('a follower that was down gets all it missed', () => {
    const calls = [600, 650, 700].map((at, i) => [at, 'alice', 'write', i] as const);
    const ran = run({ ...calm, durable: homes, calls, orders: [crash(500, 'S3'), restart(1500, 'S3')] });
    expect(ran.logs).toBe('S1 1 1 1 1, S2 1 1 1 1, S3 1 1 1 1');
    expect(serverAt(ran.view, 'S3').machine.value).toBe(2);
  });
  it('what a leader could not replicate is overwritten after it has been deposed', () => {
    const apart = border(['S1'], 3, ['bob']);
    const ran = run({
      ...calm,
      durable: homes,
      calls: [
        [610, 'alice', 'write', 'lost'],
        [1400, 'bob', 'write', 'kept'],
      ],
      params: { ...calm.params, timeoutUs: 400_000, retryUs: 0 },
      orders: [
        cut(600, [...apart, ...border(['alice'], 3).filter(({ from, to }) => from !== 'S1' && to !== 'S1')]),
        mend(2000, apart),
      ],
    });
    expect(ran.saw).toEqual(['unknown timeout', 'ok value "kept"']);
    for (const id of names(3)) expect(serverAt(ran.view, id).machine.value).toBe('kept');
    expect(ran.broken).toEqual(['every operation answered']);
  });
});

describe('§5.4.1 election restriction', () => {
  const logs = (s1: number[], s2: number[]) => ({
    S1: diskOf(3, '', ...s1),
    S2: diskOf(3, '', ...s2),
    S3: diskOf(3, ''),
  });
  /** S1 stands first; S3 is down, so that S2’s vote decides. */
  const firstAsked = (s1: number[], s2: number[]): boolean => {
    const { world } = run({ ...calm, durable: logs(s1, s2), orders: [crash(1, 'S3')], untilMs: 360 });
    return elections(world.trace).includes('S1 4');
  };
  it('of two logs the one whose last entry is of a later term is the more up-to-date, however short', () => {
    expect(firstAsked([1, 3], [1, 2, 2, 2])).toBe(true);
    expect(firstAsked([1, 2, 2, 2], [1, 3])).toBe(false);
  });
  it('of two that end in the same term, the longer', () => {
    expect(firstAsked([1, 2, 2], [1, 2])).toBe(true);
    expect(firstAsked([1, 2], [1, 2])).toBe(true);
    expect(firstAsked([1, 2], [1, 2, 2])).toBe(false);
  });
});

describe('§5.5 crashes, §5.6 timing', () => {
  it('a follower that comes back starts from its disk: the same term, vote and log, nothing committed yet', () => {
    const world = start({
      ...calm,
      durable: homes,
      calls: [[600, 'alice', 'write', 1]],
      orders: [crash(900, 'S3'), restart(910, 'S3')],
    });
    const { currentTerm, votedFor, commitIndex, role } = serverAt(world.run(ms(911)).view(), 'S3');
    expect({ currentTerm, votedFor, commitIndex, role }).toEqual({
      currentTerm: 1,
      votedFor: 'S1',
      commitIndex: 0,
      role: 'follower',
    });
  });
  it('election time-outs shorter than a round trip elect nobody who lasts', () => {
    const { world, broken: not } = run({
      params: { electionMinUs: ms(8), electionMaxUs: ms(14) },
      untilMs: 3000,
    });
    expect(elections(world.trace).length === 0 || not.includes('a leader serves')).toBe(true);
    expect(not).not.toContain('election safety');
  });
  it('a lost disk is outside of what Raft assumes: an acknowledged write can be forgotten', () => {
    const apart = border(['S1', 'alice'], 3, ['bob']);
    const setting: Setting = {
      ...calm,
      durable: homes,
      calls: [[600, 'alice', 'write', 1]],
      orders: [
        cut(500, border(['S3'], 3)),
        lostDisk(800, 'S2'),
        cut(801, apart),
        mend(
          801,
          border(['S3'], 3).filter((l) => l.from !== 'S1' && l.to !== 'S1'),
        ),
        restart(802, 'S2'),
      ],
    };
    expect(broken(start(setting).run())).toContain('leader completeness');
    const kept = setting.orders?.map((o): Order => (o[1].verb === 'crash' ? crash(800, 'S2') : o)) ?? [];
    expect(broken(start({ ...setting, orders: kept }).run())).toEqual([]);
  });
});

describe('§6 members, one at a time (thesis, §4)', () => {
  const four = { ...Object.fromEntries(names(5).map((id) => [id, { members: names(4) }])), ...homes };
  const lively: Setting = { seed: 5, durable: four, params: calm.params ?? {} };
  it('a server that is no member stands for nothing; added, it gets the log and counts', () => {
    const { world, view, saw } = run({ ...lively, calls: [[700, 'alice', 'add', 'S5']], untilMs: 1500 });
    expect(saw).toEqual([`ok value ${JSON.stringify(names(5))}`]);
    expect(sent(world.trace, 'RequestVote', 'S5')).toBe(0);
    expect(serverAt(view, 'S5').members).toEqual(names(5));
    expect(serverAt(view, 'S5').commitIndex).toBe(2);
  });
  it('a leader that is removed leads until that is committed, and steps down', () => {
    const { view, saw, world } = run({ ...lively, calls: [[700, 'alice', 'remove', 'S1']], untilMs: 1050 });
    const first = elections(world.trace)[0]?.split(' ')[0] ?? '';
    expect(first).toBe('S1');
    expect(saw).toEqual([`ok value ${JSON.stringify(['S2', 'S3', 'S4'])}`]);
    expect(serverAt(view, 'S1').role).toBe('follower');
  });
  it('a second change waits for the first to be committed', () => {
    const { saw } = run({
      ...lively,
      orders: [cut(690, border(['S2', 'S3', 'S4'], 5))],
      calls: [
        [700, 'alice', 'add', 'S5'],
        [720, 'bob', 'remove', 'S4'],
      ],
      durable: { ...four, bob: { home: 'S1' } },
      params: { ...calm.params, timeoutUs: ms(150) },
      untilMs: 1000,
    });
    expect(saw).toEqual(['unknown timeout', 'failed error "another change is not yet committed"']);
  });
  it('asking for what is already so, or for nobody, certainly did not happen', () => {
    const { saw } = run({
      ...lively,
      calls: [
        [700, 'alice', 'add', 'S2'],
        [700, 'alice', 'remove', 'S5'],
        [700, 'alice', 'add', 'S9'],
      ],
    });
    expect(saw).toEqual([
      'failed error "it is a member already"',
      'failed error "it is no member"',
      'failed error "there is no such server"',
    ]);
  });
});

describe('§7 log compaction', () => {
  const calls = Array.from({ length: 10 }, (_, i) => [600 + i * 60, 'alice', 'write', i] as const);
  const setting: Setting = { ...calm, durable: homes, calls, params: { ...calm.params, snapshotEvery: 4 } };
  it('a server drops what its snapshot covers, and no more', () => {
    const { view } = run(setting);
    for (const id of names(3)) {
      const { durable } = view.nodes.find((n) => n.id === id) as (typeof view.nodes)[number];
      expect(durable.snapshot).toMatchObject({ lastIncludedIndex: 8, lastIncludedTerm: 1 });
      expect((durable.log as { index: number }[]).map(({ index }) => index)).toEqual([9, 10, 11]);
    }
  });
  it('a follower that lacks what was dropped is sent the snapshot, and goes on from there', () => {
    const { world, view, broken: not } = run({ ...setting, orders: [crash(650, 'S3'), restart(1500, 'S3')] });
    expect(sent(world.trace, 'InstallSnapshot', 'S1')).toBeGreaterThan(0);
    expect(serverAt(view, 'S3').machine).toEqual(serverAt(view, 'S1').machine);
    expect(not).toEqual([]);
  });
  it('a crash between the snapshot and the cutting of the log leaves no entry twice', () => {
    // Effects of a follower’s AppendEntries that sets it off: timer, entry, answer, snapshot, log.
    for (const afterEffect of [3, 4]) {
      const orders = [crash(760, 'S3', { on: 'AppendEntries', afterEffect }), restart(1600, 'S3')];
      const { view, broken: not } = run({ ...setting, orders });
      expect(not).toEqual([]);
      expect(serverAt(view, 'S3').lastApplied).toBe(11);
    }
  });
});

describe('§8 clients', () => {
  it('a server that does not lead says who does', () => {
    const { world, saw } = run({
      ...calm,
      durable: { alice: { home: 'S3' } },
      calls: [[700, 'alice', 'write', 1]],
    });
    expect(
      world.trace
        .filter((e) => e.type === 'delivered' && e.kind === 'redirect')
        .map((e) => 'body' in e && e.body),
    ).toEqual([{ call: 'alice/1', leader: 'S1' }]);
    expect(saw).toEqual(['ok value 1']);
  });
  it('a client finds the leader of the majority, though two servers that are cut off send it to each other', () => {
    const apart = border(['S1', 'S2'], 5);
    const { saw } = run({
      seed: 5,
      durable: homes,
      params: calm.params ?? {},
      calls: [[710, 'alice', 'write', 1]],
      orders: [cut(700, apart)],
    });
    expect(saw).toEqual(['ok value 1']);
  });
  it('a retry is answered, and not carried out again', () => {
    const answers = [{ from: nodeId('S1'), to: nodeId('alice') }];
    const { saw, view } = run({
      ...calm,
      durable: homes,
      calls: [
        [690, 'bob', 'write', 1],
        [800, 'alice', 'cas', [1, 2]],
        [1900, 'bob', 'cas', [2, 1]],
      ],
      orders: [cut(805, answers), mend(900, answers)],
    });
    expect(saw).toEqual(['ok value 1', 'ok value true', 'ok value true']);
    expect(serverAt(view, 'S1').machine.value).toBe(1);
  });
  it('a read that is answered leaves nothing in the log, unless it goes through it', () => {
    const read = (reads: string) =>
      run({ ...calm, durable: homes, calls: [[700, 'alice', 'read']], params: { ...calm.params, reads } });
    expect(read('read index').logs).toBe('S1 1, S2 1, S3 1');
    expect(read('lease').logs).toBe('S1 1, S2 1, S3 1');
    expect(read('log').logs).toBe('S1 1 1, S2 1 1, S3 1 1');
  });
});

describe('pre-vote (thesis, §9.6)', () => {
  const apart = border(['S3'], 3);
  const terms = (preVote: boolean) =>
    elections(
      run({
        ...calm,
        params: { ...calm.params, preVote },
        orders: [cut(700, apart), mend(2500, apart)],
        untilMs: 4000,
      }).world.trace,
    ).length;
  it('a server that was cut off deposes a good leader when it comes back, unless it asks beforehand', () => {
    expect(terms(false)).toBeGreaterThan(1);
    expect(terms(true)).toBe(1);
  });
});

describe('the mutants', () => {
  it('break promises that are made, under faults that are assumed', () => {
    const promised = [...Object.keys(raft.properties), 'linearizable'];
    for (const { breaks, under, belief } of Object.values(mutants)) {
      expect(promised).toContain(breaks);
      expect(under.filter((verb) => !raft.protocol.assumes.includes(verb))).toEqual([]);
      expect(belief).toMatch(/^[A-Z].*\.$/);
    }
    expect(raft.choices.mutant).toEqual(mutantNames);
    expect(mutantNames[0]).toBe('none');
    expect(mutantNames.length).toBeGreaterThan(10);
  });
});
