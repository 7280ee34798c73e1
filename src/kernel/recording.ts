/**
 * A recording: a scenario's world, what was done to it, and everything that followed, in one or more branches.
 * It has no cursor of its own. Any position can be viewed; acting at the furthest one appends, acting before it
 * makes a branch and keeps the old future.
 */

import { type Branch, fork, indexAt, type Step } from './branch';
import type { Command } from './command';
import type { Budgets, WorldConfig } from './config';
import { KernelError } from './errors';
import { LAST_MOMENT } from './limits';
import type { Protocol } from './protocol';
import { UntimedWorld } from './untimed';
import { canonical, type Micros } from './values';
import type { View } from './view';
import { World } from './world';

const CHECKPOINT_EVERY = 1_000;
const HEADS_KEPT = 4;
const VIEWS_KEPT = 32;

export interface RecordingOptions {
  /** Given: the world is untimed, and its steps are choices. */
  readonly budgets?: Budgets;
  /** Steps to replay on the first branch, as from a link. */
  readonly steps?: readonly Step[];
}

export interface Acted {
  readonly branch: number;
  /** The position just after the command. */
  readonly index: number;
  /** Why it had no effect, or null. Then nothing was recorded. */
  readonly refused: string | null;
}

export class Recording {
  private readonly all: Branch[] = [];
  /** Worlds standing at the frontier of a branch, last used last. */
  private readonly heads = new Map<number, World>();
  private readonly views = new Map<string, View>();
  private scratch: { branch: number; world: World } | null = null;

  constructor(
    readonly config: WorldConfig,
    readonly protocol: Protocol,
    private readonly options: RecordingOptions = {},
  ) {
    const world = this.newWorld();
    const root: Branch = {
      id: 0,
      parent: null,
      forkedAt: 0,
      cause: null,
      steps: [],
      trace: [...world.trace],
      ends: [world.entries],
      times: [0],
      checkpoints: [{ index: 0, state: world.checkpoint() }],
    };
    this.all.push(root);
    for (const step of options.steps ?? []) this.replayStep(root, step);
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
    return this.branch(id).times[index] ?? 0;
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
    const branch = fork(parent, this.all.length, index, cause);
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
      branch.trace.length = branch.ends.at(-1) as number;
      throw error;
    }
  }

  private extend(branch: Branch, world: World): void {
    branch.ends.push(world.entries);
    branch.times.push(world.now);
    if (world.index % CHECKPOINT_EVERY === 0) {
      branch.checkpoints.push({ index: world.index, state: world.checkpoint() });
    }
  }

  /** The world at the frontier, writing to the branch's trace. */
  private head(id: number): World {
    const branch = this.branch(id);
    let world = this.heads.get(id);
    if (!world) {
      world = this.newWorld();
      const frontier = this.frontier(id);
      this.rebuild(world, branch, frontier);
      world.core.trace = branch.trace;
    }
    this.heads.delete(id);
    this.heads.set(id, world);
    if (this.heads.size > HEADS_KEPT) this.heads.delete(this.heads.keys().next().value as number);
    return world;
  }

  /** A world at a position, for looking only: from the nearest checkpoint, or onwards from the last look. */
  private worldAt(id: number, index: number): World {
    const branch = this.branch(id);
    if (index < 0 || index >= branch.ends.length) {
      throw new KernelError(`Branch ${id} has been run to event ${branch.ends.length - 1}, not to ${index}.`);
    }
    const nearest = checkpointBefore(branch, index);
    const { scratch } = this;
    if (
      scratch &&
      scratch.branch === id &&
      scratch.world.index <= index &&
      scratch.world.index >= nearest.index
    ) {
      this.replayTo(scratch.world, branch, index);
      return scratch.world;
    }
    const world = scratch?.world ?? this.newWorld();
    this.rebuild(world, branch, index);
    this.scratch = { branch: id, world };
    return world;
  }

  private rebuild(world: World, branch: Branch, index: number): void {
    world.restore(checkpointBefore(branch, index).state);
    this.replayTo(world, branch, index);
  }

  private replayTo(world: World, branch: Branch, index: number): void {
    let s = branch.steps.findIndex((step) => step.index >= world.index);
    if (s < 0) s = branch.steps.length;
    while (world.index < index) {
      const step = branch.steps[s];
      if (step?.index !== world.index) {
        if (!world.next()) throw new KernelError(`Replaying stopped at event ${world.index} of ${index}.`);
        continue;
      }
      if ('command' in step) world.apply(step.command, step.at);
      else (world as UntimedWorld).take(step.choice);
      s++;
    }
  }

  private newWorld(): World {
    const { budgets } = this.options;
    return budgets
      ? new UntimedWorld(this.config, this.protocol, budgets)
      : new World(this.config, this.protocol);
  }
}

function checkpointBefore(branch: Branch, index: number) {
  const { checkpoints } = branch;
  let low = 0;
  let high = checkpoints.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((checkpoints[middle] as { index: number }).index <= index) low = middle;
    else high = middle - 1;
  }
  return checkpoints[low] as Branch['checkpoints'][number];
}
