/** A verdict as a shape: a tick on a disc, a cross on a diamond, a question in a broken ring, a dash, an empty ring. */

import type { Judged } from '#/scenarios';
import styles from './Strip.module.css';

export function VerdictMark({ verdict }: { verdict: Judged | 'none' }) {
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 20 20"
      width={18}
      height={18}
      aria-hidden="true"
      focusable="false"
    >
      {verdict === 'ok' && (
        <>
          <circle className={styles.body} cx={10} cy={10} r={9} />
          <path className={styles.sign} d="m5.5 10.5 3 3 6-7" />
        </>
      )}
      {verdict === 'violated' && (
        <>
          <path className={styles.body} d="M10 0 20 10 10 20 0 10z" />
          <path className={styles.sign} d="m7 7 6 6m0-6-6 6" />
        </>
      )}
      {verdict === 'unknown' && (
        <>
          <circle className={styles.ring} cx={10} cy={10} r={8.5} strokeDasharray="5 3" />
          <path className={styles.line} d="M7.6 8a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7m0 2.6v.1" />
        </>
      )}
      {verdict === 'not-applicable' && <path className={styles.line} d="M4 10h12" />}
      {verdict === 'none' && (
        <circle className={styles.ring} cx={10} cy={10} r={8.5} strokeDasharray="1.5 3" />
      )}
    </svg>
  );
}
