/** The place of the panel on trust, under a figure: one quiet line. What it opens is fetched when it is opened. */

import { useState } from 'react';
import { Disclosure } from '#/ui';
import { later } from '../figure/later';
import { useRun } from '../run';
import styles from './LaterTrust.module.css';

const panel = later<object>(() => import('./Trust').then((m) => m.Trust));

export const fetchTrust = panel.fetch;

export function LaterTrust() {
  const run = useRun();
  const [open, setOpen] = useState(false);
  if (!run.trust) return null;
  return (
    <div className={styles.place} data-part="trust">
      <Disclosure summary="What this model is good for" onToggle={setOpen}>
        {open && <Opened />}
      </Disclosure>
    </div>
  );
}

function Opened() {
  const Trust = panel.useIt();
  return Trust && <Trust />;
}
