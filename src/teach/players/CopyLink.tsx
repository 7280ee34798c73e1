/** Copies a link that replays the run as it stands. */

import type { Player } from '#/player';
import { CopyButton, LinkIcon } from '#/ui';
import { linkHash } from './share';

export interface CopyLinkProps {
  player: Player;
  /** Where the link leads, from this page; this page itself where it is left out. */
  to?: string | undefined;
}

export function CopyLink({ player, to = '' }: CopyLinkProps) {
  async function link(): Promise<string | null> {
    const hash = await linkHash(player);
    const page = new URL(to, window.location.href.split('#')[0]);
    return hash === null ? null : `${page.href}${hash}`;
  }

  return (
    <CopyButton
      icon={<LinkIcon size={18} />}
      text={link}
      copied="Link copied. Whoever opens it sees this run."
      failed="This run is too long for a link. Save it as a scenario in the lab instead."
    >
      Copy link to this run
    </CopyButton>
  );
}
