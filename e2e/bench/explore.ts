// The explorer on two-phase commit, written as any protocol of the lab, against the same model made by hand; and what
// the reductions save, on it and on one election of three Rafts.
import {
  type ExploreScenarioOptions,
  exploreScenario,
  loadProtocol,
  type ProtocolModule,
  type Reduction,
  type Scenario,
  scenarioLoaders,
  scenario as schema,
} from '#/scenarios';
import { interleaved, median, type Row, ratio } from './measure';
import { plainCommit } from './plain-commit';

const RESOURCES = 6;
const STATES = 50_816;
const ROUNDS = 7;
const GOAL = 100_000;
const GOALS = ['the transaction can still end'];

export async function run(): Promise<Row[]> {
  const scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
  const module = await loadProtocol('two-phase-commit');
  const raft = schema.parse(await scenarioLoaders['raft-three']());
  const variant = { params: { resourceManagers: RESOURCES } };
  const lab = (asked: ExploreScenarioOptions = {}) => {
    const { states } = exploreScenario(scenario, module, { variant, ...asked });
    if (states !== STATES) throw new Error(`It has ${STATES} states, and ${states} were found.`);
    return states;
  };
  const times = interleaved(
    {
      plain: () => {
        const states = plainCommit(RESOURCES);
        if (states !== STATES) throw new Error(`By hand ${states} states were found, not ${STATES}.`);
        return states;
      },
      lab: () => lab(),
      judged: () => lab({ properties: ['consistent'] }),
      hoped: () => lab({ goals: GOALS }),
    },
    ROUNDS,
  );
  const rate = (taken: readonly number[]) => STATES / (median(taken) / 1000);
  const perSecond = (taken: readonly number[]) => `${Math.round(rate(taken) / 1000)},000 states/s`;
  return [
    { what: 'plain objects, copied by hand, joined keys', measured: perSecond(times.plain) },
    {
      what: 'the explorer on the protocol as it is written',
      measured: perSecond(times.lab),
      goal: `at least ${GOAL / 1000},000 states/s`,
      met: rate(times.lab) >= GOAL,
    },
    {
      what: 'the explorer against plain objects',
      measured: `${ratio(times.plain, times.lab).toFixed(2)} of their speed`,
      goal: 'at least 1',
      met: ratio(times.plain, times.lab) >= 1,
    },
    { what: 'the explorer, a promise asked of every state', measured: perSecond(times.judged) },
    { what: 'the explorer, a goal to be in reach of every state', measured: perSecond(times.hoped) },
    ...reduced('six resource managers', scenario, module, { variant }),
    ...reduced('the same, delivered once', scenario, module, { variant, bounds: { redelivers: false } }),
    ...reduced('one election of three Rafts', raft, await loadProtocol('raft'), {
      variant: { workload: [] },
    }),
  ];
}

/** States and time with each reduction, as shares of those without, which are told first. */
function reduced(
  what: string,
  scenario: Scenario,
  module: ProtocolModule,
  asked: ExploreScenarioOptions,
): readonly Row[] {
  const found = { whole: 0, symmetry: 0, order: 0 };
  const how = (name: keyof typeof found) => () => {
    const reduce: { reduce?: Reduction } = name === 'whole' ? {} : { reduce: name };
    const { states, standsFor } = exploreScenario(scenario, module, { ...asked, ...reduce });
    if (name === 'symmetry' && standsFor !== found.whole) {
      throw new Error(`${states} stand for ${standsFor}, and there are ${found.whole}.`);
    }
    found[name] = states;
    return states;
  };
  // Before all others, since it is what they are compared with.
  how('whole')();
  const times = interleaved({ whole: how('whole'), symmetry: how('symmetry'), order: how('order') }, 3);
  const seconds = (of: readonly number[]) => `${(median(of) / 1000).toFixed(2)} s`;
  const share = (of: readonly number[]) => `${ratio(of, times.whole).toFixed(2)} of the time`;
  return [
    { what, measured: `${found.whole} states, ${seconds(times.whole)}` },
    ...(['symmetry', 'order'] as const).map((name) => ({
      what: `${what}: ${name}`,
      measured: `${found[name]} states, ${seconds(times[name])}, ${share(times[name])}`,
    })),
  ];
}
