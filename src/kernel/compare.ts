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

/**
 * The first entries at which two traces differ, or null when one story was told twice. Where one has only ended, that
 * is where they part.
 */
export function parting(left: readonly Entry[], right: readonly Entry[]): Parting | null {
  const to = partingFrom(left, right, 0, 0);
  if (to.parting) return to.parting;
  const [a, b] = [left[to.left] ?? null, right[to.right] ?? null];
  return a === null && b === null ? null : { left: a, right: b };
}

/**
 * Compares two traces that may still grow from a place in each on, both as far as they go: where they part, if they do,
 * and from which places on nothing has been compared.
 */
export function partingFrom(
  left: readonly Entry[],
  right: readonly Entry[],
  leftPlace: number,
  rightPlace: number,
): { readonly parting: Parting | null; readonly left: number; readonly right: number } {
  let i = leftPlace;
  let j = rightPlace;
  for (;;) {
    while (i < left.length && happening(left[i] as Entry) === null) i++;
    while (j < right.length && happening(right[j] as Entry) === null) j++;
    const a = left[i];
    const b = right[j];
    if (!a || !b) return { parting: null, left: i, right: j };
    if (happening(a) !== happening(b)) return { parting: { left: a, right: b }, left: i, right: j };
    i++;
    j++;
  }
}
