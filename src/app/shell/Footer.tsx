/** The foot of every page: what may be done with this, and that it stays here. */
import type { ReactNode } from 'react';
import { Link } from '../router';
import styles from './Shell.module.css';

/** `progress` is the place for exporting and importing what the learner has done. */
export function Footer({ progress }: { progress?: ReactNode }) {
  return (
    <footer className={styles.footer}>
      <p>
        Works offline after the first visit. Nothing leaves this browser: no account, no cookie, no request to
        anyone else.
      </p>
      {progress}
      <p>
        Code under the MIT licence, lessons under{' '}
        <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
          CC BY 4.0
        </a>
        . What it is built of stands in the <Link to="/gallery/">Gallery</Link>.
      </p>
    </footer>
  );
}
