// The search for runs that break promises: how long ten thousand storms over Raft as it should be take, how soon each
// wrong one is found in its small world, and how far the run made small is from the shortest that exploring finds.
import { Worker } from 'node:worker_threads';
import {
  exploreScenario,
  loadProtocol,
  type ProtocolModule,
  type Scenario,
  type Searched,
  type SearchOptions,
  type Shortest,
  scenarioLoaders,
  scenario as schema,
  searchScenario,
  shortestWay,
  smallWorld,
} from '#/scenarios';
import type { Row } from './measure';
import type { Outcome, Share } from './storm-worker';

const STORMS = 10_000;
const CORES = 2;
const MOST_MINUTES = 2;
const MOST_SECONDS = 10;
const MOST_TIMES = 1.5;
/** Of each small world, for Raft as it should be. */
const SURVIVED = 500;
/** More than these, and only so much is known of the shortest way: that it is longer than what was tried. */
const MOST_STATES = 700_000;

function timed(scenario: Scenario, module: ProtocolModule, options: SearchOptions) {
  const began = performance.now();
  const looking = searchScenario(scenario, module, options);
  let first = Number.NaN;
  for (let next = looking.next(); ; next = looking.next()) {
    const now = (performance.now() - began) / 1000;
    if (next.done) return { first: first || now, seconds: now, searched: next.value as Searched };
    if (next.value.doing === 'shrinking' && Number.isNaN(first)) first = now;
  }
}

/** On as many threads as there are cores, each from a seed of its own. */
function share(workerData: Share): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // Loaders do not follow into threads by themselves.
    const begin = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(
      new URL('./storm-worker.ts', import.meta.url).href,
    )}); });`;
    const worker = new Worker(begin, { eval: true, workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function tenThousand(): Promise<Row[]> {
  const began = performance.now();
  const shares = Array.from({ length: CORES }, (_, i) => ({ seed: i + 1, schedules: STORMS / CORES }));
  const outcomes = await Promise.all(shares.map(share));
  const minutes = (performance.now() - began) / 60_000;
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, o) => total + of(o), 0);
  const broken = outcomes.flatMap((o) => o.broken ?? []);
  const millions = (sum((o) => o.events) / 1e6).toFixed(1);
  return [
    {
      what: `five servers, Raft as it should be: ${STORMS} storms on ${CORES} threads`,
      measured: `${(60 * minutes).toFixed(0)} s, ${millions} million events`,
      goal: `under ${MOST_MINUTES} min`,
      met: minutes < MOST_MINUTES,
    },
    {
      what: 'of these, broken or not to be judged',
      measured: broken.join(', ') || `none, ${sum((o) => o.undecided)} not judged`,
      goal: 'none',
      met: broken.length === 0 && sum((o) => o.undecided) === 0 && sum((o) => o.survived) === STORMS,
    },
  ];
}

/** In words, and how many times the shortest it is at most. */
function against(steps: number, shortest: Shortest | null): { words: string; times: number } {
  if (shortest === null) return { words: 'not to be told without time', times: 0 };
  const least = 'choices' in shortest ? shortest.choices : shortest.moreThan + 1;
  const known = 'choices' in shortest ? `${least}` : `more than ${shortest.moreThan}`;
  return { words: `the shortest ${known}: ${(steps / least).toFixed(2)} times`, times: steps / least };
}

async function wrongRafts(): Promise<Row[]> {
  const module = await loadProtocol('raft');
  const rows: Row[] = [];
  const right = new Set<string>();
  for (const mutant of Object.keys(module.mutants ?? {})) {
    const world = await smallWorld(module, mutant);
    if (world === null) continue;
    const { more, scenario, variant } = world;
    const { first, searched, seconds } = timed(scenario, module, {
      variant,
      mutant,
      more,
      schedules: 10_000,
    });
    const { found } = searched;
    const { words, times } = against(
      found?.explains.steps ?? 0,
      shortestWay(world, module, mutant, MOST_STATES),
    );
    rows.push({
      what: `${mutant}, in ${scenario.name}`,
      measured: found
        ? `storm ${found.nth}, ${first.toFixed(1)} s; ${seconds.toFixed(1)} s in all; ${found.foundSteps} things done, ${found.steps.length} left; ${found.explains.steps} steps, ${words}`
        : `not in ${searched.schedules} storms, ${seconds.toFixed(1)} s`,
      goal: `under ${MOST_SECONDS} s, at most ${MOST_TIMES} times`,
      met: found !== null && seconds < MOST_SECONDS && times <= MOST_TIMES,
    });
    const name = `${scenario.name} ${JSON.stringify(variant.params ?? {})}`;
    if (right.has(name)) continue;
    right.add(name);
    const quiet = timed(scenario, module, { variant, schedules: SURVIVED }).searched;
    if (quiet.found || quiet.undecided.length > 0) {
      rows.push({
        what: `${name}: as it should be`,
        measured: String(quiet.found?.property),
        goal: 'none',
        met: false,
      });
    }
  }
  return [
    ...rows,
    {
      what: `these ${right.size} small worlds, Raft as it should be: ${SURVIVED} storms in each`,
      measured: rows.some(({ goal }) => goal === 'none') ? 'broken' : 'none broken',
      goal: 'none',
      met: rows.every(({ goal }) => goal !== 'none'),
    },
  ];
}

/** How many steps led to it in the smallest run, and how many choices the shortest one has that exploring finds. */
async function wrongCommits(): Promise<Row[]> {
  const scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
  const module = await loadProtocol(scenario.protocol);
  const faults = { redelivers: false, maxLost: 1, maxDuplicated: 1, maxCrashes: 1 };
  return Object.entries(module.mutants ?? {}).map(([mutant, { params }]) => {
    const { searched, seconds } = timed(scenario, module, { mutant, schedules: 5_000 });
    const bounds = mutant === 'forgets' || mutant === 'says-before-writing' ? faults : {};
    const path = exploreScenario(scenario, module, {
      bounds,
      properties: ['consistent'],
      variant: { params: { ...params, mutant } },
      untilBroken: true,
    }).violations.consistent?.path.length;
    const steps = searched.found?.explains.steps ?? Number.POSITIVE_INFINITY;
    const { times, words } = against(steps, path === undefined ? null : { choices: path });
    return {
      what: `two-phase commit, ${mutant}`,
      measured: `storm ${searched.found?.nth}; ${seconds.toFixed(1)} s in all; ${steps} steps, ${words}`,
      goal: `under ${MOST_SECONDS} s, at most ${MOST_TIMES} times`,
      met: searched.found !== null && seconds < MOST_SECONDS && times <= MOST_TIMES,
    };
  });
}

export async function run(): Promise<Row[]> {
  return [...(await tenThousand()), ...(await wrongRafts()), ...(await wrongCommits())];
}
