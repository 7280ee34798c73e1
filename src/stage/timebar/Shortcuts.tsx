/** Which keys do what while the focus is inside a figure: the list, and what listens. */

import type { KeyboardEvent } from 'react';
import { Disclosure, Kbd } from '#/ui';
import type { Run } from '../run';
import type { TimeAxis } from '../tape/TimeFrame';
import styles from './TimeBar.module.css';

const KEYS: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['Space'], 'play or pause'],
  [['←', '→'], 'one event back or on'],
  [['Page Up', 'Page Down'], 'ten events, on the time line'],
  [['Home', 'End'], 'start and end, on the time line'],
  [['Ctrl', 'Z'], 'undo'],
  [['Ctrl', 'Shift', 'Z'], 'redo'],
  [['+', '−', '0'], 'closer, wider, the whole run'],
  [['Esc'], 'let go of what is selected'],
];

export function Shortcuts() {
  return (
    <Disclosure summary="Keys">
      <dl className={styles.keys}>
        {KEYS.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

/** Things that have a use of their own for keys. */
const BUSY =
  'input, select, textarea, [role^=menu], [role=tab], [role=slider], [role=log], dialog, [popover]';
const PRESSED = 'button, a, summary, [role=button]';

/** Carries out a shortcut; false when the key means nothing here. */
export function shortcut(event: KeyboardEvent, run: Run, zoom: TimeAxis['zoom']): boolean {
  const target = event.target as Element;
  if (event.defaultPrevented || event.altKey || target.closest(BUSY)) return false;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'z') return false;
    if (event.shiftKey) run.redo();
    else run.undo();
    return true;
  }
  switch (event.key) {
    case ' ':
      if (target.closest(PRESSED)) return false;
      run.toggle();
      return true;
    case 'ArrowRight':
      run.step();
      return true;
    case 'ArrowLeft':
      run.back();
      return true;
    case '+':
    case '=':
      zoom.closer();
      return true;
    case '-':
      zoom.wider();
      return true;
    case '0':
      zoom.whole();
      return true;
    case 'Escape':
      if (run.store.getState().selection === null) return false;
      run.select(null);
      return true;
    default:
      return false;
  }
}
