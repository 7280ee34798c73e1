/** The drawing as a file, as text, and as a link that holds all of it. */

import { useState } from 'react';
import { historyText } from '#/scenarios';
import { Button, ButtonRow, CopyButton, CopyIcon, DownloadIcon, LinkIcon } from '#/ui';
import type { Desk } from '../document/desk';
import { historyOfDrawn } from '../document/drawn';
import { fileName } from './file-name';
import { linkOf } from './link';
import styles from './OpenPanel.module.css';

export function TakeAway({ desk }: { desk: Desk }) {
  const [said, say] = useState('');
  const [link, setLink] = useState<string | null>(null);
  const text = () => {
    const { drawn } = desk.store.getState();
    return historyText(historyOfDrawn(drawn), drawn.object);
  };

  function save(): void {
    const name = fileName(desk.store.getState().drawn.name);
    const anchor = document.createElement('a');
    anchor.href = URL.createObjectURL(new Blob([text()], { type: 'application/json' }));
    anchor.download = name;
    anchor.click();
    URL.revokeObjectURL(anchor.href);
    say(`The history is in the file ${name}.`);
  }

  async function share(): Promise<void> {
    setLink(null);
    const hash = await linkOf(desk.store.getState().drawn);
    if (hash === null) return say('This history is too long for a link. Download it instead.');
    const address = `${window.location.href.split('#')[0]}${hash}`;
    try {
      await navigator.clipboard.writeText(address);
      say('Link copied. Whoever opens it sees this history.');
    } catch {
      setLink(address);
      say('This browser does not let the page copy. Here is the link, to copy by hand.');
    }
  }

  return (
    <div data-part="take-away">
      <ButtonRow label="Take it away">
        <Button icon={<DownloadIcon size={18} />} onClick={save}>
          Download as JSON
        </Button>
        <CopyButton icon={<CopyIcon size={18} />} text={text} copied="Copied: the history as JSON.">
          Copy as JSON
        </CopyButton>
        <Button icon={<LinkIcon size={18} />} onClick={() => void share()}>
          Copy a link
        </Button>
      </ButtonRow>
      <p role="status" className={styles.said}>
        {said}
      </p>
      {link !== null && (
        <input
          className={styles.link}
          readOnly
          value={link}
          aria-label="The link"
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  );
}
