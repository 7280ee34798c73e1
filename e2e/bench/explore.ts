// The explorer on two-phase commit, written as any protocol of the lab, against the same model made by hand.
import { exploreScenario, loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import { interleaved, median, type Row, ratio } from './measure';
import { plainCommit } from './plain-commit';

const RESOURCES = 6;
const STATES = 50_816;
const ROUNDS = 7;
const GOAL = 100_000;

export async function run(): Promise<Row[]> {
  const scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
  const module = await loadProtocol('two-phase-commit');
  const variant = { params: { resourceManagers: RESOURCES } };
  const lab = (properties: string[] = []) => {
    const { states } = exploreScenario(scenario, module, { variant, properties });
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
      judged: () => lab(['consistent']),
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
  ];
}
