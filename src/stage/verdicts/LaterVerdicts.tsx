/**
 * The place of the strip of models: a page does not bring the strip with it. On a server, and until it is fetched,
 * its place says that nothing has been judged.
 */

import { type ComponentType, useEffect, useState } from 'react';
import type { OperationNotes } from '../tape/operations';
import styles from './LaterVerdicts.module.css';
import type { StripProps } from './Strip';

/** What a figure shows elsewhere of what its strip knows. */
export interface StripNews {
  /** On the tape. */
  readonly notes: OperationNotes;
  /** For those who listen: each model's verdict, in words. */
  readonly standing: Readonly<Record<string, string>>;
}

let here: ComponentType<StripProps> | null = null;

/** Fetches the strip. Again after a failure, such as a network that was away. */
export async function fetchStrip(): Promise<ComponentType<StripProps>> {
  here ??= (await import('./Strip')).Strip;
  return here;
}

export function LaterVerdicts(props: StripProps) {
  const [Strip, setStrip] = useState(() => here);
  useEffect(() => {
    let wanted = true;
    if (!Strip) {
      fetchStrip().then(
        (fetched) => wanted && setStrip(() => fetched),
        () => {},
      );
    }
    return () => {
      wanted = false;
    };
  }, [Strip]);
  return (
    <div className={styles.place}>
      {Strip ? <Strip {...props} /> : <p>Consistency so far: not judged yet</p>}
    </div>
  );
}
