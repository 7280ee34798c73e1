/** What can be seen from where the cursor stands, derived once a position: entries, operations, causal cones. */

import {
  type Entry,
  entryOf,
  firstId,
  future,
  type OperationRecord,
  operationsOf,
  past,
  predecessors,
  type Recording,
} from '#/kernel';

export interface Cones {
  readonly past: ReadonlySet<number>;
  readonly future: ReadonlySet<number>;
}

/** Of a trace longer than this, causes and effects are looked for near the entry only. */
const MOST_READ = 20_000;
const NEAR = 3_000;

function around(trace: readonly Entry[], id: number): readonly Entry[] {
  if (trace.length <= MOST_READ) return trace;
  const place = id - firstId(trace);
  return trace.slice(Math.max(0, place - NEAR), place + NEAR);
}

export class Sight {
  private of: { recording: Recording; branch: number; index: number } | null = null;
  private entries: readonly Entry[] = [];
  private records: readonly OperationRecord[] | null = null;
  private lastCones: (Cones & { readonly of: number }) | null = null;

  /** Everything up to a position: never what is still to come. The same array while the position is the same. */
  trace(recording: Recording, branch: number, index: number): readonly Entry[] {
    const { of } = this;
    if (of?.recording !== recording || of.branch !== branch || of.index !== index) {
      this.of = { recording, branch, index };
      this.entries = recording.traceAt(branch, index);
      this.records = null;
      this.lastCones = null;
    }
    return this.entries;
  }

  operations(): readonly OperationRecord[] {
    this.records ??= operationsOf(this.entries);
    return this.records;
  }

  /** What could have influenced an entry, and what it could have influenced so far. */
  cones(id: number): Cones | null {
    if (!entryOf(this.entries, id)) return null;
    if (this.lastCones?.of !== id) {
      const near = around(this.entries, id);
      const before = predecessors(near);
      this.lastCones = { of: id, past: past(near, id, before), future: future(near, id, before) };
    }
    return this.lastCones;
  }
}
