/**
 * What is no longer kept of a trace, told again: a stretch of the past that ends where somebody looks, made by
 * replaying from a checkpoint. One stretch is remembered, so that looking on from there tells only what is new.
 */

import { type Branch, checkpointBefore } from './branch';
import { firstId, trim } from './kept';
import { replayTo } from './replay';
import type { Entry } from './trace';
import type { World } from './world';

export class Earlier {
  private world: World | null = null;
  private trace: Entry[] = [];
  private branch = -1;

  constructor(private readonly newWorld: () => World) {}

  /** At least `least` entries up to a position, or all there are before it. Shared: copy it before keeping it. */
  upTo(branch: Branch, index: number, least: number): readonly Entry[] {
    const end = branch.ends.at(index) as number;
    const wanted = Math.max(0, end - least);
    const from = checkpointBefore(branch, wanted === 0 ? 0 : branch.ends.lastUpTo(wanted));
    const { world } = this;
    const goesOn = world && this.branch === branch.id && firstId(this.trace) <= wanted;
    if (!goesOn || world.index < from.index) this.tell(branch, from.index);
    const teller = this.world as World;
    if (teller.index < index) {
      trim(this.trace, 4 * least);
      replayTo(teller, branch, index);
    }
    return this.trace.length === 0 ? [] : this.trace.slice(0, end - firstId(this.trace));
  }

  private tell(branch: Branch, index: number): void {
    // What happens before the first event is told by the making of a world alone.
    if (index === 0 || !this.world) this.world = this.newWorld();
    this.trace = index === 0 ? [...this.world.trace] : [];
    this.branch = branch.id;
    this.world.restore(checkpointBefore(branch, index).state, this.trace);
  }
}
