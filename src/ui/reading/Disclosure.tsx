/** Something more, opened by its own line: native details. Nothing essential goes in here. Opens in print. */
import type { ReactNode } from 'react';
import { cx } from '../cx';
import { ChevronRightIcon } from '../icons';
import styles from './Disclosure.module.css';

export interface DisclosureProps {
  summary: ReactNode;
  /** Starts open. After that the reader decides, unless it changes. */
  open?: boolean | undefined;
  onToggle?: ((open: boolean) => void) | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Disclosure({ summary, open, onToggle, className, children }: DisclosureProps) {
  return (
    <details
      className={cx(styles.details, className)}
      open={open}
      onToggle={(event) => {
        if (event.target === event.currentTarget) onToggle?.(event.currentTarget.open);
      }}
    >
      <summary className={styles.summary}>
        <ChevronRightIcon size={18} className={styles.arrow} />
        <span>{summary}</span>
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
