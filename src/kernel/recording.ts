/**
 * A recording: a scenario's world, what was done to it, and everything that followed, in one or more branches.
 * It has no cursor of its own. Any position can be viewed; acting at the furthest one appends, acting before it
 * makes a branch and keeps the old future.
 */

import {
  addCheckpoint,
  type Branch,
  type Checkpoint,
  checkpointBefore,
  fork,
  indexAt,
  isDue,
  root,
  type Step,
} from './branch';
import type { Command } from './command';
import type { Budgets, WorldConfig } from './config';
import { Earlier } from './earlier';
import { KernelError } from './errors';
import type { Fold } from './fold';
import { firstId, isLandmark, trim } from './kept';
import { LAST_MOMENT } from './limits';
import type { Protocol } from './protocol';
import { rebuild, replayTo } from './replay';
import type { Entry } from './trace';
import { UntimedWorld } from './untimed';
import { canonical, type Micros } from './values';
import type { View } from './view';
import { World } from './world';

const HEADS_KEPT = 4;
const VIEWS_KEPT = 32;
/** Of a long run's past at most this many entries are told again, unless a position is all that is asked for. */
const MOST_TOLD = 20_000;

export interface RecordingOptions<S = unknown> {
  /** Given: the world is untimed, and its steps are choices. */
  readonly budgets?: Budgets;
  /** Steps to replay on the first branch, as from a link. */
  readonly steps?: readonly Step[];
  /** How many entries of a branch are kept at least, once there are more; at most twice as many. Absent: all. */
  readonly window?: number;
  /** Kept up to date with every entry of every branch, also with those that are no longer kept. */
  readonly fold?: Fold<S>;
}

export interface Acted {
  readonly branch: number;
  /** The position just after the command. */
  readonly index: number;
  /** Why it had no effect, or null. Then nothing was recorded. */
  readonly refused: string | null;
}

export class Recording<S = unknown> {
  private readonly all: Branch[] = [];
  /** Worlds standing at the frontier of a branch, last used last. */
  private readonly heads = new Map<number, World>();
  private readonly views = new Map<string, View>();
  private scratch: { branch: number; world: World } | null = null;
  private said: { readonly of: readonly Entry[]; readonly list: readonly Entry[] } | null = null;
  private readonly earlier = new Earlier(() => this.newWorld());
  private fold: Fold<unknown> | null = null;
  private readonly window: number;

  constructor(
    readonly config: WorldConfig,
    readonly protocol: Protocol,
    private readonly options: RecordingOptions<S> = {},
  ) {
    this.window = options.window ?? Number.MAX_SAFE_INTEGER;
    const world = this.newWorld();
    this.all.push(root(world.trace, world.checkpoint()));
    if (options.fold) this.attach(options.fold);
    for (const step of options.steps ?? []) this.replayStep(this.branch(0), step);
  }

  get branches(): readonly Branch[] {
    return this.all;
  }

  branch(id: number): Branch {
    const found = this.all[id];
    if (!found) throw new KernelError(`There is no branch ${id}.`);
    return found;
  }

  /** The furthest position reached on a branch. */
  frontier(id: number): number {
    return this.branch(id).ends.length - 1;
  }

  timeAt(id: number, index: number): Micros {
    return this.branch(id).times.at(index) ?? 0;
  }

  /** The position after all events at or before a time, as far as the branch has been run. */
  indexAt(id: number, at: Micros): number {
    return indexAt(this.branch(id), at);
  }

  /** When the event after the frontier is due; null when the run is over. */
  nextAt(id: number): Micros | null {
    return this.options.budgets ? null : this.head(id).nextAt();
  }

  /** Takes one event at the frontier. False when the run is over. */
  step(id: number): boolean {
    return this.frontier(id) < this.advance(id, LAST_MOMENT, 1);
  }

  /** Runs the frontier on, to the last event at or before `until`, at most `events` of them. Returns it. */
  advance(id: number, until: Micros = LAST_MOMENT, events = Number.MAX_SAFE_INTEGER): number {
    if (this.options.budgets) return this.frontier(id);
    this.atFrontier(this.branch(id), (world, branch) => {
      for (let left = events; left > 0; left--) {
        const at = world.nextAt();
        if (at === null || at > until) break;
        world.next();
        this.extend(branch, world);
      }
    });
    return this.frontier(id);
  }

  /** The run at a position. Views are plain data and may be kept. */
  viewAt(id: number, index: number): View {
    const key = `${id}:${index}`;
    const cached = this.views.get(key);
    if (cached) return cached;
    const view = this.worldAt(id, index).view();
    this.views.set(key, view);
    if (this.views.size > VIEWS_KEPT) this.views.delete(this.views.keys().next().value as string);
    return view;
  }

