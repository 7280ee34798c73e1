/** Taking a world on along a branch that has already been run: its events follow by themselves, its steps are given. */

import { type Branch, checkpointBefore } from './branch';
import { KernelError } from './errors';
import type { Entry } from './trace';
import type { UntimedWorld } from './untimed';
import type { World } from './world';

/** From where the world stands, which must be on this branch. */
export function replayTo(world: World, branch: Branch, index: number): void {
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

/** From the nearest checkpoint. Entries from there on go to `trace`, if given. */
export function rebuild(world: World, branch: Branch, index: number, trace: Entry[] | null = null): void {
  world.restore(checkpointBefore(branch, index).state, trace);
  replayTo(world, branch, index);
}
