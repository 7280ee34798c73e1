import { describe, expect, it } from 'vitest';
import { nodeId, operationsOf, World } from '#/kernel';
import { bank, register } from '.';
import {
  border,
  type Call,
  crash,
  cutOff,
  mend,
  ms,
  type Order,
  restart,
  run,
  saw,
  ways,
  worldOf,
} from './three.fixture';

const leader = { policy: 'leader', followerReads: false };
const follower = { policy: 'leader', followerReads: true };
const majority = { policy: 'majority' };
const available = { policy: 'available' };

describe('one leader', () => {
  it('acknowledges alone, and tells the others afterwards', () => {
    const { operations, values, world } = run(register, leader, [[0, 'alice', 'write', 1]]);
    // To A and back; the followers have not heard of it by then.
    expect(operations[0]).toMatchObject({ outcome: 'ok', completedAt: ms(20) });
    expect(world.trace.find((e) => e.type === 'delivered' && e.kind === 'replicate')?.at).toBe(ms(20));
    expect(values).toBe('A 1, B 1, C 1');
  });
  it('has followers pass calls on', () => {
    const { operations, saw } = run(register, leader, [
      [0, 'bob', 'write', 1],
      [100, 'carol', 'read'],
    ]);
    expect(operations[0]).toMatchObject({ outcome: 'ok', completedAt: ms(40) });
    expect(saw).toEqual(['ok value 1', 'ok value 1']);
  });
  it('lets followers answer reads where they may, and then they may be behind', () => {
    const calls: Call[] = [
      [0, 'alice', 'write', 1],
      [21, 'bob', 'read'],
    ];
    const late = [
      1,
      { verb: 'rule', links: border, rules: { latency: { profile: 'constant', us: ms(50) } } },
    ];
    expect(run(register, follower, calls, [late as never]).saw).toEqual(['ok value 1', 'ok value 0']);
    expect(run(register, leader, calls, [late as never]).saw).toEqual(['ok value 1', 'ok value 1']);
  });
  it('is down when it is down: a read has failed, and of a write nobody can say', () => {
    const { saw, broken } = run(
      register,
      leader,
      [
        [10, 'bob', 'write', 1],
        [10, 'carol', 'read'],
      ],
      [crash(5, 'A')],
    );
    expect(saw).toEqual([
      'unknown error "the leader does not answer"',
      'failed error "the leader does not answer"',
    ]);
    expect(broken).toEqual(['every operation answered']);
  });
  it('comes back with its disk, and tells what it did not get told before', () => {
    const cut: Call[] = [[0, 'alice', 'write', 1]];
    // Its effects on a write: keep, answer, tell B, tell C. It is cut after the answer.
    const { saw, values } = run(register, leader, cut, [
      crash(0, 'A', { afterEffect: 2, on: 'write' }),
      restart(100, 'A'),
    ]);
    expect(saw).toEqual(['ok value 1']);
    expect(values).toBe('A 1, B 1, C 1');
  });
  it('carries out a copy of a request once', () => {
    const calls: Call[] = [
      [0, 'alice', 'write', 1],
      [15, 'bob', 'write', 2],
    ];
    const copy = [
      5,
      {
        verb: 'duplicate',
        message: { from: 'alice', to: 'A', kind: 'write', nth: 1 },
      },
    ];
    const slow = [
      6,
      { verb: 'delay', message: { from: 'alice', to: 'A', kind: 'write', nth: 1, copy: 1 }, byUs: ms(300) },
    ];
    const { values, operations } = run(register, leader, calls, [copy as never, slow as never]);
    expect(values).toBe('A 2, B 2, C 2');
    expect(operations[0]?.late).toHaveLength(1);
  });
  it('keeps telling whoever has not acknowledged, until it can be heard', () => {
    const cutThenMend = [cutOff(5), mend(1000)];
    const { values, world } = run(register, leader, [[0, 'alice', 'write', 1]], cutThenMend);
    expect(values).toBe('A 1, B 1, C 1');
    expect(world.nextAt()).toBeNull();
  });
});

