/** A run as a link: the end of an address, from `#` on. */

import type { Player } from '#/player';
import { encodeLink, payloadOf } from '#/scenarios';

/** `#s=…` for the branch that is shown, seen from its cursor; null where a link cannot hold it. */
export function linkHash(player: Player): string | null {
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
