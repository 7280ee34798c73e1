/**
 * Bounded exhaustive exploration: every schedule of an untimed world, breadth first, each state once. States are
 * compared by their whole keys, never by a digest. Since it goes breadth first, the path kept to each outcome is
 * a shortest one. Leaves out partial-order and symmetry reduction: what is counted is what there is.
 */

import {
  type Choice,
  type Entry,
  type OperationRecord,
  operationsOf,
  type UntimedWorld,
  type View,
  type WorldState,
} from '#/kernel';

/** Whether a finished run is as it should be. */
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
}

/** Ends that are alike: how many there are, and a shortest way to one. */
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
}

/** What happened to operations on the way to a state, last entry first. */
interface Story {
  readonly before: Story | null;
  readonly entry: Entry;
}

interface Open {
  readonly id: number;
  readonly state: WorldState;
  readonly story: Story | null;
  /** The story as a text, part of the key. */
  readonly told: string;
}

/** Explores from where the world stands. The world is used up: it stands anywhere afterwards. */
export function explore(world: UntimedWorld, options: ExploreOptions): Exploration {
  return new Explorer(world, options).run();
}

class Explorer {
  private readonly seen = new Set<string>();
  /** By state: where it was first reached from, and by what. */
  private readonly parents: number[] = [];
  private readonly choices: (Choice | null)[] = [];
  private edges = 0;
  private ends = 0;
  private complete = true;
  private readonly outcomes = new Map<string, { count: number; first: number }>();
  private readonly violations = new Map<string, { count: number; first: number }>();
  private readonly judges: readonly (readonly [string, Judge])[];

  constructor(
    private readonly world: UntimedWorld,
    private readonly options: ExploreOptions,
  ) {
    this.judges = Object.entries(options.judges ?? {});
  }

  run(): Exploration {
    const start: Open = { id: 0, state: this.world.checkpoint(), story: null, told: '' };
    this.seen.add(this.keyOf(start.told));
    this.parents.push(-1);
    this.choices.push(null);
    let depth = 0;
    for (let level: Open[] = [start]; level.length > 0; ) {
      const next: Open[] = [];
      for (const open of level) this.expand(open, depth < this.options.depth ? next : null);
      if (next.length > 0) depth++;
      level = next;
    }
    return {
      states: this.seen.size,
      edges: this.edges,
      depth,
      complete: this.complete,
      ends: this.ends,
      outcomes: this.sorted(this.outcomes),
      violations: this.sorted(this.violations),
    };
  }

  /** Takes every choice of a state, each on every course; new states go to `next`, which is null at the bound. */
  private expand(open: Open, next: Open[] | null): void {
    const { world } = this;
    world.adopt(open.state);
    const firsts = world.choices();
    if (firsts.length === 0) return this.finish(open);
    if (next === null) {
      this.complete = false;
      return;
    }
    for (const first of firsts) {
      const courses: Choice[] = [first];
      for (let choice = courses.pop(); choice; choice = courses.pop()) {
        const entries: Entry[] | null = this.judges.length > 0 ? [] : null;
        const taken = world.takeFrom(open.state, choice, entries);
        this.edges++;
        courses.push(...world.courses(choice, taken));
        this.arrive(open, choice, entries, next);
      }
    }
  }

  private arrive(from: Open, choice: Choice, entries: readonly Entry[] | null, next: Open[]): void {
    let { story, told } = from;
    for (const entry of entries ?? []) {
      const text = tell(entry);
      if (text === null) continue;
      story = { before: story, entry };
      told += text;
    }
    const key = this.keyOf(told);
    if (this.seen.has(key)) return;
    if (this.seen.size >= this.options.states) {
      this.complete = false;
      return;
    }
    const id = this.parents.push(from.id) - 1;
    this.choices.push(choice);
    this.seen.add(key);
    next.push({ id, state: this.world.core.s, story, told });
  }

  private keyOf(told: string): string {
    const key = this.world.shortKey();
    return told === '' ? key : `${key}~${told}`;
  }

  /** Nothing can happen any more: names the end and judges it. */
  private finish(open: Open): void {
    this.ends++;
    const { observe } = this.options;
    if (!observe && this.judges.length === 0) return;
    const view = this.world.view();
    if (observe) tally(this.outcomes, observe(view), open.id);
    if (this.judges.length === 0) return;
    const operations = operationsOf(entriesOf(open.story));
    for (const [name, holds] of this.judges) {
      if (!holds(view, operations)) tally(this.violations, name, open.id);
    }
  }

  private pathTo(id: number): readonly Choice[] {
    const path: Choice[] = [];
    for (let at = id; at > 0; at = this.parents[at] as number) path.push(this.choices[at] as Choice);
    return path.reverse();
  }

  private sorted(found: ReadonlyMap<string, { count: number; first: number }>): Record<string, Ends> {
    const names = [...found.keys()].sort();
    return Object.fromEntries(
      names.map((name) => {
        const { count, first } = found.get(name) as { count: number; first: number };
        return [name, { count, path: this.pathTo(first) }];
      }),
    );
  }
}

function tally(found: Map<string, { count: number; first: number }>, name: string, id: number): void {
  const known = found.get(name);
  if (known) known.count++;
  else found.set(name, { count: 1, first: id });
}

/** What an entry says of an operation, without its time or place in the trace; null if nothing. */
function tell(entry: Entry): string | null {
  if (entry.type === 'invoked') return `(${entry.process}:${entry.op}:${entry.f}`;
  if (entry.type !== 'completed' && entry.type !== 'late') return null;
  return `${entry.type === 'late' ? '+' : ')'}${entry.op}:${entry.outcome}:${JSON.stringify(entry.seen)}`;
}

function entriesOf(story: Story | null): Entry[] {
  const entries: Entry[] = [];
  for (let s = story; s; s = s.before) entries.push(s.entry);
  return entries.reverse();
}
