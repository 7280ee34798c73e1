/** Puts a run into a link. In a file of its own, so that packing is fetched when somebody wants a link. */

import type { Player } from '#/player';
import { encodeLink, payloadOf } from '#/scenarios';

export function encode(player: Player): string | null {
  const { scenario, module, recording, options } = player;
  const { branch, index } = player.store.getState();
  try {
    return encodeLink(
      payloadOf({ scenario, module, variant: options.variant, recording, branch, index, at: player.now() }),
    );
  } catch {
    // More steps than a link may carry.
    return null;
  }
}
