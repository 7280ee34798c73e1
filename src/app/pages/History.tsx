/** The history lab: what clients saw of a shared object, and which promises that keeps. */
import { HistoryLab } from '#/tools';
import { useHash } from '../router';
import { PageTitle } from '../shell/PageTitle';
import styles from './Page.module.css';

export function History() {
  return (
    <div className={styles.page}>
      <PageTitle>History lab</PageTitle>
      <p className="dek">
        A history is what clients asked of a shared object, when each asked, and what came back. Draw one here
        or open one from a file, and see at once which promises about consistency it keeps. Each verdict shows
        its grounds: an order that explains what everybody saw, or the operations that no order explains.
      </p>
      <HistoryLab hash={useHash()} />
    </div>
  );
}