  /**
   * The entries up to a position: as many as are kept, and where those are few, the last ones before it told again.
   * The first one's id says how many are missing.
   */
  traceAt(id: number, index: number): readonly Entry[] {
    const branch = this.branch(id);
    this.mustHave(branch, index);
    const { trace } = branch;
    const kept = (branch.ends.at(index) as number) - firstId(trace);
    const enough = Math.min(this.window, MOST_TOLD);
    if (firstId(trace) === 0 || kept >= enough) return trace.slice(0, kept);
    return this.earlier.upTo(branch, index, enough);
  }

  /** Of all entries up to a position those that are never let go of; the same list as long as it has no more. */
  landmarksAt(id: number, index: number): readonly Entry[] {
    const { landmarks } = this.branch(id);
    const count = landmarks.findLastIndex((entry) => entry.event <= index) + 1;
    const { said } = this;
    if (said?.of !== landmarks || said.list.length !== count) {
      this.said = { of: landmarks, list: landmarks.slice(0, count) };
    }
    return (this.said as { list: readonly Entry[] }).list;
  }

  /** The entries of one event. */
  entriesOf(id: number, index: number): readonly Entry[] {
    const branch = this.branch(id);
    this.mustHave(branch, index);
    const [from, to] = [branch.ends.at(Math.max(0, index - 1)) as number, branch.ends.at(index) as number];
    const first = firstId(branch.trace);
    if (from >= first) return branch.trace.slice(from - first, to - first);
    if (to === from) return [];
    const enough = Math.max(to - from, Math.min(this.window, MOST_TOLD));
    return this.earlier.upTo(branch, index, enough).slice(from - to);
  }

  /** Every entry of a branch in order, until `hear` says that it has heard enough. Of a long run it is told anew. */
  tell(id: number, hear: (entry: Entry) => boolean): void {
    const branch = this.branch(id);
    if (firstId(branch.trace) === 0) {
      branch.trace.some(hear);
      return;
    }
    let told: Entry[] = [];
    const world = this.newWorld();
    told.push(...world.trace);
    world.restore(checkpointBefore(branch, 0).state, told);
    for (let index = 0; !told.some(hear) && index < this.frontier(id); ) {
      world.core.trace = told = [];
      index = Math.min(index + 500, this.frontier(id));
      replayTo(world, branch, index);
    }
  }

  /** From now on keeps a fold up to date; what has happened so far is told to it first. */
  attach(fold: Fold<S>): void {
    this.fold = fold as Fold<unknown>;
    for (const branch of this.all) this.foldWhole(branch);
    for (const [id, world] of this.heads) this.listen(world, this.branch(id));
  }

  private foldWhole(branch: Branch): void {
    const fold = this.fold as Fold<unknown>;
    const folded = fold.begin();
    const due = [...branch.checkpoints];
    const keep = (until: number): void => {
      while ((due[0]?.index ?? until) < until) (due.shift() as Checkpoint).folded = fold.copy(folded);
    };
    this.tell(branch.id, (entry) => {
      keep(entry.event);
      fold.take(folded, entry);
      return false;
    });
    keep(Number.MAX_SAFE_INTEGER);
    branch.folded = folded;
  }

  private listen(world: World, branch: Branch): void {
    const { fold } = this;
    if (fold) world.core.sink = (entry) => fold.take(branch.folded, entry);
  }

  /** What the fold makes of the entries up to a position; at the frontier the state that goes on changing. */
  foldedAt(id: number, index: number): S {
    const branch = this.branch(id);
    this.mustHave(branch, index);
    return (index === this.frontier(id) ? branch.folded : this.foldedAgain(branch, index)) as S;
  }

  private foldedAgain(branch: Branch, index: number): unknown {
    const { fold } = this;
    if (!fold) return null;
    const folded = fold.copy(checkpointBefore(branch, index).folded);
    const world = this.newWorld();
    world.core.sink = (entry) => fold.take(folded, entry);
    rebuild(world, branch, index);
    return folded;
  }

  /** Why a command would have no effect at a position, or null. */
  refusal(id: number, index: number, command: Command): string | null {
    return this.worldAt(id, index).refusal(command);
  }

  /** Does something to the run at a position and a time between its event and the next. */
  act(id: number, index: number, at: Micros, command: Command): Acted {
    const refused = this.refusal(id, index, command);
    if (refused !== null) return { branch: id, index, refused };
    const parent = this.branch(id);
    const goesOn = index === this.frontier(id);
    const branch = goesOn ? parent : this.forkAt(parent, index, { command, at, undone: false });
    try {
      this.replayStep(branch, { index, at, command });
    } catch (error) {
      if (!goesOn) this.all.pop();
      throw error;
    }
    return { branch: branch.id, index: index + 1, refused: null };
  }

