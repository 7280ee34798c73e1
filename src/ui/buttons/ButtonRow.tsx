/** Buttons side by side, wrapping, far enough apart for fingers. With a label it is a named group. */
import type { ReactNode } from 'react';
import { cx } from '../cx';
import styles from './ButtonRow.module.css';

export interface ButtonRowProps {
  label?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function ButtonRow({ label, className, children }: ButtonRowProps) {
  const names = cx(styles.row, className);
  if (label === undefined) return <div className={names}>{children}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put the label on screen as a legend.
    <div role="group" aria-label={label} className={names}>
      {children}
    </div>
  );
}
