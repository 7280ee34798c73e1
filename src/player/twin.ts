/**
 * Twins: two runs of one world with one switch changed, on one cursor. The one that lasts longer leads and the
 * other follows; what is done is done to both, so that they differ by the switch and by nothing else.
 */

import { type Command, type Parting, parting } from '#/kernel';
import type { Micros } from '#/scenarios';
import type { Player } from './player';
import type { StopAt } from './stops';

export class Twin {
  private readonly lead: Player;
  private readonly second: Player;
  private readonly stopFollowing: () => void;

  constructor(
    readonly left: Player,
    readonly right: Player,
  ) {
    const [a, b] = [lasts(left), lasts(right)];
    this.lead = b > a ? right : left;
    this.second = this.lead === left ? right : left;
    this.stopFollowing = this.lead.onPaint((at) => this.second.follow(at));
  }

  /** The run that the shared time bar shows. */
  get shared(): Player {
    return this.lead;
  }

  /** The first happening of one run that is not one of the other, as far as both have been shown; null so far. */
  parting(): Parting | null {
    return parting(this.left.trace(), this.right.trace());
  }

  /** To the next event of either run. */
  step(): void {
    const due = [this.left.nextAt(), this.right.nextAt()].filter((at) => at !== null);
    if (due.length > 0) this.lead.seek(Math.min(...due));
  }

  runUntil(stop: StopAt): void {
    this.lead.runUntil(stop);
  }

  seek(at: Micros, dragging = false): void {
    this.lead.seek(at, dragging);
  }

  act(command: Command): string | null {
    const refused = this.lead.act(command);
    return refused ?? this.second.act(command);
  }

  destroy(): void {
    this.stopFollowing();
    this.left.destroy();
    this.right.destroy();
  }
}

/** How long a run lasts, found without moving its cursor. */
function lasts(player: Player): Micros {
  const { branch } = player.store.getState();
  player.recording.advance(branch, undefined, 200_000);
  return player.lastMoment(branch) ?? player.scenario.stop.atUs;
}
