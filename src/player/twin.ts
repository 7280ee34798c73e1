/**
 * Twins: two runs of one world with one switch changed, on one cursor. The one that lasts longer leads and the
 * other follows; what is done is done to both, so that they differ by the switch and by nothing else.
 */

import type { Command, Parting } from '#/kernel';
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
    this.stopFollowing = this.lead.onPaint((at) =>
      this.second.follow(at, this.lead.store.getState().at === at),
    );
  }

  /** The two as one run, for a time bar: it shows the leading one, and what is done to it is done to both. */
  get shared(): Player {
    const overrides: Partial<Player> = {
      step: (events = 1) => {
        for (let i = 0; i < events; i++) this.step();
      },
      act: (command) => this.act(command),
      undo: () => {
        this.second.undo();
        this.lead.undo();
      },
      redo: () => {
        this.second.redo();
        this.lead.redo();
      },
      reset: () => {
        this.second.reset();
        this.lead.reset();
      },
    };
    return new Proxy(this.lead, {
      get(lead, key) {
        if (Object.hasOwn(overrides, key)) return overrides[key as keyof Player];
        const value = Reflect.get(lead, key, lead);
        return typeof value === 'function' ? value.bind(lead) : value;
      },
    });
  }

  /** The first happening of one run that is not one of the other, as far as both have been shown; null so far. */
  parting(): Parting | null {
    return this.left.parting(this.right);
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

/** One that lasts longer than this is taken to last as long as its scenario lets it. */
const MOST_EVENTS = 20_000;

/** How long a run lasts, found without moving its cursor. */
function lasts(player: Player): Micros {
  const { branch } = player.store.getState();
  player.recording.advance(branch, undefined, MOST_EVENTS);
  return player.lastMoment(branch) ?? player.scenario.stop.atUs;
}
