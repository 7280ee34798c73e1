/** What a person sees of a server, and that nothing of it is anything but plain data. */

import { describe, expect, it } from 'vitest';
import { World } from '#/kernel';
import { raft } from '.';
import { run, type Setting, start } from './five.fixture';
import { diskOf } from './place';
import { stormy } from './storm.fixture';

/** S1 leads from 327 ms on. */
const calm: Setting = {
  seed: 5,
  servers: 3,
  params: { electionMinUs: 300_000, electionMaxUs: 400_000 },
  durable: { alice: { home: 'S1' } },
};
const seen = (setting: Setting, atMs: number, id: string) =>
  start(setting)
    .run(atMs * 1000)
    .view()
    .nodes.find((n) => n.id === id);
const fact = (node: ReturnType<typeof seen>, name: string) => node?.facts.find((f) => f.name === name)?.value;

describe('a server shows', () => {
  it('its role: leader filled, candidate a ring with its votes, follower an outline', () => {
    const candidate = seen(calm, 310, 'S1');
    expect(candidate?.words).toBe('candidate, term 1');
    expect(candidate?.emphasis).toBe('ring');
    expect(fact(candidate, 'votes')).toBe('1 of 3');
    expect(seen(calm, 400, 'S1')).toMatchObject({ words: 'leader, term 1', emphasis: 'filled' });
    const follower = seen(calm, 400, 'S2');
    expect(follower).toMatchObject({ words: 'follower, term 1', emphasis: 'outline' });
    expect(fact(follower, 'votedFor')).toBe('S1');
    expect(fact(follower, 'leader')).toBe('S1');
  });
  it('its log, entry by entry, with what it knows to be committed', () => {
    const setting: Setting = { ...calm, calls: [[600, 'alice', 'write', 7]] };
    const cells = (atMs: number, id: string) => seen(setting, atMs, id)?.log;
    expect(cells(250, 'S1')).toMatchObject({ from: 1, cells: [] });
    const noOp = { term: 1, words: 'no-op', committed: true };
    expect(cells(620, 'S1')).toMatchObject({
      from: 1,
      cells: [noOp, { term: 1, words: '7', committed: false }],
    });
    expect(cells(900, 'S3')).toMatchObject({
      from: 1,
      cells: [noOp, { term: 1, words: '7', committed: true }],
    });
  });
  it('a log that begins after its snapshot, and none but an empty one with its disk lost', () => {
    const snapshot = {
      lastIncludedIndex: 3,
      lastIncludedTerm: 1,
      members: ['S1', 'S2', 'S3'],
      machine: { value: 9, sessions: {} },
    };
    const { log } = diskOf(1, '', 1, 1, 1, 1);
    const disk = { ...diskOf(1, ''), log: log.slice(3), snapshot };
    const setting: Setting = {
      ...calm,
      durable: { S2: disk as never },
      orders: [[100, { verb: 'crash', node: 'S3' as never, disk: 'lost' }]],
    };
    expect(seen(setting, 200, 'S2')?.log).toMatchObject({
      from: 4,
      cells: [{ term: 1, words: '1.4', committed: false }],
    });
    expect(fact(seen(setting, 200, 'S2'), 'value')).toBe('9');
    expect(seen(setting, 200, 'S3')?.log).toMatchObject({ from: 1, cells: [] });
  });
  it.each([
    ['none', 'S1'],
    ['forgets-vote', 'none'],
  ])('down, what its disk has of its term, vote and log, with mutant %s', (mutant, vote) => {
    const setting: Setting = {
      ...calm,
      params: { ...calm.params, mutant },
      calls: [[600, 'alice', 'write', 7]],
      orders: [[900, { verb: 'crash', node: 'S2' as never, disk: 'kept' }]],
    };
    const before = seen(setting, 890, 'S2');
    expect(before?.log?.beside).toEqual([
      { name: 'term', value: '1' },
      { name: 'vote', value: 'S1' },
    ]);
    expect(before?.log?.cells.map(({ committed }) => committed)).toEqual([true, true]);
    const down = seen(setting, 950, 'S2');
    expect(down).toMatchObject({ status: 'crashed', words: 'down', facts: [] });
    expect(down?.log?.beside?.map(({ value }) => value)).toEqual(['1', vote]);
    // How much is committed is not on the disk.
    expect(down?.log?.cells).toEqual(before?.log?.cells.map((cell) => ({ ...cell, committed: false })));
  });
  it('a timer for as long as it waits for a leader, and one for the next heartbeat', () => {
    const timers = (id: string) => seen(calm, 400, id)?.timers.map(({ name }) => name);
    expect(timers('S1')).toEqual(['heartbeat']);
    expect(timers('S2')).toEqual(['election']);
  });
});

it.each([1, 2, 3])('storm %i that goes through JSON again and again is the same storm', (seed) => {
  const config = stormy(seed, { params: { snapshotEvery: 4, preVote: seed === 2 }, moves: seed === 3 });
  const straight = new World(config, raft.protocol).run();
  const cloned = new World(config, raft.protocol);
  for (let i = 1; cloned.next(); i++) {
    if (i % 10 === 0) cloned.restore(JSON.parse(JSON.stringify(cloned.checkpoint())));
  }
  expect(cloned.digest).toBe(straight.digest);
  expect(raft.observers.logs?.(cloned.view())).toBe(raft.observers.logs?.(straight.view()));
});

it('what is asked of a client that no register knows certainly did not happen', () => {
  const { saw } = run({ ...calm, calls: [[10, 'alice', 'pop']] });
  expect(saw).toEqual(['failed error "there is no pop here"']);
});
