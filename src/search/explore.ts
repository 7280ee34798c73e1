/**
 * Bounded exhaustive exploration: every schedule of an untimed world, breadth first, each state once. States are
 * compared whole, never by a digest. Since it goes breadth first, the path kept to each outcome is a shortest one.
 * Unless a reduction is asked for, what is counted is what there is.
 */

import {
  type Choice,
  ChoiceGraph,
  type Edges,
  type Move,
  type OperationRecord,
  type UntimedWorld,
  type View,
} from '#/kernel';
import { type Goal, Hopes, type Reach } from './goals';
import { Orbits, type Symmetry } from './orbits';
import { Order } from './order';
import { refuseReductions } from './reductions';
import { States } from './states';
import { type Ends, Tally } from './tally';

/** Whether a run is as it should be. */
export type Judge = (view: View, operations: readonly OperationRecord[]) => boolean;

export interface ExploreOptions {
  /** Edges from the start; a deeper state is not entered. */
  readonly depth: number;
  /** States kept; one more is not. */
  readonly states: number;
  /** A short name for the state a finished run has come to. */
  readonly observe?: (view: View) => string;
  /**
   * Asked of every end. A judge may look at operations, so with judges two states are the same only if the same
   * operations began, ended and were answered late in the same order: there are more of them than without.
   */
  readonly judges?: Readonly<Record<string, Judge>>;
  /** Asked of every state, about its nodes: they are shown operations only where there are `judges` as well. */
  readonly always?: Readonly<Record<string, Judge>>;
  /** Asked of every state: whether one of these can still be reached from it. */
  readonly goals?: Readonly<Record<string, Goal>>;
  /** On the way to a goal whoever is down stays down. */
  readonly staysDown?: boolean;
  /** Explores one of all states that differ only in which of these nodes is which. */
  readonly symmetry?: Symmetry;
  /** Follows one order of what nodes do that have nothing to do with each other: every end is found, and a way to it. */
  readonly order?: boolean;
  /** Stops at the first state that breaks something; its path is a shortest one. Then it is not complete. */
  readonly untilBroken?: boolean;
}

export interface Exploration {
  /** Those that were explored. */
  readonly states: number;
  /**
   * Those that these stand for: as many, unless symmetry was used. Counts of ends, outcomes, violations and goals are of
   * these. Null where one order was followed: then the ends are all there, and how many other states there are is not known.
   */
  readonly standsFor: number | null;
  /** The nodes that were found to be interchangeable, by name, where symmetry was used. */
  readonly interchangeable: readonly (readonly string[])[];
  /** Those that were followed. */
  readonly edges: number;
  /** Edges from the start to the furthest state. */
  readonly depth: number;
  /** False when a bound cut something off; then what was not found may still be there. */
  readonly complete: boolean;
  /** States in which nothing can happen any more. */
  readonly ends: number;
  /** By the observer's name for them, in the order of the names. */
  readonly outcomes: Readonly<Record<string, Ends>>;
  /** By the judge that said no. */
  readonly violations: Readonly<Record<string, Ends>>;
  readonly goals: Readonly<Record<string, Reach>>;
}

/**
 * Explores from where the world stands. The world is used up: it stands anywhere afterwards. Throws a sentence where
 * a reduction cannot be had for what is asked.
 */
export function explore(world: UntimedWorld, options: ExploreOptions): Exploration {
  const going = exploring(world, options);
  for (let next = going.next(); ; next = going.next()) if (next.done) return next.value;
}

/** How far an exploration has come. */
export interface SoFar {
  /** States found, and how many of them have been followed. */
  readonly states: number;
  readonly followed: number;
  readonly depth: number;
}

/** As `explore`, and yields every so often, whenever it may be stopped for good. */
export function* exploring(world: UntimedWorld, options: ExploreOptions): Generator<SoFar, Exploration> {
  refuseReductions(options);
  return yield* new Explorer(world, options).run();
}

/** States followed from one yield to the next: a few milliseconds. */
const STRIDE = 1_000;

type Judges = readonly (readonly [string, Judge])[];

class Explorer implements Edges {
  private readonly graph: ChoiceGraph;
  private readonly states: States;
  private readonly orbits: Orbits | null = null;
  /** What follows the choices of a state. */
  private readonly choices: Pick<ChoiceGraph, 'follow'>;
  /** By state: where it was first reached from, and by what. */
  private readonly parents: number[] = [];
  private readonly moves: (Move | null)[] = [];
  /** By state: how many it stands for; kept only where that is not always one. */
  private readonly weights: number[] = [];
  /** The state whose choices are being followed, and whether what they lead to is within the depth. */
  private from = -1;
  private within = true;
  private edges = 0;
  private ends = 0;
  private complete = true;
  private readonly outcomes = new Tally();
  private readonly violations = new Tally();
  private readonly judges: Judges;
  private readonly always: Judges;
  private readonly hopes: Hopes | null;

