/** Counts what a meter reports, node by node: what tests compare with the nodes' own books. */

import type { Micros, NodeId, Outcome } from '#/kernel';
import type { Readings } from './metering';

export interface Counted {
  called: number;
  ok: number;
  failed: number;
  unknown: number;
  /** How long all calls that ended `ok` took together. */
  tookUs: Micros;
  tries: number;
  arrived: number;
  refused: number;
  /** Of these, the ones that had waited. */
  refusedLater: number;
  started: number;
  waitedUs: Micros;
  finished: number;
  busyUs: Micros;
  useful: number;
  workers: number;
  breaker: string;
}

const nothing = (): Counted => ({
  ...{
    called: 0,
    ok: 0,
    failed: 0,
    unknown: 0,
    tookUs: 0,
    tries: 0,
    arrived: 0,
    refused: 0,
    refusedLater: 0,
  },
  ...{ started: 0, waitedUs: 0, finished: 0, busyUs: 0, useful: 0, workers: 0, breaker: 'closed' },
});

export class Counting implements Readings {
  private readonly nodes = new Map<NodeId, Counted>();

  of(node: NodeId): Counted {
    let found = this.nodes.get(node);
    if (found === undefined) {
      found = nothing();
      this.nodes.set(node, found);
    }
    return found;
  }
  /** Begins to count anew: what a crash does to the books of a node. */
  forget(node: NodeId): void {
    const { workers } = this.of(node);
    this.nodes.set(node, { ...nothing(), workers });
  }
  called(node: NodeId): void {
    this.of(node).called++;
  }
  ended(node: NodeId, outcome: Outcome, tookUs: Micros): void {
    const counted = this.of(node);
    counted[outcome]++;
    if (outcome === 'ok') counted.tookUs += tookUs;
  }
  tried(from: NodeId): void {
    this.of(from).tries++;
  }
  arrived(node: NodeId): void {
    this.of(node).arrived++;
  }
  refused(node: NodeId, hadWaited: boolean): void {
    this.of(node).refused++;
    if (hadWaited) this.of(node).refusedLater++;
  }
  started(node: NodeId, waitedUs: Micros): void {
    this.of(node).started++;
    this.of(node).waitedUs += waitedUs;
  }
  finished(node: NodeId, busyUs: Micros, useful: boolean): void {
    this.of(node).finished++;
    this.of(node).busyUs += busyUs;
    if (useful) this.of(node).useful++;
  }
  staffed(node: NodeId, workers: number): void {
    this.of(node).workers = workers;
  }
  broke(node: NodeId, _against: NodeId, mode: string): void {
    this.of(node).breaker = mode;
  }
}
