/**
 * What comes before what: a partial order over the operations that grows edge by edge and never becomes a circle.
 *
 * Each operation carries a vector clock: of every chain, how many operations are known to come before it or to be it.
 * With k chains an edge costs at most k words an operation it reaches, where a bitset would cost n bits.
 */

import { at, type Memory, UNDECIDED } from './memory';

/** Why one operation comes before another. */
export interface Step {
  readonly from: number;
  readonly to: number;
  /**
   * `program`: one process, in this order. `read`: the one is the write the other read from. `older`: both write a
   * key, and the read `by` saw the later of them although the earlier came before the read. `newer`: the one is a
   * read of a write that the other overwrote.
   */
  readonly kind: 'program' | 'read' | 'older' | 'newer';
  /** Of `older` and `newer`: the read that says so; else -1. */
  readonly by: number;
}

/** What a conclusion rests on: steps, or whatever the first so many edges say. */
type Support = number | readonly Step[];

interface Edge extends Step {
  readonly support: Support;
}

/** Why an assignment of writes to reads is impossible. */
export interface Conflict {
  /**
   * `circle`: each step leads to the next, and the last to the first. `initial`: the steps lead from a write to a read
   * that found its key as it was at first. `nobody`: nobody wrote what was read.
   */
  readonly kind: 'circle' | 'initial' | 'nobody';
  readonly steps: readonly Step[];
  /** Of `initial` and `nobody`: the read. */
  readonly read: number;
  /** Operations that suffice for the conflict. */
  readonly ops: readonly number[];
  /** The reads whose source had a part in it. */
  readonly deciders: readonly number[];
}

export class Order {
  readonly memory: Memory;
  readonly readsFrom: Int32Array;
  /** Null as long as there is no contradiction. */
  conflict: Conflict | null = null;
  readonly #width: number;
  readonly #clocks: Int32Array;
  /** What is given, and of each operation the edges that leave it; shared by orders that go on from one another. */
  readonly #given: Edge[];
  readonly #out: (number[] | undefined)[];
  /** What was concluded: edges numbered on from those given. */
  readonly #concluded: Edge[] = [];
  readonly #outConcluded = new Map<number, number[]>();
  readonly #stack: number[] = [];

  /**
   * Program order, and each read after the write it read from where `counts` says so; or all that was given to another
   * order, which has concluded nothing yet.
   */
  constructor(memory: Memory, readsFrom: Int32Array, counts: ((read: number) => boolean) | Order) {
    this.memory = memory;
    this.readsFrom = readsFrom;
    this.#width = memory.chains.length;
    if (counts instanceof Order) {
      this.#clocks = counts.#clocks.slice();
      this.#given = counts.#given;
      this.#out = counts.#out;
      return;
    }
    this.#clocks = new Int32Array(memory.ops.length * this.#width);
    this.#given = [];
    this.#out = new Array(memory.ops.length);
    memory.ops.forEach((op, id) => {
      const before = at(memory.follows, id);
      if (op.open && before !== -1) this.#give(before, id, 'program');
      const write = op.reads ? at(readsFrom, id) : UNDECIDED;
      if (write >= 0 && counts(id)) this.#give(write, id, 'read');
    });
    this.#begin();
  }

  get edges(): number {
    return this.#given.length + this.#concluded.length;
  }

