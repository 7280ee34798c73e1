/** A run as a link: the end of an address, from `#` on. */

import type { Player } from '#/player';

/** `#s=…` for the branch that is shown, seen from its cursor; null where a link cannot hold it. */
export async function linkHash(player: Player): Promise<string | null> {
  const { encode } = await import('./encode');
  return encode(player);
}
