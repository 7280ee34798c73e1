/** Takes a run away as a file: its history for a checker, its log for ShiViz, its messages for Mermaid. */

import { useState } from 'react';
import type { Player } from '#/player';
import { DownloadIcon, Menu } from '#/ui';
import type { RunFile } from './run-files';
import styles from './Sandbox.module.css';

export function ExportRun({ player }: { player: Player | null }) {
  const [said, say] = useState('');

  async function save(what: RunFile): Promise<void> {
    if (!player) return;
    try {
      const { writeRun } = await import('./run-files');
      const file = writeRun(player, what);
      if (!file) return say('The calls of this run are the history of no object.');
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([file.text], { type: file.type }));
      link.download = file.name;
      link.click();
      URL.revokeObjectURL(link.href);
      say(`Saved as far as it is shown: ${file.name}.`);
    } catch {
      say('What writes the file could not be fetched. Try again when the network is back.');
    }
  }

  const item = (id: RunFile, label: string) => ({ id, label, onSelect: () => void save(id) });
  return (
    <div className={styles.export} data-part="export">
      <Menu
        label="Save this run"
        icon={<DownloadIcon />}
        items={[
          { ...item('history', 'History, as JSON'), unavailable: !player?.module.history },
          item('shiviz', 'Log for ShiViz'),
          item('mermaid', 'Mermaid sequence diagram'),
        ]}
      />
      <p role="status">{said}</p>
    </div>
  );
}
