/** The drawing as a file, as text, and as a link that holds all of it. */

import { useState } from 'react';
import { Button, ButtonRow, CopyButton, CopyIcon, DownloadIcon } from '#/ui';
import type { Desk } from '../document/desk';
import { historyOfDrawn } from '../document/drawn';
import { fileName, historyFile } from './history-file';

export function TakeAway({ desk }: { desk: Desk }) {
  const [said, say] = useState('');
  const text = () => {
    const { drawn } = desk.store.getState();
    return historyFile(historyOfDrawn(drawn), drawn.object);
  };

  function save(): void {
    const name = fileName(desk.store.getState().drawn.name);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text()], { type: 'application/json' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
    say(`The history is in the file ${name}.`);
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
      </ButtonRow>
      <p role="status">{said}</p>
    </div>
  );
}
