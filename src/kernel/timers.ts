/**
 * The timers of nodes by their names. They are kept in a list, in the order in which they were set; a node with many
 * of them gets an index beside its list, which is no part of the state and is made anew when the list is another one.
 */

import type { NodeState, TimerState } from './state';

/** Up to so many, looking through the list is quicker. */
const FEW = 8;

interface Index {
  readonly of: readonly TimerState[];
  readonly byName: Map<string, TimerState>;
}

export class Timers {
  private readonly indexes: (Index | undefined)[] = [];

  private indexOf(node: number, list: readonly TimerState[]): Index | undefined {
    const index = this.indexes[node];
    return index?.of === list ? index : undefined;
  }

  find(node: number, { timers }: NodeState, name: string): TimerState | undefined {
    if (timers.length <= FEW) {
      for (const timer of timers) if (timer.name === name) return timer;
      return undefined;
    }
    let index = this.indexOf(node, timers);
    if (index === undefined) {
      index = { of: timers, byName: new Map(timers.map((timer) => [timer.name, timer])) };
      this.indexes[node] = index;
    }
    return index.byName.get(name);
  }

  /** Sets a timer, in place of the one of its name, if there is one. */
  set(node: number, { timers }: NodeState, timer: TimerState, old: TimerState | undefined): void {
    const last = timers.length - 1;
    if (old === undefined) timers.push(timer);
    else if (timers[last] === old) timers[last] = timer;
    else {
      timers.splice(timers.indexOf(old), 1);
      timers.push(timer);
    }
    this.indexOf(node, timers)?.byName.set(timer.name, timer);
  }

  /** Puts another object for the same timer in its place. */
  replace(node: number, { timers }: NodeState, timer: TimerState, by: TimerState): void {
    timers[timers.indexOf(timer)] = by;
    this.indexOf(node, timers)?.byName.set(by.name, by);
  }

  take(node: number, { timers }: NodeState, timer: TimerState): void {
    // Those that were set first are most often the first to go.
    const i = timers.indexOf(timer);
    if (i === 0) timers.shift();
    else timers.splice(i, 1);
    this.indexOf(node, timers)?.byName.delete(timer.name);
  }
}