describe('a majority', () => {
  it('needs two rounds, and more than half', () => {
    const { operations, saw } = run(register, majority, [
      [0, 'alice', 'write', 1],
      [100, 'bob', 'read'],
    ]);
    expect(operations[0]).toMatchObject({ completedAt: ms(60) });
    expect(operations[1]).toMatchObject({ completedAt: ms(160) });
    expect(saw).toEqual(['ok value 1', 'ok value 1']);
  });
  it('reads in one round where it does not write back', () => {
    const { operations } = run(register, { ...majority, writeBack: false }, [[0, 'bob', 'read']]);
    expect(operations[0]).toMatchObject({ outcome: 'ok', completedAt: ms(40) });
  });
  it('that reads without writing back can show the new value, and then the old one', () => {
    // Alice's value is at A alone: what A sends to the others is lost. Bob hears A first, and then carol hears B.
    const calls: Call[] = [
      [0, 'alice', 'write', 1],
      [40, 'bob', 'read'],
      [150, 'carol', 'read'],
    ];
    const lost = (to: string, nth: number): Order => [
      31,
      { verb: 'drop', message: { from: nodeId('A'), to: nodeId(to), kind: 'store', nth } },
    ];
    const orders: Order[] = [lost('B', 1), lost('C', 1), [100, { verb: 'cut', links: ways('A', 'C') }]];
    const seen = (writeBack: boolean) =>
      run(register, { ...majority, writeBack }, calls, orders).saw.slice(1);
    expect(seen(false)).toEqual(['ok value 1', 'ok value 0']);
    expect(seen(true)).toEqual(['ok value 1', 'ok value 1']);
  });
  it('of five goes on without two', () => {
    const five = ['A', 'B', 'C', 'D', 'E'];
    const config = worldOf(majority, [
      [0, 'alice', 'write', 1],
      [100, 'bob', 'read'],
    ]);
    const more = five.slice(3).map((id) => ({ id: nodeId(id), role: 'replica' }));
    const pairs = more.flatMap(({ id }) => five.filter((a) => a < id).map((a) => [nodeId(a), id] as const));
    const world = (down: readonly string[]) =>
      new World(
        {
          ...config,
          nodes: [...config.nodes.slice(0, 3), ...more, ...config.nodes.slice(3)],
          links: [...config.links, ...pairs.map((between) => ({ between }))],
          script: down.map((id) => ({ at: 0, command: crash(0, id)[1] })),
        },
        register.protocol,
      ).run();
    expect(operationsOf(world(['D', 'E']).trace).map(saw)).toEqual(['ok value 1', 'ok value 1']);
    expect(operationsOf(world(['C', 'D', 'E']).trace).map(saw)).toEqual([
      'failed error "unavailable"',
      'failed error "unavailable"',
    ]);
  });
  it('refuses the minority, which knows that nothing happened, and serves the rest', () => {
    const { saw, values } = run(
      register,
      majority,
      [
        [10, 'alice', 'write', 1],
        [10, 'bob', 'write', 2],
        [500, 'alice', 'read'],
        [500, 'carol', 'read'],
      ],
      [cutOff(5)],
    );
    expect(saw).toEqual([
      'failed error "unavailable"',
      'ok value 2',
      'failed error "unavailable"',
      'ok value 2',
    ]);
    expect(values).toBe('A 0, B 2, C 2');
  });
  it('cannot say when the others went away between the rounds', () => {
    // Alice at 0, the query at 10, the answers at 30: A keeps the value and sends it, and is cut off.
    const { saw, values } = run(register, majority, [[0, 'alice', 'write', 1]], [cutOff(35)]);
    expect(saw).toEqual(['unknown error "unavailable"']);
    expect(values).toBe('A 1, B 0, C 0');
  });
  it('survives the crash of any one replica', () => {
    const calls: Call[] = [
      [0, 'alice', 'write', 1],
      [200, 'carol', 'read'],
    ];
    expect(run(register, majority, calls, [crash(100, 'A')]).saw).toEqual(['ok value 1', 'ok value 1']);
    expect(run(register, majority, calls, [crash(100, 'B')]).saw).toEqual(['ok value 1', 'ok value 1']);
  });
  it('remembers after a crash what it refused', () => {
    const copy = { from: 'alice', to: 'A', kind: 'write', nth: 1 };
    const { saw, values } = run(
      register,
      majority,
      [[0, 'alice', 'write', 1]],
      [
        [1, { verb: 'duplicate', message: copy as never }],
        [2, { verb: 'delay', message: { ...copy, copy: 1 } as never, byUs: ms(1000) }],
        cutOff(3),
        crash(400, 'A'),
        restart(450, 'A'),
        mend(500),
      ],
    );
    expect(saw).toEqual(['failed error "unavailable"']);
    expect(values).toBe('A 0, B 0, C 0');
  });
});

