/** Up and down, for moving an event in a list. */

import { ChevronRightIcon } from '#/ui';
import styles from './Order.module.css';

export const UpIcon = () => <ChevronRightIcon className={styles.up} />;
export const DownIcon = () => <ChevronRightIcon className={styles.down} />;
