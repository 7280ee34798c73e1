/** States counted by what they were found to be, with the first of each, which is one of those nearest to the start. */

import type { Choice } from '#/kernel';

/** States that are alike: how many there are, and a shortest way to one. */
export interface Ends {
  readonly count: number;
  readonly path: readonly Choice[];
}

interface Counted {
  count: number;
  readonly first: number;
  /** Which of the states that it stands for; null where it stands for itself. */
  readonly row: Int32Array | null;
}

export class Tally {
  private readonly found = new Map<string, Counted>();

  get size(): number {
    return this.found.size;
  }

  add(name: string, state: number, row: Int32Array | null): void {
    const known = this.found.get(name);
    if (known) known.count++;
    else this.found.set(name, { count: 1, first: state, row });
  }

  /** In the order of the names. */
  sorted(
    pathTo: (state: number, row: Int32Array | null) => readonly Choice[],
  ): Readonly<Record<string, Ends>> {
    const all = [...this.found].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(
      all.map(([name, { count, first, row }]) => [name, { count, path: pathTo(first, row) }]),
    );
  }
}
