/** Where it bites: something that happened to a real system, with where it can be read. */

import { type ReactNode, useId } from 'react';
import styles from './prose-parts.module.css';

export interface BitesProps {
  /** Whose system, what, and when. */
  title: string;
  children: ReactNode;
}

export function Bites({ title, children }: BitesProps) {
  const id = useId();
  return (
    <aside className={styles.bites} aria-labelledby={id}>
      <p className={styles.kicker}>Where it bites</p>
      <h3 id={id}>{title}</h3>
      {children}
    </aside>
  );
}
