/** Counts what a meter reports, node by node: what tests compare with the nodes' own books. */

import fc from 'fast-check';
import { it } from 'vitest';
import { type Micros, type NodeId, type Outcome, World, type WorldConfig } from '#/kernel';
import type { Readings } from './metering';
import type { ProtocolModule } from './module';

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

export interface Metered {
  readonly world: World;
  readonly counting: Counting;
}

/** A world, and what its protocol's meter makes of its entries. A node that crashes begins new books, and so does the count. */
export function metered({ protocol, meter: newMeter }: ProtocolModule, config: WorldConfig): Metered {
  if (!newMeter) throw new Error(`${protocol.name} has no meter.`);
  const [meter, counting] = [newMeter(config), new Counting()];
  const world = new World(config, protocol, {
    trace: null,
    sink(entry) {
      meter.take(entry, counting);
      if (entry.type === 'crashed') counting.forget(entry.node as NodeId);
    },
  });
  return { world, counting };
}

/** At the end of runs with any parameters and seed, what was counted is compared with the books; `under` names the faults. */
export function comparesBooks<P>(
  under: string,
  params: fc.Arbitrary<P>,
  begin: (given: P, seed: number) => Metered,
  compare: (at: Metered) => void,
): void {
  it(under, () => {
    fc.assert(
      fc.property(params, fc.nat(), (given, seed) => {
        const at = begin(given, seed);
        at.world.run();
        compare(at);
      }),
      { numRuns: 40 },
    );
  });
}
