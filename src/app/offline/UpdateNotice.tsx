/** Says that a new version is here, and waits. */
import { Button } from '#/ui';
import styles from './UpdateNotice.module.css';
import { takeUpdate, useUpdate } from './update';

const words = {
  waiting: ['A new version is ready.', 'Take it'],
  taken: ['Another tab took a new version. This page still runs the old one.', 'Reload this page'],
} as const;

export function UpdateNotice() {
  const update = useUpdate();
  // The live region is there from the start, so that what appears in it is announced.
  return (
    <div role="status" className={styles.region}>
      {update !== 'none' && (
        <div className={styles.notice}>
          <span>{words[update][0]}</span>
          <Button variant="primary" onClick={takeUpdate}>
            {words[update][1]}
          </Button>
        </div>
      )}
    </div>
  );
}
