/** The place of the choice of a clock, which a page does not bring with it. Until it is fetched there are no stamps. */

import { later } from '../figure/later';
import styles from './LaterStamps.module.css';
import type { StampControlProps } from './StampControl';

const control = later<StampControlProps>(() => import('./StampControl').then((m) => m.StampControl));

export const fetchStamps = control.fetch;

export function LaterStamps(props: StampControlProps) {
  const Control = control.useIt();
  return <div className={styles.place}>{Control && <Control {...props} />}</div>;
}
