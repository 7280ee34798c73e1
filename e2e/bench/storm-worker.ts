// One core's share of the storms over the five servers: what came of them goes back to whoever asked.
import { parentPort, workerData } from 'node:worker_threads';
import { loadProtocol, scenarioLoaders, scenario as schema, searchScenario } from '#/scenarios';

export interface Share {
  readonly seed: number;
  readonly schedules: number;
}

export interface Outcome {
  readonly survived: number;
  readonly events: number;
  readonly broken: string | null;
  readonly undecided: number;
}

const { schedules, seed } = workerData as Share;
const scenario = schema.parse(await scenarioLoaders.raft());
const looking = searchScenario(scenario, await loadProtocol('raft'), { schedules, seed });
let next = looking.next();
while (!next.done) next = looking.next();
const { events, found, schedules: survived, undecided } = next.value;
const outcome: Outcome = { survived, events, broken: found?.property ?? null, undecided: undecided.length };
parentPort?.postMessage(outcome);
