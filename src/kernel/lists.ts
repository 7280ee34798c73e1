/**
 * Lists on disk that grow by one value at a time. What is on a disk is a value, so whoever has been given a list keeps
 * what it was given, and one more value makes a new list. A list that has been given to nobody since it was made here
 * is the exception: it grows in place, or a log of n entries would cost n² to write.
 */

import type { Json } from './values';

export class Lists {
  private readonly own = new Set<readonly Json[]>();

  /** `never`: every list may be given away without a word, as states of a search are, or is frozen. */
  constructor(private readonly never: boolean) {}

  /** A list with one more value. */
  longer(list: readonly Json[], value: Json): readonly Json[] {
    if (this.own.has(list)) {
      (list as Json[]).push(value);
      return list;
    }
    const longer = list.concat([value]);
    if (!this.never) this.own.add(longer);
    return longer;
  }

  /** Somebody has been given what may be a list. */
  given(value: Json | undefined): void {
    if (this.own.size > 0 && Array.isArray(value)) this.own.delete(value);
  }

  /** Somebody has been given whole disks. */
  allGiven(): void {
    this.own.clear();
  }
}
