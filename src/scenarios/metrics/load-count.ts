/** The state of the fold: a meter, the books of each node, and the stretches that are over, which copies share. */

import type { Entry, Micros, NodeId, Outcome } from '#/kernel';
import type { Meter, Readings } from '#/protocols';
import { NodeCount } from './node-count';
import type { Metrics, NodeLoad, Stretch } from './series';

export class LoadCount implements Readings {
  /** The time of the entry that is being read. */
  private nowUs: Micros = 0;
  private endUs: Micros;
  /** How many of the stretches in `closed` are this state's own; a copy may have gone on and added others. */
  private own = 0;
  private closed: Stretch[] = [];
  /** The last answer, given again while nothing has been added to it. */
  private said: Metrics | null = null;
  /** The same where it goes beyond what was taken; void as soon as anything is. */
  private guessed: Metrics | null = null;

  constructor(
    private readonly meter: Meter,
    private readonly nodes: readonly NodeId[],
    private readonly widthUs: Micros,
    private readonly counts: ReadonlyMap<NodeId, NodeCount> = new Map(
      nodes.map((node) => [node, new NodeCount(0)]),
    ),
  ) {
    this.endUs = widthUs;
  }

  copy(): LoadCount {
    const counts = new Map([...this.counts].map(([node, count]) => [node, count.copy()]));
    const copy = new LoadCount(this.meter.copy(), this.nodes, this.widthUs, counts);
    copy.nowUs = this.nowUs;
    copy.endUs = this.endUs;
    copy.own = this.own;
    copy.closed = this.closed;
    copy.said = this.said;
    return copy;
  }

  take(entry: Entry): void {
    if (entry.at >= this.endUs) this.close(entry.at);
    this.nowUs = entry.at;
    this.guessed = null;
    this.meter.take(entry, this);
    // Whatever the meter says of a crash, nothing goes on at a node that has forgotten everything.
    if (entry.type === 'crashed' && entry.node !== null) this.of(entry.node).forget(entry.at);
  }

  /** The stretches that are over at a time up to which every entry has been taken. */
  at(untilUs: Micros): Metrics {
    const { widthUs, nodes } = this;
    const over = Math.max(0, Math.floor(untilUs / widthUs));
    if (over > this.own) {
      // Time has passed in which nothing happened; something may still happen in it, so that this state stays as it is.
      if (this.guessed?.stretches.length === over) return this.guessed;
      const later = this.copy();
      later.close(untilUs);
      this.guessed = later.at(untilUs);
      return this.guessed;
    }
    if (this.said?.stretches.length !== over) {
      this.said = { widthUs, nodes, stretches: this.closed.slice(0, over) };
    }
    return this.said;
  }

  /** Ends every stretch whose end is not after `untilUs`. */
  private close(untilUs: Micros): void {
    // Whoever shares the list and has gone on keeps it.
    if (this.closed.length !== this.own) this.closed = this.closed.slice(0, this.own);
    const { widthUs } = this;
    for (; this.endUs <= untilUs; this.endUs += widthUs) {
      const nodes: Record<NodeId, NodeLoad> = {};
      for (const [node, count] of this.counts) nodes[node] = count.close(this.endUs, widthUs);
      this.closed.push({ fromUs: this.endUs - widthUs, toUs: this.endUs, nodes });
      this.own++;
    }
  }

  private of(node: NodeId): NodeCount {
    return this.counts.get(node) as NodeCount;
  }

  called(node: NodeId): void {
    this.of(node).call();
  }
  ended(node: NodeId, outcome: Outcome, tookUs: Micros): void {
    this.of(node).end(outcome, tookUs);
  }
  tried(from: NodeId, _to: NodeId, nth: number): void {
    this.of(from).try(nth);
  }
  arrived(node: NodeId): void {
    this.of(node).arrive(this.nowUs);
  }
  refused(node: NodeId): void {
    this.of(node).refuse(this.nowUs);
  }
  started(node: NodeId): void {
    this.of(node).start(this.nowUs);
  }
  finished(node: NodeId, busyUs: Micros, useful: boolean): void {
    this.of(node).finish(this.nowUs, busyUs, useful);
  }
  staffed(node: NodeId, workers: number): void {
    this.of(node).staff(this.nowUs, workers);
  }
  broke(node: NodeId, against: NodeId, mode: string): void {
    this.of(node).break(against, mode);
  }
}
