/** Where two runs part: the first thing that happened in one and not in the other. */

import { type Entry, TYPE_CODE } from './trace';
import { canonical } from './values';

/** What happened, without its place in the trace; commands and notes are what people did and said, not what happened. */
function happening(entry: Entry): string | null {
  if (entry.type === 'command' || entry.type === 'note') return null;
  const { id, event, cause, local, ...what } = entry;
  return `${TYPE_CODE[entry.type]}${canonical(what)}`;
}

export interface Parting {
  /** The first differing entry of each trace; null where that trace has ended. */
  readonly left: Entry | null;
  readonly right: Entry | null;
}

/** The first entries at which two traces differ, or null when one story was told twice. */
export function parting(left: readonly Entry[], right: readonly Entry[]): Parting | null {
  let i = 0;
  let j = 0;
  for (;;) {
    while (i < left.length && happening(left[i] as Entry) === null) i++;
    while (j < right.length && happening(right[j] as Entry) === null) j++;
    const a = left[i] ?? null;
    const b = right[j] ?? null;
    if (a === null && b === null) return null;
    if (a === null || b === null || happening(a) !== happening(b)) return { left: a, right: b };
    i++;
    j++;
  }
}
