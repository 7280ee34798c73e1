/** A remark set apart from the text: something to know, to watch for, that went wrong, or that is done. */
import type { ReactNode } from 'react';
import { cx } from '../cx';
import { CheckIcon, InfoIcon, StopIcon, WarningIcon } from '../icons';
import styles from './Notice.module.css';

export type NoticeTone = 'info' | 'warning' | 'error' | 'done';

export interface NoticeProps {
  tone?: NoticeTone | undefined;
  /** A few words that carry the tone; the icon is not announced. */
  title?: ReactNode;
  /** For a notice that appears after the page was drawn: `polite` waits, `assertive` interrupts. */
  live?: 'polite' | 'assertive' | undefined;
  actions?: ReactNode;
  className?: string | undefined;
  children?: ReactNode;
}

const icons = { info: InfoIcon, warning: WarningIcon, error: StopIcon, done: CheckIcon };
const roles = { polite: 'status', assertive: 'alert' } as const;

export function Notice({ tone = 'info', title, live, actions, className, children }: NoticeProps) {
  const ToneIcon = icons[tone];
  return (
    <div className={cx(styles.notice, styles[tone], className)} role={live && roles[live]}>
      <ToneIcon className={styles.icon} />
      <div className={styles.body}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
