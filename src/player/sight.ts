/** What can be seen from where the cursor stands, derived once a position: entries, operations, causal cones. */

import {
  type Entry,
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

export class Sight {
  private of: { recording: Recording; branch: number; index: number } | null = null;
  private entries: readonly Entry[] = [];
  private records: readonly OperationRecord[] | null = null;
  private before: readonly (readonly number[])[] | null = null;
  private lastCones: (Cones & { readonly of: number }) | null = null;

  /** Everything up to a position: never what is still to come. The same array while the position is the same. */
  trace(recording: Recording, branch: number, index: number): readonly Entry[] {
    const { of } = this;
    if (of?.recording !== recording || of.branch !== branch || of.index !== index) {
      this.of = { recording, branch, index };
      this.entries = recording.traceAt(branch, index);
      this.records = null;
      this.before = null;
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
    if (id >= this.entries.length) return null;
    if (this.lastCones?.of !== id) {
      this.before ??= predecessors(this.entries);
      this.lastCones = {
        of: id,
        past: past(this.entries, id, this.before),
        future: future(this.entries, id, this.before),
      };
    }
    return this.lastCones;
  }
}
