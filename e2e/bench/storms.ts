// The search for runs that break promises: how fast the real Raft survives storms, how soon each wrong one is found
// on its small instance, and how far a run made small is from the shortest that exploring finds.
import {
  exploreScenario,
  loadProtocol,
  type ProtocolModule,
  type Scenario,
  type Searched,
  type SearchOptions,
  scenarioLoaders,
  scenario as schema,
  searchScenario,
} from '#/scenarios';
import type { Row } from './measure';

const SURVIVING = 300;
const STORMS = 10_000;
const MOST_MINUTES = 2;
const MOST_SECONDS = 10;
const MOST_TIMES = 1.5;

/** Elections follow one another so quickly that messages of one meet the next. */
const hasty = { electionMinUs: 50_000, electionMaxUs: 100_000, heartbeatUs: 20_000 };

/** The small instance for each mutant of Raft that storms alone find. */
const instances: readonly (readonly [mutant: string, scenario: 'raft' | 'raft-three', SearchOptions])[] = [
  ['forgets-vote', 'raft-three', { variant: { params: hasty } }],
  ['accepts-old-leaders', 'raft-three', { variant: { params: hasty }, most: 20 }],
  ['counts-late-votes', 'raft-three', { variant: { params: hasty } }],
  ['votes-for-any-log', 'raft-three', {}],
  ['counts-reachable', 'raft-three', {}],
  ['does-not-step-down', 'raft-three', {}],
  ['keeps-its-vote', 'raft-three', {}],
  ['cuts-on-every-append', 'raft', {}],
  ['commits-what-does-not-fit', 'raft', {}],
  ['reads-without-asking', 'raft', {}],
  ['skips-the-no-op', 'raft', {}],
  ['runs-retries-again', 'raft', {}],
];

function timed(scenario: Scenario, module: ProtocolModule, options: SearchOptions) {
  const began = performance.now();
  const looking = searchScenario(scenario, module, options);
  for (let next = looking.next(); ; next = looking.next()) {
    if (next.done) return { seconds: (performance.now() - began) / 1000, searched: next.value as Searched };
  }
}

async function worldOf(name: keyof typeof scenarioLoaders) {
  const scenario = schema.parse(await scenarioLoaders[name]());
  return { scenario, module: await loadProtocol(scenario.protocol) };
}

/** How many events the smallest run has until it breaks, and how many choices the shortest one that exploring finds. */
async function againstTheShortest(): Promise<Row[]> {
  const { module, scenario } = await worldOf('two-phase-commit');
  const faults = { redelivers: false, maxLost: 1, maxDuplicated: 1, maxCrashes: 1 };
  return Object.entries(module.mutants ?? {}).map(([mutant, { params }]) => {
    const { searched } = timed(scenario, module, { mutant, schedules: 2_000 });
    const bounds = mutant === 'forgets' || mutant === 'says-before-writing' ? faults : {};
    const shortest = exploreScenario(scenario, module, {
      bounds,
      properties: ['consistent'],
      variant: { params: { ...params, mutant } },
      untilBroken: true,
    }).violations.consistent?.path.length;
    const events = searched.found?.index ?? Number.POSITIVE_INFINITY;
    const times = events / (shortest ?? Number.NaN);
    return {
      what: `two-phase commit, ${mutant}: the smallest run found`,
      measured: `${events} events, the shortest ${shortest}`,
      goal: `at most ${MOST_TIMES} times`,
      met: times <= MOST_TIMES,
    };
  });
}

export async function run(): Promise<Row[]> {
  const right = await worldOf('raft');
  const { searched, seconds } = timed(right.scenario, right.module, { schedules: SURVIVING });
  const minutes = (seconds * STORMS) / SURVIVING / 60;
  const rows: Row[] = [
    {
      what: `Raft as it should be: ${SURVIVING} storms, violations`,
      measured: searched.found ? searched.found.property : 'none',
      goal: 'none',
      met: searched.found === null && searched.undecided.length === 0,
    },
    {
      what: `at this rate ${STORMS} storms take, on one core`,
      measured: `${minutes.toFixed(1)} min`,
      goal: `under ${MOST_MINUTES} min`,
      met: minutes < MOST_MINUTES,
    },
  ];
  for (const [mutant, name, options] of instances) {
    const { module, scenario } = await worldOf(name);
    const { searched: of, seconds: took } = timed(scenario, module, { ...options, mutant, schedules: 1_500 });
    rows.push({
      what: `Raft, ${mutant}: found and made small`,
      measured: of.found
        ? `${took.toFixed(1)} s, storm ${of.found.nth}, ${of.found.foundSteps} things done, ${of.found.steps.length} left`
        : `not in ${of.schedules} storms, ${took.toFixed(1)} s`,
      goal: `under ${MOST_SECONDS} s`,
      met: of.found !== null && took < MOST_SECONDS,
    });
  }
  return [...rows, ...(await againstTheShortest())];
}
