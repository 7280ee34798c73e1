/** Figures 7 and 8 of the paper, and a lease on a clock that goes wrong: the scenarios, with what comes of them. */

import { describe, expect, it } from 'vitest';
import { type Entry, KernelError, type View, World } from '#/kernel';
import {
  finish,
  historyOf,
  judge,
  loadProtocol,
  type Scenario,
  scenarioProblems,
  scenario as schema,
  type Variant,
  worldConfig,
} from '#/scenarios';
import { raft } from '.';
import { diskOf, safety } from './place';
import main from './scenarios/raft';
import figure7 from './scenarios/raft-figure-7';
import figure8 from './scenarios/raft-figure-8';
import lease from './scenarios/raft-lease';
import three from './scenarios/raft-three';

const broken = (view: View): string[] => safety.filter((name) => !raft.properties[name]?.holds(view, []));
const elected = (trace: readonly Entry[]): string[] =>
  trace.flatMap((e) =>
    e.type === 'persisted' && e.key === 'led' ? [`${e.node} ${(e.value as { term: number }).term}`] : [],
  );
const logs = (view: View): string[] => raft.observers.logs?.(view).split(', ') ?? [];

it.each([
  ['raft', main],
  ['raft-figure-7', figure7],
  ['raft-figure-8', figure8],
  ['raft-lease', lease],
  ['raft-three', three],
])('%s is well formed', async (name, data) => {
  const scenario = schema.parse(data);
  expect(scenario.name).toBe(name);
  expect(scenarioProblems(scenario, await loadProtocol('raft'))).toEqual([]);
});

describe('figure 7', () => {
  const scenario = schema.parse(figure7);
  it('the leader wins term 8 with the votes of those whose logs are not ahead of its own', () => {
    const { trace } = finish(scenario, raft);
    expect(elected(trace)).toEqual(['leader 8']);
    const votes = trace.flatMap((e) =>
      e.type === 'delivered' && e.kind === 'Vote' && (e.body as { voteGranted: boolean }).voteGranted
        ? [e.from]
        : [],
    );
    expect([...votes].sort()).toEqual(['a', 'b', 'e', 'f']);
  });
  it('makes every log equal to its own, and never touches its own but to add', () => {
    const { trace, view } = finish(scenario, raft);
    const terms = '1 1 1 4 4 5 5 6 6 6 8';
    expect(logs(view)).toEqual(scenario.nodes.map(({ id }) => `${id} ${terms}`));
    expect(raft.observers.commits?.(view)).toBe(scenario.nodes.map(({ id }) => `${id} 11`).join(', '));
    expect(broken(view)).toEqual([]);
    const ofLeader = trace.flatMap((e) =>
      e.type === 'persisted' && e.node === 'leader' && e.key === 'log' ? [e.append] : [],
    );
    expect(ofLeader).toEqual([true]);
  });
  it('backs up by terms (§5.3): a follower refuses once for what it lacks, and once for each conflicting term', () => {
    // Without heartbeats in between, which would ask again.
    const { trace } = finish(scenario, raft, { knobs: { heartbeat: 500 } });
    const refusals = (id: string) =>
      trace.filter(
        (e) =>
          e.type === 'delivered' &&
          e.from === id &&
          e.kind === 'Appended' &&
          !(e.body as { success: boolean }).success,
      ).length;
    const counts = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => [id, refusals(id)]));
    expect(counts).toEqual({ a: 1, b: 1, c: 0, d: 0, e: 2, f: 2 });
  });
});

