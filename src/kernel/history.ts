/** The history of a run: its operations, each from invocation to what is known of its end. */

import type { Entry, Outcome, Seen } from './trace';
import type { Json, Micros, NodeId } from './values';

export interface OperationRecord {
  readonly id: string;
  readonly node: NodeId;
  readonly process: string;
  readonly f: string;
  readonly value: Json;
  readonly invokedAt: Micros;
  /** Entry ids, so that a view can point at the moments. */
  readonly invokedEntry: number;
  readonly completedAt: Micros | null;
  readonly completedEntry: number | null;
  /** `open` until it ends; an operation still open when the run is over is as unknown as one that timed out. */
  readonly outcome: Outcome | 'open';
  readonly seen: Seen | null;
  /** Replies that came after the end. */
  readonly late: readonly { readonly at: Micros; readonly entry: number; readonly seen: Seen }[];
}

type Building = { -readonly [K in keyof OperationRecord]: OperationRecord[K] } & { id: string };

/** The operations of a trace up to (not including) entry `end`, in the order of their invocations. */
export function operationsOf(trace: readonly Entry[], end = trace.length): readonly OperationRecord[] {
  const found = new Map<string, Building>();
  for (let i = 0; i < end; i++) {
    const entry = trace[i] as Entry;
    if (entry.type === 'invoked') {
      found.set(entry.op, {
        id: entry.op,
        node: entry.node as NodeId,
        process: entry.process,
        f: entry.f,
        value: entry.value,
        invokedAt: entry.at,
        invokedEntry: entry.id,
        completedAt: null,
        completedEntry: null,
        outcome: 'open',
        seen: null,
        late: [],
      });
    } else if (entry.type === 'completed') {
      const op = found.get(entry.op);
      if (!op) continue;
      op.completedAt = entry.at;
      op.completedEntry = entry.id;
      op.outcome = entry.outcome;
      op.seen = entry.seen;
    } else if (entry.type === 'late') {
      const op = found.get(entry.op);
      if (op) op.late = [...op.late, { at: entry.at, entry: entry.id, seen: entry.seen }];
    }
  }
  return [...found.values()];
}
