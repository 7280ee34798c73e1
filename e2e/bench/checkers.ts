// The judge of linearizability against the search as it is usually written (Wing & Gong with a memo on the set of
// linearized operations and the state, step by step what porcupine does, in the same language), on generated
// histories of the shape of porcupine's recordings of etcd: a compare-and-set register, five clients, about 86
// operations, some without a reply. Both only say yes or no. Then what a page waits for, and what is too hard.
import { type History, judge } from '#/checkers';
import { decide } from '../../src/checkers/linearizable/decide';
import { Purse } from '../../src/checkers/linearizable/purse';
import { wingGong } from '../../src/checkers/linearizable/wing-gong.fixture';
import { objectCalled } from '../../src/checkers/objects';
import { etcdShaped } from '../../src/checkers/random-histories.fixture';
import { hardest } from './checkers-hard';
import { median, quantile, type Row } from './measure';

const HISTORIES = 102;
const ROUNDS = 7;
const GOAL = 2.2;
/** The usual search is stopped after so many steps and counted as if it had been done: some take it minutes. */
const MOST = 300_000;
const VERDICT_MS_MAX = 50;

const object = objectCalled('cas-register');
const ms = (time: number): string => `${time.toFixed(time < 1 ? 3 : 1)} ms`;
const sum = (times: readonly number[]): number => times.reduce((all, time) => all + time, 0);

function timed(work: () => unknown): number {
  const began = performance.now();
  const kept = work();
  const took = performance.now() - began;
  if (kept === null) throw new Error('Nothing was judged.');
  return took;
}

interface Measured {
  readonly usual: number;
  readonly ours: number;
}

/** The same history through both, in turns; the median of the rounds. A search that is stopped is not run again. */
function sideBySide(history: History): Measured {
  const usual: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const took = usual[0] ?? 0;
    if (took < 100) usual.push(timed(() => wingGong(history, object, MOST) ?? 'stopped'));
    ours.push(timed(() => decide(history, object, new Purse({ steps: 5_000_000, bytes: 2 ** 27 })).found));
  }
  return { usual: median(usual), ours: median(ours) };
}

export function run(): Row[] {
  const histories = Array.from({ length: HISTORIES }, (_, seed) => etcdShaped(seed));
  for (const history of histories.slice(0, 20)) sideBySide(history);
  const measured = histories.map(sideBySide);
  const slow = [...measured].sort((x, y) => y.ours - x.ours).slice(0, Math.ceil(HISTORIES / 10));
  const slowRatio = sum(slow.map(({ usual }) => usual)) / sum(slow.map(({ ours }) => ours));
  const slowUsual = [...measured].sort((x, y) => y.usual - x.usual).slice(0, Math.ceil(HISTORIES / 10));
  const each = measured.map(({ usual, ours }) => usual / ours);
  const long = Array.from({ length: 20 }, (_, seed) => etcdShaped(seed, 200));
  const ask = (history: History) => timed(() => judge(history, 'cas-register', 'linearizable').verdict);
  // The first time of all is told apart: the engine has not seen the code that explains yet.
  const cold = ask(long.at(-1) as History);
  const verdicts = long.map((history) => median([ask(history), ask(history), ask(history)]));
  return [
    {
      what: `${HISTORIES} histories, the usual search (stopped after ${MOST / 1000} thousand steps)`,
      measured: ms(sum(measured.map(({ usual }) => usual))),
    },
    { what: `${HISTORIES} histories, ours`, measured: ms(sum(measured.map(({ ours }) => ours))) },
    { what: 'how much faster, the median history', measured: `${median(each).toFixed(2)} times` },
    {
      what: 'how much faster, the tenth that is slowest for ours',
      measured: `${slowRatio.toFixed(1)} times`,
      goal: `at least ${GOAL}`,
      met: slowRatio >= GOAL,
    },
    {
      what: 'how much faster, the tenth that is slowest for the usual search',
      measured: `${(sum(slowUsual.map(({ usual }) => usual)) / sum(slowUsual.map(({ ours }) => ours))).toFixed(0)} times`,
    },
    {
      what: '200 operations, with who is to blame and why: median, slow tenth',
      measured: `${ms(median(verdicts))}, ${ms(quantile(verdicts, 0.9))}; the very first ${ms(cold)}`,
      goal: `under ${VERDICT_MS_MAX} ms`,
      met: quantile(verdicts, 0.9) < VERDICT_MS_MAX,
    },
    ...hardest(),
  ];
}
