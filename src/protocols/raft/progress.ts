/** What a leader knows of each follower (Figure 2, "volatile state on leaders"), from when it first sends it anything. */

import type { ServerState } from './state';

export function follow(state: ServerState, peer: string, nextIndex: number): void {
  state.nextIndex[peer] = nextIndex;
  state.matchIndex[peer] = 0;
  state.sentIndex[peer] = 0;
  state.heardRound[peer] = 0;
}
