// A page that judges runs of the register with 200 operations, as a figure's worker does, and takes the time.
import { World } from '#/kernel';
import {
  type History,
  historyOf,
  type Judged,
  judge,
  loadProtocol,
  type ModelName,
  nodeId,
  operationsOf,
  type Scenario,
  scenarioLoaders,
  scenario as schema,
  worldConfig,
} from '#/scenarios';

export interface Timed {
  readonly verdict: Judged;
  readonly ms: readonly number[];
}

declare global {
  interface Window {
    verdicts: {
      /** Milliseconds of each of some rounds, and what was found. */
      time(policy: string, models: readonly ModelName[], rounds: number): Promise<Timed>;
    };
  }
}

const OPERATIONS = 200;

/** Alice and Bob by turns, every third operation a write; no value is written twice. */
const workload = Array.from({ length: OPERATIONS }, (_, i) => ({
  at: 100_000 + i * 150_000,
  node: nodeId(i % 2 === 0 ? 'alice' : 'bob'),
  op: i % 3 === 0 ? { f: 'write', value: i + 1 } : { f: 'read', value: null },
}));

/** A run under a policy, cut in two for seven seconds where the policy lives through it. */
async function runOf(policy: string): Promise<History> {
  const [read, module] = [schema.parse(await scenarioLoaders.register()), await loadProtocol('register')];
  const scenario: Scenario = { ...read, workload, stop: { atUs: 60_000_000 } };
  const world = new World(worldConfig(scenario, module, { knobs: { policy } }), module.protocol).run(
    5_000_000,
  );
  const links = ['B', 'C'].flatMap((other) => [
    { from: nodeId('A'), to: nodeId(other) },
    { from: nodeId(other), to: nodeId('A') },
  ]);
  if (policy === 'available') {
    world.apply({ verb: 'cut', links });
    world.run(12_000_000).apply({ verb: 'mend', links });
  }
  const history = historyOf(policy, operationsOf(world.run().trace), module);
  if (history?.operations.length !== OPERATIONS) throw new Error(`${policy}: not ${OPERATIONS} operations.`);
  return history;
}

window.verdicts = {
  async time(policy, models, rounds) {
    const history = await runOf(policy);
    const ms: number[] = [];
    let verdict: Judged = 'unknown';
    for (let round = -3; round < rounds; round++) {
      const began = performance.now();
      const found = models.map((model) => judge(history, 'register', model, { budget: { steps: 200_000 } }));
      const took = performance.now() - began;
      if (round >= 0) ms.push(took);
      verdict = found[0]?.verdict ?? 'unknown';
      // The browser may do its own work in between, and not within.
      await new Promise((done) => setTimeout(done, 5));
    }
    return { verdict, ms };
  },
};
