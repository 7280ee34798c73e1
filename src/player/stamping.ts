/**
 * The stamps that clocks of many kinds give to the events of a run, for whoever draws them. Fetched when the first
 * figure shows stamps. They are an observer's, who reads the trace from its beginning: a trace that has lost its
 * beginning has none.
 */

import { changedSlots, GrowingStamps, type StampKind, type StampOf } from '#/kernel';
import type { Entry, Scenario } from '#/scenarios';
import type { Viewer } from './viewer';

type Uncertainty = NonNullable<Scenario['uncertainty']>;
type Stamps = readonly (StampOf<StampKind> | null)[];

/** Where a scenario promises nothing: a millisecond and 200 ppm, or as far off as any of its clocks is at the start. */
const USUAL: Uncertainty = { boundUs: 1_000, driftPpm: 200 };

export class Stamping {
  private readonly growing = new Map<StampKind, GrowingStamps<StampKind>>();
  private readonly longest = new Map<StampKind, readonly Entry[]>();
  readonly uncertainty: Uncertainty;
  readonly changed = changedSlots;

  constructor(private readonly viewer: Pick<Viewer, 'scenario' | 'recording'>) {
    this.uncertainty = viewer.scenario.uncertainty ?? this.found();
  }

  private found(): Uncertainty {
    const most = (usual: number, of: 'offsetUs' | 'driftPpm') =>
      Math.max(usual, ...this.viewer.recording.config.nodes.map((node) => Math.abs(node[of] ?? 0)));
    return { boundUs: most(USUAL.boundUs, 'offsetUs'), driftPpm: most(USUAL.driftPpm, 'driftPpm') };
  }

  /**
   * The stamp of every entry at its index, and perhaps of more that this trace has not reached: going back and forth
   * on one branch stamps nothing twice. Null where the trace does not begin with the run.
   */
  of(kind: StampKind, trace: readonly Entry[]): Stamps | null {
    if (trace.length === 0 || trace[0]?.id !== 0) return null;
    const known = this.longest.get(kind) ?? [];
    const both = Math.min(known.length, trace.length);
    const agree = both > 0 && known[both - 1] === trace[both - 1];
    const longest = agree && known.length >= trace.length ? known : trace;
    this.longest.set(kind, longest);
    let growing = this.growing.get(kind);
    if (!growing) {
      const nodes = this.viewer.scenario.nodes.map(({ id }) => id as string);
      growing = new GrowingStamps(kind, { nodes, uncertainty: this.uncertainty });
      this.growing.set(kind, growing);
    }
    return growing.of(longest);
  }
}