  constructor(
    private readonly world: UntimedWorld,
    private readonly options: ExploreOptions,
  ) {
    this.judges = Object.entries(options.judges ?? {});
    this.always = Object.entries(options.always ?? {});
    const { goals = {}, staysDown = false, symmetry } = options;
    this.hopes = Object.keys(goals).length > 0 ? new Hopes(goals, staysDown) : null;
    const graph = new ChoiceGraph(world, this.judges.length > 0);
    this.graph = graph;
    this.states = new States(graph.width, (column, value) => graph.shown(column, value));
    graph.start();
    this.choices = options.order ? new Order(graph, graph.next.slice()) : graph;
    if (symmetry) this.orbits = new Orbits(graph, graph.next, symmetry);
  }

  *run(): Generator<SoFar, Exploration> {
    this.keep(null);
    let depth = 0;
    // States have numbers in the order in which they were found, so each depth is a stretch of them.
    for (let [level, end] = [0, 1]; level < end && !this.isOver; ) {
      this.within = depth < this.options.depth;
      for (let state = level; state < end && !this.isOver; state++) {
        this.expand(state, depth);
        if (state % STRIDE === STRIDE - 1) yield { states: this.states.size, followed: state + 1, depth };
      }
      this.orbits?.check();
      [level, end] = [end, this.states.size];
      if (level < end) depth++;
    }
    const complete = this.complete && !this.isOver;
    const pathTo = (state: number, row?: Int32Array | null) => this.pathTo(state, row ?? null);
    const { size } = this.states;
    return {
      states: size,
      standsFor: this.standsFor,
      interchangeable: (this.orbits?.groups ?? []).map((group) =>
        group.map((place) => this.world.core.names[place] as string),
      ),
      edges: this.edges,
      depth,
      complete,
      ends: this.ends,
      outcomes: this.outcomes.sorted(pathTo),
      violations: this.violations.sorted(pathTo),
      goals: this.hopes?.answers(size, complete, pathTo, (state) => this.weight(state)) ?? {},
    };
  }

  private get isOver(): boolean {
    return this.options.untilBroken === true && this.violations.size > 0;
  }

  private get standsFor(): number | null {
    if (this.options.order) return null;
    return this.orbits ? this.weights.reduce((sum, weight) => sum + weight, 0) : this.states.size;
  }

  private weight(state: number): number {
    return this.weights[state] ?? 1;
  }

  private expand(state: number, depth: number): void {
    const { graph, states } = this;
    if (this.always.length > 0) this.judge(this.always, state, depth);
    if (this.hopes) {
      this.eachStoodFor(state, (rows, at) => this.hopes?.look(state, graph.view(rows, at, depth)));
    }
    this.from = state;
    const choices = this.choices.follow(states.rows, state * graph.width, this);
    if (choices === 0) this.finish(state, depth);
    else if (this.within) this.edges += choices;
    else this.complete = false;
  }

  arrive(move: Move): void {
    if (this.within) this.keep(move);
    else this.hopes?.edge(this.from, -1, move.choice);
  }

  stay(): void {}

  private keep(move: Move | null): void {
    const stands = this.orbits?.standing(this.graph.next);
    const state = this.states.add(stands?.row ?? this.graph.next, this.options.states);
    if (state === -2) this.complete = false;
    if (this.hopes && move) this.hopes.edge(this.from, this.states.met, move.choice);
    if (state < 0) return;
    this.parents.push(this.from);
    this.moves.push(move);
    if (stands) this.weights.push(stands.weight);
  }

  /** Nothing can happen any more: names the end and judges it. */
  private finish(state: number, depth: number): void {
    this.ends += this.weight(state);
    const { observe } = this.options;
    if (observe) {
      this.eachStoodFor(state, (rows, at, row) => {
        this.outcomes.add(observe(this.graph.view(rows, at, depth)), state, row);
      });
    }
    if (this.judges.length > 0) this.judge(this.judges, state, depth);
  }

  private judge(judges: Judges, state: number, depth: number): void {
    this.eachStoodFor(state, (rows, at, row) => {
      const view = this.graph.view(rows, at, depth);
      const operations = this.graph.operations(rows, at);
      for (const [name, holds] of judges) {
        if (!holds(view, operations)) this.violations.add(name, state, row);
      }
    });
  }

  /** What is asked of states is asked of every one that a state stands for, since it may tell their names apart. */
  private eachStoodFor(
    state: number,
    ask: (rows: Int32Array, at: number, row: Int32Array | null) => void,
  ): void {
    const { rows } = this.states;
    const at = state * this.graph.width;
    if (this.orbits === null) ask(rows, at, null);
    else for (const row of this.orbits.all(rows.slice(at, at + this.graph.width))) ask(row, 0, row);
  }

  /** A shortest way to a state, or to one that it stands for. */
  private pathTo(state: number, row: Int32Array | null): readonly Choice[] {
    const chain: number[] = [];
    for (let at = state; at > 0; at = this.parents[at] as number) chain.push(at);
    const before = () => chain.map((at) => this.rowOf(this.parents[at] as number));
    const moves = this.orbits
      ? this.orbits.wayTo(row ?? this.rowOf(state), before())
      : chain.map((at) => this.moves[at] as Move);
    return this.graph.schedule(moves.reverse());
  }

  private rowOf(state: number): Int32Array {
    return this.states.rows.slice(state * this.graph.width, (state + 1) * this.graph.width);
  }
}
