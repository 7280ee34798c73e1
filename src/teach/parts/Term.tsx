/** A word of the field, with what it means one press away. On paper the meaning is printed. */

import type { ReactNode } from 'react';
import { Popover } from '#/ui';
import styles from './prose-parts.module.css';

export interface TermProps {
  /** What it means, in a sentence. The lesson must make sense without it. */
  means: string;
  children: ReactNode;
}

export function Term({ means, children }: TermProps) {
  return (
    <dfn className={styles.term}>
      <Popover label={children} variant="quiet" inline className={styles.trigger}>
        <span>{means}</span>
      </Popover>
      <span className="print-only"> ({means})</span>
    </dfn>
  );
}
