/** What kind of register it is: what it holds at first, under which keys, and whether it can be compared and set. */

import type { Json } from '#/kernel';

export interface Kind {
  /** What every register holds at first. */
  readonly initial: Json;
  /** Whether compare-and-set is offered; or the keys under which it is. */
  readonly compares: boolean | readonly string[];
  /** The only keys there are, each with a policy of its own; absent: any key, and one policy for all. */
  readonly keys?: readonly string[];
}

/** Whether what is held under a key can be compared and set. */
export const comparesAt = ({ compares }: Kind, key: string): boolean =>
  typeof compares === 'boolean' ? compares : compares.includes(key);
