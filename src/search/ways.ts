/**
 * The edges of an explored graph, kept so that it can be walked backwards: from where one wants to be to everywhere
 * that leads there. Two numbers an edge and one a state, and only where somebody asks.
 */

const FIRST = 1 << 12;

export class Ways {
  private from = new Int32Array(FIRST);
  private to = new Int32Array(FIRST);
  private edges = 0;
  /** By state: 1 if some way from it leads to a state that was not kept. */
  private readonly open: number[] = [];

  add(from: number, to: number): void {
    if (from === to) return;
    if (this.edges === this.from.length) {
      this.from = twice(this.from);
      this.to = twice(this.to);
    }
    this.from[this.edges] = from;
    this.to[this.edges++] = to;
  }

  /** From this state a way leads out of what is known. */
  leavesFrom(state: number): void {
    this.open[state] = 1;
  }

  isOpen(state: number): boolean {
    return this.open[state] === 1;
  }

  /** The edges into each state, one stretch of a list after the other. */
  private backwards(states: number): { readonly starts: Int32Array; readonly sources: Int32Array } {
    const starts = new Int32Array(states + 1);
    for (let e = 0; e < this.edges; e++) (starts[(this.to[e] as number) + 1] as number)++;
    for (let s = 0; s < states; s++) (starts[s + 1] as number) += starts[s] as number;
    const next = starts.slice();
    const sources = new Int32Array(this.edges);
    for (let e = 0; e < this.edges; e++) {
      const place = (next[this.to[e] as number] as number)++;
      sources[place] = this.from[e] as number;
    }
    return { starts, sources };
  }

  /** By state, of so many: 1 if a way leads from it to one that is wanted, which leads to itself. */
  leadTo(states: number, wanted: (state: number) => boolean): Uint8Array {
    const { starts, sources } = this.backwards(states);
    const leads = new Uint8Array(states);
    const todo: number[] = [];
    const mark = (state: number) => {
      if (leads[state] === 1) return;
      leads[state] = 1;
      todo.push(state);
    };
    for (let state = 0; state < states; state++) if (wanted(state)) mark(state);
    for (let state = todo.pop(); state !== undefined; state = todo.pop()) {
      const end = starts[state + 1] as number;
      for (let i = starts[state] as number; i < end; i++) mark(sources[i] as number);
    }
    return leads;
  }
}

function twice(of: Int32Array): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * of.length);
  longer.set(of);
  return longer;
}
