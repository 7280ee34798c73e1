/** Keys that work while focus is in the figure, and what they do. */

import type { KeyboardEvent } from 'react';
import type { Run } from '../run';

export const SHORTCUTS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['Space'], does: 'play or pause' },
  { keys: ['←', '→'], does: 'one event back or on' },
  { keys: ['Page Up', 'Page Down'], does: 'ten events on or back' },
  { keys: ['Home', 'End'], does: 'the start, the end of the run' },
  { keys: ['Esc'], does: 'stop a long run on its way to a moment' },
  { keys: ['Ctrl Z'], does: 'undo' },
  { keys: ['Ctrl Y'], does: 'redo' },
];

/** Where a key already means something else. */
const BUSY =
  'input, select, textarea, [contenteditable], [role="menuitem"], [role="tab"], [role="log"], dialog';
const PRESSED = 'button, a, summary';

/** Carries out a shortcut; false when the key is nobody's here. */
export function shortcut(event: KeyboardEvent, run: Run): boolean {
  const target = event.target as Element;
  if (event.defaultPrevented || target.closest(BUSY)) return false;
  const act = actionOf(event, run, target.closest(PRESSED) !== null);
  if (!act) return false;
  event.preventDefault();
  act();
  return true;
}

function actionOf(event: KeyboardEvent, run: Run, onButton: boolean): (() => void) | undefined {
  if (event.altKey) return undefined;
  if (event.ctrlKey || event.metaKey) {
    const key = event.key.toLowerCase();
    if (key === 'y' || (key === 'z' && event.shiftKey)) return () => run.redo();
    return key === 'z' ? () => run.undo() : undefined;
  }
  switch (event.key) {
    case ' ':
      // On a button, Space presses the button.
      return onButton ? undefined : () => run.toggle();
    case 'Escape':
      return (run.store.getState().towards ?? null) === null ? undefined : () => run.pause();
    case 'ArrowRight':
      return () => run.step();
    case 'ArrowLeft':
      return () => run.back();
    case 'PageUp':
      return () => run.step(10);
    case 'PageDown':
      return () => run.back(10);
    case 'Home':
      return () => run.start();
    case 'End':
      return () => run.runUntil('end');
    default:
      return undefined;
  }
}