describe('whoever is asked', () => {
  it('answers on both sides, and they part', () => {
    const { saw, values, broken } = run(
      register,
      available,
      [
        [10, 'alice', 'write', 1],
        [10, 'bob', 'write', 2],
        [100, 'alice', 'read'],
        [100, 'carol', 'read'],
      ],
      [cutOff(5)],
    );
    expect(saw).toEqual(['ok value 1', 'ok value 2', 'ok value 1', 'ok value 2']);
    expect(values).toBe('A 1, B 2, C 2');
    expect(broken).toEqual(['replicas agree']);
  });
  const parted: Call[] = [
    [10, 'alice', 'write', 1],
    [15, 'bob', 'write', 2],
    [2000, 'carol', 'read'],
  ];
  it('merges afterwards: the last writer wins, and a tie goes to the later name', () => {
    const { saw, values, broken } = run(register, available, parted, [cutOff(5), mend(1000)]);
    expect(values).toBe('A 2, B 2, C 2');
    expect(saw[2]).toBe('ok value 2');
    expect(broken).toEqual([]);
  });
  it('or keeps both as siblings, until somebody who has seen both writes', () => {
    const siblings = { ...available, merge: 'siblings' };
    const { saw, values } = run(register, siblings, parted, [cutOff(5), mend(1000)]);
    expect(values).toBe('A 1 or 2, B 1 or 2, C 1 or 2');
    expect(saw[2]).toBe('ok value [1,2]');
    const after = [...parted, [2500, 'carol', 'write', 3]] as Call[];
    expect(run(register, siblings, after, [cutOff(5), mend(1000)]).values).toBe('A 3, B 3, C 3');
  });
  it('by wall clock, a fast clock beats what came later', () => {
    const wall = { ...available, versions: 'wall clock' };
    const fast = [1, { verb: 'clock', node: 'A', offsetUs: ms(60_000) }];
    const calls: Call[] = [
      [10, 'alice', 'write', 1],
      [500, 'bob', 'write', 2],
    ];
    expect(run(register, wall, calls).values).toBe('A 2, B 2, C 2');
    const skewed = run(register, wall, calls, [fast as never]);
    expect(skewed.saw).toEqual(['ok value 1', 'ok value 2']);
    expect(skewed.values).toBe('A 1, B 1, C 1');
  });
});

describe('a bank', () => {
  const both: Call[] = [
    [10, 'alice', 'cas', [100, 40]],
    [10, 'bob', 'cas', [100, 40]],
  ];
  const oneYes = ['ok value false', 'ok value true'];
  it('that has one owner of the balance, or a majority, pays once', () => {
    for (const params of [leader, majority]) {
      const { saw, broken, values } = run(bank, params, both);
      expect([...saw].sort()).toEqual(oneYes);
      expect(values).toBe('A 40, B 40, C 40');
      expect(broken).toEqual([]);
    }
  });
  it('that answers on both sides of a cut pays twice', () => {
    const { saw, broken } = run(bank, available, both, [cutOff(5), mend(1000)]);
    expect(saw).toEqual(['ok value true', 'ok value true']);
    expect(broken).toEqual(['nobody overdraws']);
  });
  it('whose leader is cut off refuses its own side, and leaves the other in doubt', () => {
    const { saw, broken, values } = run(bank, majority, both, [cutOff(5)]);
    expect(saw).toEqual(['failed error "unavailable"', 'unknown error "the leader does not answer"']);
    expect(broken).toEqual(['every operation answered']);
    expect(values).toBe('A 100, B 100, C 100');
  });
  it('keeps accounts apart by their keys, and counts what is paid in', () => {
    const { saw, broken, values } = run(bank, available, [
      [10, 'alice', 'cas', { key: 'alice', value: [100, 0] }],
      [100, 'alice', 'cas', { key: 'bob', value: [100, 150] }],
      [200, 'bob', 'cas', { key: 'bob', value: [150, 0] }],
    ]);
    expect(saw).toEqual(['ok value true', 'ok value true', 'ok value true']);
    expect(values).toBe('A 0 and 0, B 0 and 0, C 0 and 0');
    expect(broken).toEqual([]);
  });
  it('has what a plain register has not', () => {
    expect(run(register, leader, [[0, 'alice', 'cas', [0, 1]]]).saw).toEqual([
      'failed error "there is no cas here"',
    ]);
  });
});

it('waits as long as its time-out says, and takes a late answer for what it is', () => {
  const { saw, operations } = run(register, { ...leader, timeoutUs: ms(15) }, [[0, 'alice', 'write', 1]]);
  expect(saw).toEqual(['unknown timeout']);
  expect(operations[0]?.late).toMatchObject([{ at: ms(20), seen: { value: 1 } }]);
});

it('says what a person should see', () => {
  const { view } = run(register, leader, [[0, 'bob', 'write', 7]], [cutOff(25)]);
  const words = Object.fromEntries(view.nodes.map((n) => [n.id, n.words]));
  expect(words).toEqual({
    A: 'leads, 7',
    B: '0',
    C: '0',
    alice: 'asks A',
    bob: 'write 7: the leader does not answer',
    carol: 'asks C',
  });
  expect(view.nodes[0]?.emphasis).toBe('filled');
  expect(view.nodes[0]?.facts).toContainEqual({ name: 'value', value: '7, version 1 by A' });
  expect(view.nodes[0]?.facts).toContainEqual({ name: 'not yet acknowledged by', value: 'B, C' });
});