  /** Whether one is known to come strictly before the other. */
  before(from: number, to: number): boolean {
    const { chain, position } = this.memory;
    return from !== to && at(this.#clocks, to * this.#width + at(chain, from)) > at(position, from);
  }

  /** How many operations of a chain come before an operation, or are it. */
  seen(op: number, chain: number): number {
    return at(this.#clocks, op * this.#width + chain);
  }

  /** Adds a conclusion; false where it closes a circle. */
  conclude(
    from: number,
    to: number,
    kind: 'older' | 'newer',
    by: number,
    support: Support = this.edges,
  ): boolean {
    if (this.before(from, to)) return true;
    const edge = { from, to, kind, by, support };
    if (from === to || this.before(to, from)) {
      const back = from === to ? [] : this.#path(to, from, this.edges);
      this.#contradict('circle', [edge, ...back], -1);
      return false;
    }
    const known = this.#outConcluded.get(from);
    if (known) known.push(this.edges);
    else this.#outConcluded.set(from, [this.edges]);
    this.#concluded.push(edge);
    this.#spread(from, to);
    return true;
  }

  /** A read found the initial value although a write came before it. */
  refuse(write: number, read: number, support: Support = this.edges): void {
    const steps = typeof support === 'number' ? this.#path(write, read, support) : support;
    this.#contradict('initial', steps, read);
  }

  /** Some operations as a list in which each comes after those that come before it. */
  list(ops: readonly number[]): number[] {
    const rank = new Map(
      ops.map((op) => {
        let sum = 0;
        for (let chain = 0; chain < this.#width; chain++) sum += this.seen(op, chain);
        return [op, sum];
      }),
    );
    const start = (op: number) => at(this.memory.ops, op).start;
    // Whoever comes later has seen more.
    return [...ops].sort(
      (x, y) => (rank.get(x) as number) - (rank.get(y) as number) || start(x) - start(y) || x - y,
    );
  }

  #give(from: number, to: number, kind: 'program' | 'read'): void {
    const edge = this.#given.push({ from, to, kind, by: -1, support: 0 }) - 1;
    const known = this.#out[from];
    if (known) known.push(edge);
    else this.#out[from] = [edge];
  }

  #edge(index: number): Edge {
    const given = this.#given.length;
    return index < given ? at(this.#given, index) : at(this.#concluded, index - given);
  }

  /** The clocks of what is given from the start, in one topological pass. */
  #begin(): void {
    const { ops, chain, position } = this.memory;
    const waits = new Int32Array(ops.length);
    for (const { to } of this.#given) waits[to] = at(waits, to) + 1;
    ops.forEach((_, id) => {
      if (at(position, id) > 0) waits[id] = at(waits, id) + 1;
    });
    const ready = ops.flatMap((_, id) => (at(waits, id) === 0 ? [id] : []));
    let done = 0;
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
      done++;
      this.#clocks[id * this.#width + at(chain, id)] = at(position, id) + 1;
      const from = id;
      this.#after(from, (to) => {
        this.#merge(from, to);
        waits[to] = at(waits, to) - 1;
        if (at(waits, to) === 0) ready.push(to);
      });
    }
    if (done === ops.length) return;
    const start = this.#onCircle(waits);
    this.#contradict('circle', this.#path(start, start, this.edges), -1);
  }

  /** Of operations that wait for one another, one that waits for itself: whoever waits, waits for another who does. */
  #onCircle(waits: Int32Array): number {
    const { ops } = this.memory;
    const waitsFor = new Map<number, number>();
    ops.forEach((_, id) => {
      if (at(waits, id) === 0) return;
      this.#after(id, (to) => waitsFor.set(to, id));
    });
    const met = new Set<number>();
    let id = waits.findIndex((count) => count > 0);
    while (!met.has(id)) {
      met.add(id);
      id = waitsFor.get(id) as number;
    }
    return id;
  }

  /** Calls back with whatever comes directly after an operation. */
  #after(id: number, visit: (to: number) => void): void {
    const next = at(this.memory.chains, at(this.memory.chain, id))[at(this.memory.position, id) + 1];
    if (next !== undefined) visit(next);
    for (const edge of this.#out[id] ?? []) visit(at(this.#given, edge).to);
    for (const edge of this.#outConcluded.get(id) ?? []) visit(this.#edge(edge).to);
  }

  #merge(from: number, to: number): boolean {
    const [width, clocks] = [this.#width, this.#clocks];
    let changed = false;
    for (let chain = 0, a = from * width, b = to * width; chain < width; chain++, a++, b++) {
      if (at(clocks, a) <= at(clocks, b)) continue;
      clocks[b] = at(clocks, a);
      changed = true;
    }
    return changed;
  }

  #spread(from: number, to: number): void {
    const stack = this.#stack;
    if (!this.#merge(from, to)) return;
    stack.push(to);
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      const reached = id;
      this.#after(reached, (next) => {
        if (this.#merge(reached, next)) stack.push(next);
      });
    }
  }

  /** A shortest way along program order and the first `known` edges, steps of one process taken together. */
  #path(from: number, to: number, known: number): Step[] {
    const { chains, chain, position, ops } = this.memory;
    const came = new Map<number, Step>();
    const queue = [from];
    const visit = (step: Step) => {
      if (came.has(step.to)) return;
      came.set(step.to, step);
      queue.push(step.to);
    };
    for (let head = 0; head < queue.length && !came.has(to); head++) {
      const id = at(queue, head);
      for (const index of this.#out[id] ?? []) if (index < known) visit(at(this.#given, index));
      for (const index of this.#outConcluded.get(id) ?? []) if (index < known) visit(this.#edge(index));
      const next = at(chains, at(chain, id))[at(position, id) + 1];
      if (next !== undefined) visit({ from: id, to: next, kind: 'program', by: -1 });
    }
    const steps: Step[] = [];
    let id = to;
    do {
      const step = came.get(id) as Step;
      const later = steps[0];
      if (step.kind === 'program' && later?.kind === 'program') steps[0] = { ...later, from: step.from };
      else steps.unshift(step);
      id = step.from;
    } while (id !== from && steps.length <= ops.length);
    return steps;
  }

  /** Gathers, back to what is given, everything the steps rest on. */
  #contradict(kind: Conflict['kind'], steps: readonly Step[], read: number): void {
    if (this.conflict) return;
    const ops = new Set<number>();
    const deciders = new Set<number>();
    const open: Step[] = [...steps];
    const met = new Set<Step>();
    for (let step = open.pop(); step; step = open.pop()) {
      if (met.has(step)) continue;
      met.add(step);
      ops.add(step.from).add(step.to);
      if (step.kind === 'program') continue;
      deciders.add(step.by === -1 ? step.to : step.by);
      if (step.by === -1) continue;
      ops.add(step.by);
      const source = at(this.readsFrom, step.by);
      if (source >= 0) ops.add(source);
      const { support } = step as Edge;
      // That the one is older rests on its being before the read; that it is newer, on its being after the source.
      if (typeof support !== 'number') open.push(...support);
      else if (step.kind === 'older') open.push(...this.#path(step.from, step.by, support));
      else if (source >= 0) open.push(...this.#path(source, step.to, support));
    }
    if (read !== -1) {
      ops.add(read);
      deciders.add(read);
    }
    this.conflict = { kind, steps, read, ops: [...ops].sort((x, y) => x - y), deciders: [...deciders] };
  }
}

/** Of a key's writes in one chain, the last that comes before an operation; -1: none. */
export function lastSeen(order: Order, writes: readonly number[], op: number): number {
  const { chain, position } = order.memory;
  const seen = order.seen(op, at(chain, at(writes, 0)));
  let [low, high] = [0, writes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(position, at(writes, middle)) < seen && at(writes, middle) !== op) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : at(writes, low - 1);
}

/** Of a key's writes in one chain, the first that comes after an operation; -1: none. */
export function firstAfter(order: Order, writes: readonly number[], op: number): number {
  let [low, high] = [0, writes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order.before(op, at(writes, middle))) high = middle;
    else low = middle + 1;
  }
  return low === writes.length ? -1 : at(writes, low);
}
