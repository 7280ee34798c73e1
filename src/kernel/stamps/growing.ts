/**
 * The stamps of a trace that grows, as a tape shows it: asked again, it stamps only what has been added. A trace
 * whose past is another one, as after taking another branch, is stamped anew.
 */

import type { Entry } from '../trace';
import { type StampKind, type StampOf, type StampOptions, stamper } from './of-trace';

export class GrowingStamps<K extends StampKind> {
  private stamps: (StampOf<K> | null)[] = [];
  private next: (entry: Entry) => StampOf<K> | null;
  private last: Entry | undefined;

  constructor(
    private readonly kind: K,
    private readonly options: StampOptions = {},
  ) {
    this.next = stamper(kind, options);
  }

  /** The stamp of every entry, at its index. The same list each time, as long as the past stays the same. */
  of(trace: readonly Entry[]): readonly (StampOf<K> | null)[] {
    const { stamps, last } = this;
    if (stamps.length > 0 && trace[stamps.length - 1] !== last) {
      this.stamps = [];
      this.next = stamper(this.kind, this.options);
    }
    for (let i = this.stamps.length; i < trace.length; i++) this.stamps.push(this.next(trace[i] as Entry));
    this.last = trace.at(-1);
    return this.stamps;
  }
}
