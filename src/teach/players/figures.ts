/** The players whose figures are on the page. The prose points at what happens in any of them. */

import type { Player } from '#/player';

export class Figures {
  private readonly shown = new Set<Player>();
  private readonly listeners = new Set<() => void>();
  private readonly stops = new Map<Player, () => void>();

  /** Returns how to take it away again. */
  add = (player: Player): (() => void) => {
    this.shown.add(player);
    this.stops.set(player, player.store.subscribe(this.tell));
    this.tell();
    return () => {
      this.shown.delete(player);
      this.stops.get(player)?.();
      this.stops.delete(player);
      this.tell();
    };
  };

  all = (): readonly Player[] => [...this.shown];

  /** Calls back whenever a run on the page moves, or a figure comes or goes. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private tell = (): void => {
    for (const listener of this.listeners) listener();
  };
}