describe('figure 8', () => {
  const scenario = schema.parse(figure8);
  const played = (variant: Variant = {}) => {
    const run = finish(scenario, raft, variant);
    const at = run.trace.find((e) => e.type === 'crashed' && e.node === 'S1')?.at ?? 0;
    const then = new World(worldConfig(scenario, raft, variant), raft.protocol).run(at).view();
    return { ...run, then };
  };
  it('a majority has the entry of term 2 when S1 crashes, and it is not committed', () => {
    const { then, trace } = played();
    expect(elected(trace)).toEqual(['S1 4', 'S5 5']);
    expect(logs(then)).toEqual(['S1 1 2 4', 'S2 1 2', 'S3 1 2', 'S4 1 2', 'S5 1 3']);
    expect(raft.observers.commits?.(then)).toBe('S1 down, S2 0, S3 0, S4 0, S5 0');
    expect(then.nodes.find(({ id }) => id === 'alice')?.words).toBe('waits: write 2.2');
  });
  it('S5 overwrites it, and no promise is broken; Alice’s retry is written anew', () => {
    const { view } = played();
    expect(logs(view)).toEqual(['S1 1 3 5 5', 'S2 1 3 5 5', 'S3 1 3 5 5', 'S4 1 3 5 5', 'S5 1 3 5 5']);
    expect(broken(view)).toEqual([]);
  });
  it('whoever commits by counting has told Alice, and then forgets her write', () => {
    const { then, view } = played({ knobs: { mutant: 'counts-old-terms' } });
    expect(then.nodes.find(({ id }) => id === 'alice')?.words).toBe('write 2.2: done');
    expect(logs(view)[0]).toBe('S1 1 3 5');
    expect(broken(view)).toEqual(['leader completeness', 'state-machine safety']);
  });
  it('(e): once an entry of its own term is on a majority, S5 cannot win', () => {
    // The same, but S1 is neither cut off from S3 and S4 nor crashes before its entry of term 4 has come to them.
    const script = (scenario.script ?? []).flatMap((item): NonNullable<Scenario['script']> => {
      const { command } = item;
      if (command.verb === 'cut' && command.links.length === 1) return [];
      return command.verb === 'crash' && command.node === 'S1'
        ? [{ ...item, afterUs: 60_000 } as typeof item]
        : [item];
    });
    const { trace, view } = finish({ ...scenario, script, workload: [] }, raft);
    const [first, second = ''] = elected(trace);
    expect(first).toBe('S1 4');
    expect(second).toMatch(/^S[34] \d/);
    expect(logs(view)[4]).toMatch(/^S5 1 2 4/);
    expect(broken(view)).toEqual([]);
  });
});

describe('a lease', () => {
  const scenario = schema.parse(lease);
  const verdict = (variant: Variant) => {
    const history = historyOf('lease', finish(scenario, raft, variant).operations, raft);
    return history && judge(history, 'cas-register', 'linearizable').verdict;
  };
  const drift = (driftPpm: number) => ({
    script: [{ at: 850_000, command: { verb: 'clock', node: 'S1', driftPpm } as never }],
  });
  it('holds as long as clocks drift no more than it allows for', () => {
    expect(verdict({})).toBe('ok');
    expect(verdict(drift(-10_000))).toBe('ok');
    expect(verdict(drift(10_000))).toBe('ok');
  });
  it('breaks when the leader’s clock is slower than that: outside what Raft with leases assumes', () => {
    expect(verdict(drift(-500_000))).toBe('violated');
    // Nothing but the reads is wrong.
    expect(broken(finish(scenario, raft, drift(-500_000)).view)).toEqual([]);
  });
  it('with a bound as wide as the drift, or with a read index, no clock does harm', () => {
    expect(verdict({ ...drift(-500_000), params: { driftBoundPercent: 50 } })).toBe('ok');
    expect(verdict({ ...drift(-500_000), params: { reads: 'read index' } })).toBe('ok');
  });
});

describe('a disk that Raft cannot have written is refused', () => {
  const scenario = schema.parse(figure8);
  const startWith = (disk: object) =>
    new World({ ...worldConfig(scenario, raft), durable: { S1: disk as never } }, raft.protocol);
  it.each<[string, object]>([
    ['entry 2 of its log is of an earlier term than the one before it', diskOf(3, '', 2, 1)],
    ['entry 2 of its log is of a term that has not come yet', diskOf(3, '', 1, 4)],
    [
      'entry 1 of its log is not number 1',
      { 'term and vote': { currentTerm: 9, votedFor: '' }, log: diskOf(3, '', 1, 2).log.slice(1) },
    ],
    ['its term and vote are no such thing', { 'term and vote': { currentTerm: -1, votedFor: '' } }],
    ['its log is no list', { log: 'none' }],
    ['its members are no list of names', { members: [] }],
  ])('%s', (why, disk) => {
    expect(() => startWith(disk)).toThrow(new KernelError(`S1 cannot start from its disk: ${why}.`));
  });
  it('one of the figure is not', () => {
    expect(() => startWith(diskOf(7, 'd', 1, 1, 1, 4))).not.toThrow();
  });
});
