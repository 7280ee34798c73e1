/** What a learner can do with their progress: take it along, bring it back, forget it. It never leaves by itself. */

import { type ChangeEvent, useId, useRef, useState } from 'react';
import { Button, ButtonRow, Dialog, DownloadIcon, UploadIcon } from '#/ui';
import styles from './ProgressPanel.module.css';
import { ProgressTrouble } from './ProgressTrouble';
import { learnersProgress, useProgressRemark } from './use-progress';

export function ProgressPanel() {
  const [said, say] = useState('');
  const [asking, ask] = useState(false);
  const remark = useProgressRemark();
  const file = useRef<HTMLInputElement>(null);
  const id = useId();

  function save(): void {
    const text = new Blob([learnersProgress().exported()], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(text);
    link.download = 'faultline-progress.json';
    link.click();
    URL.revokeObjectURL(link.href);
    say('Your progress is in the file faultline-progress.json.');
  }

  async function load(event: ChangeEvent<HTMLInputElement>): Promise<void> {
    const chosen = event.target.files?.[0];
    if (!chosen) return;
    const read = await learnersProgress().imported(await chosen.text());
    event.target.value = '';
    say(
      read.ok
        ? 'What the file holds has been added to your progress.'
        : `Nothing was changed. ${chosen.name} could not be taken in: ${read.why}`,
    );
  }

  function forget(): void {
    learnersProgress().forget();
    ask(false);
    say('Your progress has been forgotten.');
  }

  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        Your progress
      </h2>
      <p>It is kept in this browser and nowhere else.</p>
      <ProgressTrouble />
      <ButtonRow>
        <Button variant="quiet" icon={<DownloadIcon size={18} />} onClick={save}>
          Export to a file
        </Button>
        <Button variant="quiet" icon={<UploadIcon size={18} />} onClick={() => file.current?.click()}>
          Import a file
        </Button>
        <Button variant="quiet" onClick={() => ask(true)}>
          Forget it all
        </Button>
      </ButtonRow>
      <input
        ref={file}
        type="file"
        accept="application/json,.json"
        aria-label="A file with progress"
        hidden
        onChange={(event) => void load(event)}
      />
      <p role="status" className={styles.said}>
        {said || remark}
      </p>
      <Dialog
        open={asking}
        onClose={() => ask(false)}
        title="Forget your progress?"
        actions={
          <>
            <Button onClick={() => ask(false)}>Keep it</Button>
            <Button variant="primary" onClick={forget}>
              Forget it all
            </Button>
          </>
        }
      >
        <p>
          Predictions, answers, tables and saved runs of every lesson go. It cannot be undone; a file can.
        </p>
      </Dialog>
    </section>
  );
}
