/**
 * A run from its beginning to its end, of which no trace is kept: its metrics are folded as it goes, and its memory is
 * that of its world. In a worker it is taken on bit by bit, and tells how far it has come; at once for the prover.
 */

import {
  type Entry,
  KernelError,
  type OperationRecord,
  operationsOf,
  type Step,
  type View,
  World,
} from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from '../build';
import type { Scenario, Variant } from '../schema/scenario';
import { metricsAt, metricsFold, usualWidth } from './fold';
import type { Metrics } from './series';

export interface WholeRun {
  /** Who took part, with the names that people call them by. */
  readonly nodes: Scenario['nodes'];
  /** Null where the protocol has no meter. */
  readonly metrics: Metrics | null;
  readonly view: View;
  readonly operations: readonly OperationRecord[];
  /** Every entry, or null: no trace is kept of this run. */
  readonly trace: readonly Entry[] | null;
}

export class Computation {
  private readonly world: World;
  private readonly metricsUpTo: (at: number) => Metrics | null;
  /** The entries that operations are made of, which a scenario or a person asked for: there are few. */
  private readonly ends: Entry[] = [];
  /** All of them, as long as there are no more than somebody wants to keep. */
  private kept: Entry[] | null;
  private nextStep = 0;
  private over = false;

  /** Throws a sentence when the world cannot be made. A trace of up to `keep` entries is kept. */
  constructor(
    private readonly scenario: Scenario,
    module: ProtocolModule,
    variant: Variant = {},
    private readonly steps: readonly Step[] = [],
    keep = 0,
  ) {
    this.kept = keep > 0 ? [] : null;
    const config = worldConfig(scenario, module, variant);
    const fold = metricsFold(module, config, usualWidth(scenario.stop.atUs));
    const state = fold?.begin();
    this.metricsUpTo = (at) => (state ? metricsAt(state, at) : null);
    const sink = (entry: Entry): void => {
      if (state) fold?.take(state, entry);
      if (this.kept && this.kept.push(entry) > keep) this.kept = null;
      if (entry.type === 'invoked' || entry.type === 'completed' || entry.type === 'late')
        this.ends.push(entry);
    };
    this.world = new World(config, module.protocol, { trace: null, sink });
  }

  /** Takes at most so many events; whether there are more. Throws when a step no longer fits the run. */
  go(events: number): boolean {
    for (let left = events; left > 0; left--) {
      const step = this.steps[this.nextStep];
      if (step?.index === this.world.index) {
        if (!('command' in step)) throw new KernelError('A run in time has no choices to make.');
        this.world.apply(step.command, step.at);
        this.nextStep++;
      } else if (!this.world.next()) {
        if (step) throw new KernelError(`The run ends before its step at event ${step.index}.`);
        this.over = true;
        return false;
      }
    }
    return true;
  }

  /** How many events have been taken. */
  get events(): number {
    return this.world.index;
  }

  /** Up to when it has been run, from 0 to 1 of the scenario's time. */
  get share(): number {
    return this.over ? 1 : Math.min(1, this.world.now / Math.max(1, this.scenario.stop.atUs));
  }

  /** The stretches that are over; null where the protocol has no meter. */
  metrics(): Metrics | null {
    // A run of so many events is not known beyond the last; any other is still until its time is up.
    const { atUs, events } = this.scenario.stop;
    const cut = events !== undefined && this.world.index >= events;
    return this.metricsUpTo(this.over && !cut ? atUs : this.world.now);
  }

  result(): WholeRun {
    return {
      nodes: this.scenario.nodes,
      metrics: this.metrics(),
      view: this.world.view(),
      operations: operationsOf(this.ends),
      trace: this.kept,
    };
  }
}

/** Throws a sentence when the world cannot be made, or a step does not fit it. */
export function wholeRun(
  scenario: Scenario,
  module: ProtocolModule,
  variant: Variant = {},
  steps: readonly Step[] = [],
  keep = 0,
): WholeRun {
  const computation = new Computation(scenario, module, variant, steps, keep);
  while (computation.go(Number.MAX_SAFE_INTEGER));
  return computation.result();
}
