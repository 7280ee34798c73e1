/**
 * Bounded exhaustive exploration: every schedule of an untimed world, breadth first, each state once. States are
 * compared whole, never by a digest. Since it goes breadth first, the path kept to each outcome is a shortest one.
 * Leaves out partial-order and symmetry reduction: what is counted is what there is.
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
import { States } from './states';

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
  /** Stops at the first state that breaks something; its path is a shortest one. Then it is not complete. */
  readonly untilBroken?: boolean;
}

/** States that are alike: how many there are, and a shortest way to one. */
export interface Ends {
  readonly count: number;
  readonly path: readonly Choice[];
}

export interface Exploration {
  readonly states: number;
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

/** Explores from where the world stands. The world is used up: it stands anywhere afterwards. */
export function explore(world: UntimedWorld, options: ExploreOptions): Exploration {
  return new Explorer(world, options).run();
}

type Tally = Map<string, { count: number; first: number }>;
type Judges = readonly (readonly [string, Judge])[];

class Explorer implements Edges {
  private readonly graph: ChoiceGraph;
  private readonly states: States;
  /** By state: where it was first reached from, and by what. */
  private readonly parents: number[] = [];
  private readonly moves: (Move | null)[] = [];
  /** The state whose choices are being followed, and whether what they lead to is within the depth. */
  private from = -1;
  private within = true;
  private edges = 0;
  private ends = 0;
  private complete = true;
  private readonly outcomes: Tally = new Map();
  private readonly violations: Tally = new Map();
  private readonly judges: Judges;
  private readonly always: Judges;
  private readonly hopes: Hopes | null;

  constructor(
    world: UntimedWorld,
    private readonly options: ExploreOptions,
  ) {
    this.judges = Object.entries(options.judges ?? {});
    this.always = Object.entries(options.always ?? {});
    const { goals = {}, staysDown = false } = options;
    this.hopes = Object.keys(goals).length > 0 ? new Hopes(goals, staysDown) : null;
    const graph = new ChoiceGraph(world, this.judges.length > 0);
    this.graph = graph;
    this.states = new States(graph.width, (column, value) => graph.shown(column, value));
  }

  run(): Exploration {
    this.graph.start();
    this.keep(null);
    let depth = 0;
    // States have numbers in the order in which they were found, so each depth is a stretch of them.
    for (let [level, end] = [0, 1]; level < end && !this.isOver; ) {
      this.within = depth < this.options.depth;
      for (let state = level; state < end && !this.isOver; state++) this.expand(state, depth);
      [level, end] = [end, this.states.size];
      if (level < end) depth++;
    }
    const complete = this.complete && !this.isOver;
    const pathTo = (state: number) => this.pathTo(state);
    return {
      states: this.states.size,
      edges: this.edges,
      depth,
      complete,
      ends: this.ends,
      outcomes: this.sorted(this.outcomes),
      violations: this.sorted(this.violations),
      goals: this.hopes?.answers(this.states.size, complete, pathTo, () => 1) ?? {},
    };
  }

  private get isOver(): boolean {
    return this.options.untilBroken === true && this.violations.size > 0;
  }

  private expand(state: number, depth: number): void {
    const { graph, states } = this;
    if (this.always.length > 0) this.judge(this.always, state, depth);
    this.hopes?.look(state, this.viewOf(state, depth));
    this.from = state;
    const choices = graph.follow(states.rows, state * graph.width, this);
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
    const state = this.states.add(this.graph.next, this.options.states);
    if (state === -2) this.complete = false;
    if (this.hopes && move) this.hopes.edge(this.from, this.states.met, move.choice);
    if (state < 0) return;
    this.parents.push(this.from);
    this.moves.push(move);
  }

  /** Nothing can happen any more: names the end and judges it. */
  private finish(state: number, depth: number): void {
    this.ends++;
    const { observe } = this.options;
    if (observe) tally(this.outcomes, observe(this.viewOf(state, depth)), state);
    if (this.judges.length > 0) this.judge(this.judges, state, depth);
  }

  private judge(judges: Judges, state: number, depth: number): void {
    const view = this.viewOf(state, depth);
    const operations = this.graph.operations(this.states.rows, state * this.graph.width);
    for (const [name, holds] of judges) {
      if (!holds(view, operations)) tally(this.violations, name, state);
    }
  }

  private viewOf(state: number, depth: number): View {
    return this.graph.view(this.states.rows, state * this.graph.width, depth);
  }

  private pathTo(state: number): readonly Choice[] {
    const path: Move[] = [];
    for (let at = state; at > 0; at = this.parents[at] as number) path.push(this.moves[at] as Move);
    return this.graph.schedule(path.reverse());
  }

  private sorted(found: Tally): Record<string, Ends> {
    const names = [...found.keys()].sort();
    return Object.fromEntries(
      names.map((name) => {
        const { count, first } = found.get(name) as { count: number; first: number };
        return [name, { count, path: this.pathTo(first) }];
      }),
    );
  }
}

function tally(found: Tally, name: string, state: number): void {
  const known = found.get(name);
  if (known) known.count++;
  else found.set(name, { count: 1, first: state });
}
