/** Which keys do what while the focus is inside a figure. */

import { Kbd } from '#/ui';
import { SHORTCUTS } from './shortcuts';
import styles from './TimeBar.module.css';

export function Keys() {
  return (
    <>
      <p className={styles.heading}>Keys, while the focus is in the figure</p>
      <dl className={styles.keys}>
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
