/** What surrounds every page: skip link, header, footer, and the notice of a new version. An embed gets none of it. */
import type { ReactNode } from 'react';
import { ProgressPanel } from '#/teach';
import { ThemeSwitch } from '#/ui';
import { UpdateNotice } from '../offline/UpdateNotice';
import { Link, useHere } from '../router';
import { Footer } from './Footer';
import { Mark } from './Mark';
import styles from './Shell.module.css';
import { chooseTheme, useTheme } from './theme';

const places = [
  ['/', 'Course'],
  ['/lab/', 'Lab'],
  ['/history/', 'Histories'],
  ['/chaos/', 'Chaos'],
] as const;

export function Shell({ bare, children }: { bare: boolean; children: ReactNode }) {
  const { path } = useHere();
  const theme = useTheme();
  if (bare) return <main id="main">{children}</main>;
  return (
    <>
      <a className="skip-link" href="#main">
        Skip to the text
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.name}>
          <Mark />
          Faultline
        </Link>
        <nav aria-label="Main" className={styles.nav}>
          {places.map(([to, label]) => (
            <Link
              key={to}
              to={to}
              className={styles.place}
              aria-current={`/${path}` === to ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
        <div className={styles.theme}>
          <ThemeSwitch value={theme} onChange={chooseTheme} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer progress={<ProgressPanel />} />
      <UpdateNotice />
    </>
  );
}
