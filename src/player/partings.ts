/**
 * Where this run parts from others. Both are compared as they go on, each happening once, so that a long run costs no
 * more than what is new in it. What neither keeps any longer when it is asked for is not compared.
 */

import { type Entry, entriesTo, firstId, type Parting, partingFrom } from '#/kernel';
import type { PlayerState } from './state';

/** What is compared, and what tells one past from another. */
export interface Compared {
  trace(): readonly Entry[];
  readonly store: { getState(): Pick<PlayerState, 'run' | 'branch'> };
}

interface Known {
  readonly pasts: string;
  /** The ids from which on nothing has been compared. */
  left: number;
  right: number;
  found: Parting | null;
}

const pastOf = ({ store }: Compared): string => `${store.getState().run}:${store.getState().branch}`;

export class Partings {
  private readonly known = new WeakMap<object, Known>();

  /** The first happening of one that is not one of the other, as far as both are shown. */
  of(left: Compared, right: Compared): Parting | null {
    const pasts = `${pastOf(left)} ${pastOf(right)}`;
    let known = this.known.get(right);
    if (known?.pasts !== pasts) {
      known = { pasts, left: 0, right: 0, found: null };
      this.known.set(right, known);
    }
    const [a, b] = [left.trace(), right.trace()];
    if (!known.found) return this.compare(known, a, b);
    const shown = known.left < entriesTo(a) && known.right < entriesTo(b);
    return shown ? known.found : null;
  }

  private compare(known: Known, a: readonly Entry[], b: readonly Entry[]): Parting | null {
    const [i, j] = [known.left - firstId(a), known.right - firstId(b)];
    if (i < 0 || j < 0 || i > a.length || j > b.length) return null;
    const to = partingFrom(a, b, i, j);
    known.left = firstId(a) + to.left;
    known.right = firstId(b) + to.right;
    known.found = to.parting;
    if (to.parting) return to.parting;
    // On one cursor, what only one of them has by now is what the other has not.
    const [left, right] = [a[to.left] ?? null, b[to.right] ?? null];
    return left || right ? { left, right } : null;
  }
}
