/** Players as React sees them: made once, still while a page is being prerendered, silent when it has gone. */

import { useEffect, useState, useSyncExternalStore } from 'react';
import { frames, Player, type PlayerOptions, type PlayerState, stillness, type Ticker } from '#/player';

/** The browser's frames; none where there is no browser. */
export const ticker = (): Ticker => (typeof window === 'undefined' ? stillness : frames);

export type Wanted = Omit<PlayerOptions, 'ticker'>;

export const createPlayer = (wanted: Wanted): Player => new Player({ ...wanted, ticker: ticker() });

/** A player for as long as the component lives. Later options are not looked at: give the component a key. */
export function usePlayer(wanted: Wanted): Player {
  const [player] = useState(() => createPlayer(wanted));
  // Paused and not destroyed: a component that is refreshed in place runs its effects again and needs it.
  useEffect(() => () => player.pause(), [player]);
  return player;
}

/** What `pick` takes from a player's state; renders when that changes, never once a frame. */
export function usePlayerState<T>(player: Player, pick: (state: PlayerState) => T): T {
  const read = () => pick(player.store.getState());
  return useSyncExternalStore(player.store.subscribe, read, read);
}
