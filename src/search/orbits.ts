/**
 * Symmetry: states that differ only in which of several interchangeable nodes is which are explored once. Such states
 * are an orbit; one of it, always the same, stands for all. That nodes are interchangeable is not taken on trust: they
 * must begin alike, and every handler that is run, on every state that is stood for, must do the same when two of them
 * exchange names. Else there is a sentence, and no exploration.
 */

import { type ChoiceGraph, type Exchange, KernelError, type Move } from '#/kernel';

/** Nodes that take each other for interchangeable, and the members of their states in which order means nothing. */
export interface Symmetry {
  /** By place. */
  readonly alike: readonly (readonly number[])[];
  readonly sets?: readonly string[];
}

/** Of so few permutations one looks at all. */
const FEW = 6;

export class Orbits {
  /** Neighbours in a group, exchanged: from these come all permutations. */
  private readonly exchanges: readonly Exchange[];
  /** The places that may be permuted, group by group; none if no two nodes begin alike. */
  readonly groups: readonly (readonly number[])[];
  private readonly permutations: number;
  private checked = 0;
  /** By part or message, by place: the number of all the pairs that permutations make of this one. */
  private readonly pairs: readonly [number[], number[]] = [[], []];
  private pairCount = 0;
  private readonly looks = new Map<string, number>();
  private readonly flights: Map<number, number>[] = [];

  /** Of the nodes that are said to be alike, those that begin alike. */
  constructor(
    private readonly graph: ChoiceGraph,
    start: Int32Array,
    { alike, sets = [] }: Symmetry,
  ) {
    const same = (a: number, b: number) => {
      const row = this.exchanged(graph.exchange(a, b, sets), start);
      return row.every((n, i) => n === start[i]);
    };
    this.groups = alike.flatMap((places) => classes(places, same)).filter((group) => group.length > 1);
    this.exchanges = this.groups.flatMap((group) =>
      group.slice(1).map((b, i) => graph.exchange(group[i] as number, b, sets)),
    );
    this.permutations = this.groups.reduce((product, group) => product * factorial(group.length), 1);
  }

  /** Throws a sentence if a handler that was run since the last time tells interchangeable nodes apart. */
  check(): void {
    const { handlers } = this.graph;
    for (; this.checked < handlers.length; this.checked++) {
      const [node, message] = handlers[this.checked] as readonly [number, number];
      for (const x of this.exchanges) {
        // Running it for the exchanged node makes that a handler to be checked, too, until all are.
        if (this.graph.commutes(x, node, message)) continue;
        const what = this.graph.handlerText(node, message);
        throw new KernelError(
          `Symmetry refused: ${what} depends on more of a name than whether it is the same.`,
        );
      }
    }
  }

  private exchanged(x: Exchange, row: Int32Array): Int32Array {
    const made = row.slice();
    const { size } = this.graph;
    for (let i = 0; i < size; i++) made[x.place(i)] = x.node(row[i] as number);
    made[size] = x.flight(row[size] as number);
    return made;
  }

  /** All that some of the exchanges make of a state, itself first. */
  private reached(row: Int32Array, exchanges: readonly Exchange[]): readonly Int32Array[] {
    const found = [row];
    const known = new Set([row.join()]);
    for (const one of found) {
      for (const x of exchanges) {
        const other = this.exchanged(x, one);
        const key = other.join();
        if (known.has(key)) continue;
        known.add(key);
        found.push(other);
      }
    }
    return found;
  }

  /** Every state that this one stands for, itself among them. */
  all(row: Int32Array): readonly Int32Array[] {
    return this.reached(row, this.exchanges);
  }

