/** One tier alone is the queue of the textbooks: M/M/c. What theory says of it, what a run does, and how sure that is. */

import { nodeId, World, type WorldConfig } from '#/kernel';
import { Counting } from '../books.fixture';
import { cascade } from './index';
import { cascadeMeter } from './meter';
import type { TierState } from './state';

export interface Queue {
  /** Mean times between calls, and of work, in microseconds. */
  readonly betweenUs: number;
  readonly workUs: number;
  readonly workers: number;
}

/**
 * The mean wait in the queue, in microseconds: Erlang's C formula over what the workers have to spare. For one worker it
 * is ρ / (μ − λ).
 */
export function meanWait({ betweenUs, workUs, workers }: Queue): number {
  const offered = workUs / betweenUs;
  // Erlang B by its recurrence, and C from B.
  let blocked = 1;
  for (let n = 1; n <= workers; n++) blocked = (offered * blocked) / (n + offered * blocked);
  const load = offered / workers;
  const waits = blocked / (1 - load * (1 - blocked));
  return waits / (workers / workUs - 1 / betweenUs);
}

/** Student’s t at 99.5 % with 19 degrees of freedom: a two-sided interval of 99 % from twenty batches. */
const BATCHES = 20;
const T_19 = 2.861;

export interface Interval {
  readonly mean: number;
  readonly half: number;
}

export const covers = ({ mean, half }: Interval, value: number): boolean => Math.abs(value - mean) <= half;

export function batchMeans(means: readonly number[]): Interval {
  const n = means.length;
  const mean = means.reduce((sum, x) => sum + x, 0) / n;
  const variance = means.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (n - 1);
  return { mean, half: T_19 * Math.sqrt(variance / n) };
}

const [users, tier] = [nodeId('users'), nodeId('one')];

/** Runs so many arrivals; gives the interval of the mean wait, and both sides of Little’s law over the whole run. */
export function waitsOf(
  { betweenUs, workUs, workers }: Queue,
  arrivals: number,
  seed: number,
  workShape = 'exponential',
) {
  const config: WorldConfig = {
    seed,
    nodes: [
      { id: users, role: 'client' },
      { id: tier, role: 'tier' },
    ],
    links: [{ between: [users, tier], rules: { latency: { profile: 'constant', us: 0 } } }],
    params: {
      ...{ callsPerSecond: 1_000_000 / betweenUs, databaseWorkUs: workUs, databaseWorkers: workers },
      ...{ workShape, room: 1_000_000, userTimeoutUs: 5_000_000 },
    },
  };
  const meter = cascadeMeter(config);
  const counting = new Counting();
  const world = new World(config, cascade.protocol, { trace: null, sink: (e) => meter.take(e, counting) });
  const books = counting.of(tier);
  const means: number[] = [];
  const size = Math.floor(arrivals / BATCHES);
  for (let batch = 1, waited = 0; batch <= BATCHES; batch++) {
    while (books.started < batch * size) world.next();
    means.push((books.waitedUs - waited) / size);
    waited = books.waitedUs;
  }
  const view = world.view();
  const [, { state }] = view.nodes as unknown as [unknown, { state: TierState }];
  return { interval: batchMeans(means), view, pool: state.pool, books };
}
