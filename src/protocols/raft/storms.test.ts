/** Figure 3: in storms of what Raft assumes, each of its properties holds; of those who get it wrong, not. */

import { describe, expect, it, vi } from 'vitest';
import { operationsOf, World } from '#/kernel';
import { historyOf, judge } from '#/scenarios';
import { raft } from '.';
import { type MutantName, mutants } from './mutants';
import { stormy, type Weather } from './storm.fixture';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const RUNS = 50;
/** Elections follow one another so quickly that messages of one meet the next. */
const hasty = { electionMinUs: 50_000, electionMaxUs: 100_000, heartbeatUs: 20_000 };

/** The names of what does not hold at the end of a storm, when it has been calm for a while; and what was answered. */
function outcome(seed: number, weather: Weather): { broken: string[]; ok: number; unknown: number } {
  const world = new World(stormy(seed, weather), raft.protocol).run();
  const operations = operationsOf(world.trace);
  const view = world.view();
  const names = Object.keys(raft.properties).filter((name) => name !== 'every operation answered');
  const broken = names.filter((name) => !raft.properties[name]?.holds(view, operations));
  const history = historyOf(`storm ${seed}`, operations, raft);
  if (history) {
    const { verdict, reason } = judge(history, 'cas-register', 'linearizable');
    if (verdict === 'violated') broken.push('linearizable');
    else if (verdict !== 'ok') throw new Error(`Storm ${seed}: ${reason}`);
  }
  const ok = operations.filter((op) => op.outcome === 'ok').length;
  return { broken, ok, unknown: operations.length - ok };
}

describe(`in ${RUNS} storms each, every property holds, and at the end a leader serves`, () => {
  it.each<[string, Weather]>([
    ['as it comes', {}],
    [
      'three servers in a hurry, one entry at a time',
      { servers: 3, fierce: 15, params: { ...hasty, maxEntries: 1 } },
    ],
    ['pre-vote and reads through the log', { params: { preVote: true, reads: 'log' } }],
    ['snapshots', { fierce: 8, params: { snapshotEvery: 3 } }],
    ['lease reads, clocks that drift within the bound', { driftPpm: 9_000, params: { reads: 'lease' } }],
    ['read index, clocks that drift as they like', { driftPpm: 200_000 }],
    [
      'members that come and go, with pre-vote and snapshots',
      { moves: true, params: { preVote: true, snapshotEvery: 4 } },
    ],
  ])('%s', (_, weather) => {
    let [ok, unknown] = [0, 0];
    for (let seed = 1; seed <= RUNS; seed++) {
      const run = outcome(seed, weather);
      expect({ seed, broken: run.broken }).toEqual({ seed, broken: [] });
      ok += run.ok;
      unknown += run.unknown;
    }
    // They were storms, and there was something to judge.
    expect(ok).toBeGreaterThan(RUNS * 8);
    expect(unknown).toBeGreaterThan(RUNS / 10);
  });
});

describe('a storm of what Raft assumes shows what is wrong with', () => {
  const threeHasty: Weather = { servers: 3, fierce: 20, params: hasty };
  it.each<[MutantName, number, Weather]>([
    [
      'forgets-vote',
      949,
      { ...threeHasty, fierce: 30, crashesOn: ['RequestVote'], params: { ...hasty, electionMaxUs: 90_000 } },
    ],
    [
      'counts-old-terms',
      105,
      { fierce: 20, crashesOn: ['AppendEntries', 'Appended', 'Vote'], params: hasty },
    ],
    ['votes-for-any-log', 2, threeHasty],
    ['counts-reachable', 2, threeHasty],
    ['does-not-step-down', 4, threeHasty],
    ['accepts-old-leaders', 271, threeHasty],
    ['cuts-on-every-append', 40, threeHasty],
    ['counts-votes-twice', 2, { fierce: 10 }],
    ['counts-late-votes', 15, threeHasty],
    ['keeps-its-vote', 1, threeHasty],
    ['commits-what-does-not-fit', 2, threeHasty],
    ['reads-without-asking', 19, threeHasty],
    ['skips-the-no-op', 6, threeHasty],
    ['runs-retries-again', 28, threeHasty],
  ])('%s', (mutant, seed, weather) => {
    const params = { ...weather.params, ...raft.mutants?.[mutant]?.params };
    expect(outcome(seed, { ...weather, params }).broken).toEqual([]);
    const { broken } = outcome(seed, { ...weather, params: { ...params, mutant } });
    expect(broken).toContain(mutants[mutant].breaks);
  });
  it.each<[MutantName, number, RegExp]>([
    ['does-not-step-down', 4, /^S1 and S3 have both led term 3\.$/],
    [
      'votes-for-any-log',
      2,
      /^Entry \d+ of term \d+ was committed in term \d+, and S\d came to lead term \d+ /,
    ],
    [
      'commits-what-does-not-fit',
      2,
      /^As entry \d+, S\d has \S+ of term \d+, and (S\d|alice|bob) has \S+ of/,
    ],
  ])('%s, and it is told who and where', (mutant, seed, words) => {
    const weather = { ...threeHasty, params: { ...hasty, mutant } };
    const view = new World(stormy(seed, weather), raft.protocol).run().view();
    expect(raft.properties[mutants[mutant].breaks]?.tells?.(view, [])).toMatch(words);
  });
});