  /** The state that stands for this one, and for how many it does. */
  standing(row: Int32Array): { readonly row: Int32Array; readonly weight: number } {
    if (this.permutations <= FEW) {
      const all = this.all(row);
      return { row: least(all), weight: all.length };
    }
    let best = row;
    const looks = new Map<number, number>();
    for (const place of this.groups.flat()) looks.set(place, this.look(row, place));
    const look = (place: number) => looks.get(place) as number;
    // Sorted by what cannot be told by names; where that does not decide, the least of all that are left.
    for (let sorted = false; !sorted; ) {
      sorted = true;
      for (const x of this.exchanges) {
        const [a, b] = [look(x.a), look(x.b)];
        if (a <= b) continue;
        best = this.exchanged(x, best);
        looks.set(x.a, b);
        looks.set(x.b, a);
        sorted = false;
      }
    }
    const level = this.exchanges.filter((x) => look(x.a) === look(x.b));
    if (level.length === 0) return { row: best, weight: this.permutations };
    let ties = 1;
    for (const group of this.groups) {
      for (let i = 1, run = 1; i < group.length; i++) {
        run = look(group[i] as number) === look(group[i - 1] as number) ? run + 1 : 1;
        ties *= run;
      }
    }
    const tied = this.reached(best, level);
    return { row: least(tied), weight: (this.permutations * tied.length) / ties };
  }

  /**
   * Moves to exactly this state, the last one first, given what stands for the states before it, the last one first.
   * The start stands for itself alone.
   */
  wayTo(row: Int32Array, before: readonly Int32Array[]): Move[] {
    const moves: Move[] = [];
    let wanted = row;
    for (const stands of before) {
      const step = this.stepTo(wanted, this.all(stands));
      moves.push(step.move);
      wanted = step.from;
    }
    return moves;
  }

  private stepTo(row: Int32Array, from: readonly Int32Array[]): { from: Int32Array; move: Move } {
    const { next } = this.graph;
    for (const one of from) {
      let found: Move | null = null;
      const arrive = (move: Move) => {
        if (found === null && next.every((n, i) => n === row[i])) found = move;
      };
      this.graph.follow(one, 0, { arrive, stay: () => {} });
      if (found !== null) return { from: one, move: found };
    }
    throw new KernelError('No state that one stands for leads to the next. The search is at fault.');
  }

  /** A number for how a place looks in a state, the same wherever a permutation moves both. */
  private look(row: Int32Array, place: number): number {
    const { size } = this.graph;
    const own = this.pair(0, row[place] as number, place);
    const others: number[] = [];
    for (let i = 0; i < size; i++) if (i !== place) others.push(this.pair(0, row[i] as number, place));
    const text = `${own}:${others.sort((a, b) => a - b)}:${this.flightLook(row[size] as number, place)}`;
    return numberOf(this.looks, text);
  }

  private flightLook(flight: number, place: number): number {
    this.flights[place] ??= new Map();
    const known = (this.flights[place] as Map<number, number>).get(flight);
    if (known !== undefined) return known;
    const pairs = this.graph.messagesIn(flight).map((m) => this.pair(1, m, place));
    const look = numberOf(this.looks, `~${pairs.sort((a, b) => a - b)}`);
    this.flights[place]?.set(flight, look);
    return look;
  }

  /** The number of a node's part, or of a message, together with a place, whatever the names. */
  private pair(sort: 0 | 1, number: number, place: number): number {
    const { size } = this.graph;
    const numbers = this.pairs[sort];
    const known = numbers[number * size + place];
    if (known !== undefined) return known;
    const made = this.pairCount++;
    const todo = [[number, place] as const];
    numbers[number * size + place] = made;
    for (const [n, at] of todo) {
      for (const x of this.exchanges) {
        const other = [sort === 0 ? x.node(n) : x.message(n), x.place(at)] as const;
        const slot = other[0] * size + other[1];
        if (numbers[slot] !== undefined) continue;
        numbers[slot] = made;
        todo.push(other);
      }
    }
    return made;
  }
}

/** The places in classes of those that are the same. */
function classes(places: readonly number[], same: (a: number, b: number) => boolean): number[][] {
  const found: number[][] = [];
  for (const place of places) {
    const its = found.find(([first]) => same(first as number, place));
    if (its) its.push(place);
    else found.push([place]);
  }
  return found;
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

function numberOf(known: Map<string, number>, text: string): number {
  const found = known.get(text) ?? known.size;
  known.set(text, found);
  return found;
}

const least = (rows: readonly Int32Array[]): Int32Array => rows.reduce((a, b) => (isLess(b, a) ? b : a));

function isLess(a: Int32Array, b: Int32Array): boolean {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return (a[i] as number) < (b[i] as number);
  }
  return false;
}
