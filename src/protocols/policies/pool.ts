/**
 * Workers and a bounded queue before them, as a state any role can hold. It decides who waits, who starts and who is
 * turned away, and keeps the books; whoever holds it sets the timers, answers, and says what time it is.
 * Each function changes the pool it is given and nothing else. Times are one node's own, never running back.
 * Leaves out: dropping what has waited longest to make room, priorities, and moving work between pools.
 */

import { type Deadline, isOver } from './deadline';

export interface Job<Id extends string | number = string> {
  /** Unique among those in the pool. */
  readonly id: Id;
  readonly arrivedUs: number;
  readonly deadline: Deadline;
}

export interface PoolPolicy {
  readonly workers: number;
  /** How many may wait. */
  readonly room: number;
  readonly order: 'first in, first out' | 'last in, first out';
  /** Whether work whose deadline has passed is turned away, on arrival and when its turn comes. */
  readonly shedsLate: boolean;
}

export const ORDERS = ['first in, first out', 'last in, first out'] as const;

type AnyJob = Job<string | number>;

/** Its jobs may carry more than a pool needs to know. */
export interface Pool<J extends AnyJob = Job> {
  /** By time of arrival. */
  readonly queue: J[];
  readonly working: Record<string, J>;
  busy: number;
  /** What has become of everything that came: arrived = finished + full + late + those still here. */
  arrived: number;
  finished: number;
  /** Turned away: no room; its deadline had passed, on arrival or while it waited. */
  full: number;
  late: number;
  /** Finished after its deadline: work that nobody waited for. */
  wasted: number;
  /** The time spent here by all who have left, and by all who are or were here: the two sides of Little's law. */
  spentUs: number;
  areaUs: number;
  /** The integral of the number of busy workers. */
  busyUs: number;
  /** Up to when the integrals are summed. */
  countedUs: number;
}

export const emptyPool = <J extends AnyJob = Job>(nowUs: number): Pool<J> => ({
  queue: [],
  working: {},
  busy: 0,
  ...{ arrived: 0, finished: 0, full: 0, late: 0, wasted: 0 },
  ...{ spentUs: 0, areaUs: 0, busyUs: 0, countedUs: nowUs },
});

/** Sums the integrals up to now. */
export function count(pool: Pool<AnyJob>, nowUs: number): void {
  const gone = nowUs - pool.countedUs;
  pool.areaUs += gone * (pool.queue.length + pool.busy);
  pool.busyUs += gone * pool.busy;
  pool.countedUs = nowUs;
}

export type Admission = 'in' | 'full' | 'late';

/** Lets a job in, to wait until `start` takes it, or says why not. */
export function admit<J extends AnyJob>(pool: Pool<J>, policy: PoolPolicy, job: J): Admission {
  count(pool, job.arrivedUs);
  pool.arrived++;
  if (policy.shedsLate && isOver(job.deadline, job.arrivedUs)) {
    pool.late++;
    return 'late';
  }
  const idle = Math.max(0, policy.workers - pool.busy);
  if (pool.queue.length >= policy.room + idle) {
    pool.full++;
    return 'full';
  }
  pool.queue.push(job);
  return 'in';
}

export interface Started<J> {
  readonly started: readonly J[];
  readonly shed: readonly J[];
}

/** What most looks at a pool under load bring. */
const NOTHING: Started<never> = { started: [], shed: [] };

/** Gives work to every idle worker. To be called after `admit` and `finish`, and when the policy changes. */
export function start<J extends AnyJob>(pool: Pool<J>, policy: PoolPolicy, nowUs: number): Started<J> {
  count(pool, nowUs);
  if (pool.queue.length === 0 || pool.busy >= policy.workers) return NOTHING;
  const started: J[] = [];
  const shed: J[] = [];
  while (pool.busy < policy.workers) {
    const job = policy.order === 'first in, first out' ? pool.queue.shift() : pool.queue.pop();
    if (job === undefined) break;
    if (policy.shedsLate && isOver(job.deadline, nowUs)) {
      pool.late++;
      pool.spentUs += nowUs - job.arrivedUs;
      shed.push(job);
      continue;
    }
    pool.working[job.id] = job;
    pool.busy++;
    started.push(job);
  }
  return { started, shed };
}

/** Frees the worker that had this job; undefined when none had. */
export function finish<J extends AnyJob>(pool: Pool<J>, id: string | number, nowUs: number): J | undefined {
  const job = pool.working[id];
  if (job === undefined) return undefined;
  count(pool, nowUs);
  delete pool.working[id];
  pool.busy--;
  pool.finished++;
  if (isOver(job.deadline, nowUs)) pool.wasted++;
  pool.spentUs += nowUs - job.arrivedUs;
  return job;
}
