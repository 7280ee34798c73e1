/** The books of one node in the stretch that is going on: counts, and integrals over time that are brought up to date when something changes. */

import type { Micros, NodeId, Outcome } from '#/kernel';
import type { NodeLoad } from './series';

/** Numbers ascending, as a plain list. */
const sorted = (took: readonly number[]): readonly number[] => Array.from(Float64Array.from(took).sort());

const NONE: readonly number[] = [];

export class NodeCount {
  private called = 0;
  private ok = 0;
  private failed = 0;
  private unknown = 0;
  private took: number[] = [];
  private tries = 0;
  private retries = 0;
  private arrived = 0;
  private refused = 0;
  private started = 0;
  private finished = 0;
  private wasted = 0;
  private workedUs = 0;
  private wastedUs = 0;
  private queueMost = 0;
  /** The integrals over the stretch: of those who wait, of those who work, and of the workers. */
  private queueUs = 0;
  private busyUs = 0;
  private staffedUs = 0;
  /** What goes on at this moment, and in all stretches after it until it changes. */
  private queue = 0;
  private busy = 0;
  private workers = 0;
  private breakers: Readonly<Record<NodeId, string>> = {};

  /** `countedUs`: up to when the integrals are summed. */
  constructor(private countedUs: Micros) {}

  copy(): NodeCount {
    const copy = Object.assign(new NodeCount(0), this);
    copy.took = this.took.slice();
    return copy;
  }

  private count(nowUs: Micros): void {
    const gone = nowUs - this.countedUs;
    if (gone === 0) return;
    this.countedUs = nowUs;
    this.queueUs += gone * this.queue;
    this.busyUs += gone * this.busy;
    this.staffedUs += gone * Math.max(this.workers, this.busy);
    if (this.queue > this.queueMost) this.queueMost = this.queue;
  }

  call(): void {
    this.called++;
  }

  end(outcome: Outcome, tookUs: Micros): void {
    this[outcome]++;
    if (outcome === 'ok') this.took.push(tookUs);
  }

  try(nth: number): void {
    this.tries++;
    if (nth > 1) this.retries++;
  }

  arrive(nowUs: Micros): void {
    this.count(nowUs);
    this.arrived++;
    this.queue++;
  }

  refuse(nowUs: Micros): void {
    this.count(nowUs);
    this.refused++;
    this.leaveQueue();
  }

  start(nowUs: Micros): void {
    this.count(nowUs);
    this.started++;
    this.leaveQueue();
    this.busy++;
  }

  finish(nowUs: Micros, busyUs: Micros, useful: boolean): void {
    this.count(nowUs);
    this.finished++;
    this.workedUs += busyUs;
    if (this.busy > 0) this.busy--;
    if (useful) return;
    this.wasted++;
    this.wastedUs += busyUs;
  }

  staff(nowUs: Micros, workers: number): void {
    this.count(nowUs);
    this.workers = workers;
  }

  break(against: NodeId, mode: string): void {
    this.breakers = { ...this.breakers, [against]: mode };
  }

  /** A crash: nobody waits or works here any more. */
  forget(nowUs: Micros): void {
    this.count(nowUs);
    this.queue = 0;
    this.busy = 0;
  }

  private leaveQueue(): void {
    if (this.queue > 0) this.queue--;
  }

  /** What the stretch that ends now has come to; the next begins. */
  close(nowUs: Micros, widthUs: Micros): NodeLoad {
    this.count(nowUs);
    const load: NodeLoad = {
      called: this.called,
      ok: this.ok,
      failed: this.failed,
      unknown: this.unknown,
      tookUs: this.took.length === 0 ? NONE : sorted(this.took),
      tries: this.tries,
      retries: this.retries,
      arrived: this.arrived,
      refused: this.refused,
      started: this.started,
      finished: this.finished,
      wasted: this.wasted,
      workedUs: this.workedUs,
      wastedUs: this.wastedUs,
      queueMean: this.queueUs / widthUs,
      queueMost: this.queueMost,
      busyUs: this.busyUs,
      staffedUs: this.staffedUs,
      saturation: this.staffedUs === 0 ? 0 : this.busyUs / this.staffedUs,
      breakers: this.breakers,
    };
    this.called = this.ok = this.failed = this.unknown = 0;
    this.tries = this.retries = 0;
    this.arrived = this.refused = this.started = this.finished = this.wasted = 0;
    this.workedUs = this.wastedUs = 0;
    this.queueUs = this.busyUs = this.staffedUs = this.queueMost = 0;
    this.took = [];
    return load;
  }
}
