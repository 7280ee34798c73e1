/** Copies a link that replays the run as it stands. Says whether that worked, also aloud. */

import { useState } from 'react';
import type { Player } from '#/player';
import { Button, LinkIcon } from '#/ui';
import styles from './CopyLink.module.css';
import { linkHash } from './share';

export interface CopyLinkProps {
  player: Player;
  /** Where the link leads, from this page; this page itself where it is left out. */
  to?: string | undefined;
}

export function CopyLink({ player, to = '' }: CopyLinkProps) {
  const [said, say] = useState('');
  const [shown, setShown] = useState<string | null>(null);

  async function copy(): Promise<void> {
    const hash = await linkHash(player);
    if (hash === null) {
      say('This run is too long for a link. Save it as a scenario in the lab instead.');
      return;
    }
    const page = new URL(to, window.location.href.split('#')[0]);
    const link = `${page.href}${hash}`;
    try {
      await navigator.clipboard.writeText(link);
      setShown(null);
      say('Link copied. Whoever opens it sees this run.');
    } catch {
      setShown(link);
      say('This browser does not let the page copy. Here is the link, to copy by hand.');
    }
  }

  return (
    <div className={styles.copy}>
      <Button icon={<LinkIcon size={18} />} onClick={() => void copy()}>
        Copy link to this run
      </Button>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {shown !== null && (
        <input
          className={styles.link}
          readOnly
          value={shown}
          aria-label="The link"
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
