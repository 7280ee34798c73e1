/** Where the facts of a lesson come from. */

import { type ReactNode, useId } from 'react';
import styles from './prose-parts.module.css';

export interface SourcesProps {
  /** A list: author, title, where, when, with a link where there is one. */
  children: ReactNode;
}

export function Sources({ children }: SourcesProps) {
  const id = useId();
  return (
    <section className={styles.sources} aria-labelledby={id}>
      <h2 id={id}>Sources</h2>
      {children}
    </section>
  );
}