  /** A branch on which the last command at or before `index` was never given; null when there is none. */
  without(id: number, index: number): { readonly branch: number; readonly index: number } | null {
    const branch = this.branch(id);
    const last = branch.steps.filter((step) => step.index < index).at(-1);
    if (!last || !('command' in last)) return null;
    if (branch.parent !== null && last.index === branch.forkedAt && !branch.cause?.undone) {
      return { branch: branch.parent, index: last.index };
    }
    const cause = { command: last.command, at: last.at, undone: true };
    const earlier = this.all.find(
      (b) => b.parent === id && b.forkedAt === last.index && canonical(b.cause) === canonical(cause),
    );
    return { branch: (earlier ?? this.forkAt(branch, last.index, cause)).id, index: last.index };
  }

  private forkAt(parent: Branch, index: number, cause: Branch['cause']): Branch {
    const trace = this.traceAt(parent.id, index).slice();
    trim(trace, this.window);
    const branch = fork(parent, this.all.length, index, cause, trace, this.foldedAgain(parent, index));
    this.all.push(branch);
    return branch;
  }

  /** Replays one step at the frontier of a branch, running it there first. Throws when it no longer fits. */
  private replayStep(branch: Branch, step: Step): void {
    while (this.frontier(branch.id) < step.index) {
      if (!this.step(branch.id))
        throw new KernelError(`The run ends before its step at event ${step.index}.`);
    }
    this.atFrontier(branch, (world) => {
      if ('command' in step) world.apply(step.command, step.at);
      else (world as UntimedWorld).take(step.choice);
      branch.steps.push(step);
      this.extend(branch, world);
    });
  }

  /** Does something with the world at the frontier. What a mistake leaves half done is no part of the run. */
  private atFrontier(branch: Branch, go: (world: World, branch: Branch) => void): void {
    try {
      go(this.head(branch.id), branch);
    } catch (error) {
      this.heads.delete(branch.id);
      branch.trace.length = (branch.ends.at(-1) as number) - firstId(branch.trace);
      branch.folded = this.foldedAgain(branch, this.frontier(branch.id));
      throw error;
    }
  }

  private extend(branch: Branch, world: World): void {
    const { trace } = branch;
    for (let i = trace.length - (world.entries - (branch.ends.at(-1) as number)); i < trace.length; i++) {
      if (isLandmark(trace[i] as Entry)) branch.landmarks.push(trace[i] as Entry);
    }
    branch.ends.push(world.entries);
    branch.times.push(world.now);
    trim(trace, this.window);
    if (isDue(branch, world.index)) {
      addCheckpoint(branch, world.index, world.checkpoint(), this.fold?.copy(branch.folded) ?? null);
    }
  }

  /** The world at the frontier, writing to the branch's trace. */
  private head(id: number): World {
    const branch = this.branch(id);
    let world = this.heads.get(id);
    if (!world) {
      world = this.newWorld();
      rebuild(world, branch, this.frontier(id));
      world.core.trace = branch.trace;
      this.listen(world, branch);
    }
    this.heads.delete(id);
    this.heads.set(id, world);
    if (this.heads.size > HEADS_KEPT) this.heads.delete(this.heads.keys().next().value as number);
    return world;
  }

  private mustHave(branch: Branch, index: number): void {
    if (index < 0 || index >= branch.ends.length) {
      throw new KernelError(
        `Branch ${branch.id} has been run to event ${branch.ends.length - 1}, not to ${index}.`,
      );
    }
  }

  /** A world at a position, for looking only: the one at the frontier, or from the nearest checkpoint or the last look. */
  private worldAt(id: number, index: number): World {
    const branch = this.branch(id);
    this.mustHave(branch, index);
    const head = this.heads.get(id);
    if (head?.index === index) return head;
    const { scratch } = this;
    const at = scratch?.world.index ?? 0;
    if (scratch?.branch === id && at <= index && at >= checkpointBefore(branch, index).index) {
      replayTo(scratch.world, branch, index);
      return scratch.world;
    }
    const world = scratch?.world ?? this.newWorld();
    rebuild(world, branch, index);
    this.scratch = { branch: id, world };
    return world;
  }

  private newWorld(): World {
    const { budgets } = this.options;
    return budgets
      ? new UntimedWorld(this.config, this.protocol, budgets)
      : new World(this.config, this.protocol);
  }
}
