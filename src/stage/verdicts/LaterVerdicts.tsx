/** The place of the strip of models, which a page does not bring with it. Until it is fetched nothing has been judged. */

import { later } from '../figure/later';
import type { Overlay } from '../tape/overlay';
import styles from './LaterVerdicts.module.css';
import type { StripProps } from './Strip';

/** What a figure shows elsewhere of what its strip knows. */
export interface StripNews {
  /** On the tape. */
  readonly overlay: Overlay | undefined;
  /** For those who listen: each model's verdict, in words. */
  readonly standing: Readonly<Record<string, string>>;
}

const strip = later<StripProps>(() => import('./Strip').then((m) => m.Strip));

export const fetchStrip = strip.fetch;

export function LaterVerdicts(props: StripProps) {
  const Strip = strip.useIt();
  return (
    <div className={styles.place}>
      {Strip ? <Strip {...props} /> : <p>Consistency so far: not judged yet</p>}
    </div>
  );
}
