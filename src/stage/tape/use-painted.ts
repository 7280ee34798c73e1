/** Reading what moves with every frame: as state that changes rarely, or straight into the page without React. */

import { useCallback, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Micros } from '#/scenarios';
import { type Run, useRun } from '../run';

/** Re-renders only when what `pick` makes of the moving cursor changes. It must be a plain value. */
export function usePainted<T extends string | number | boolean>(pick: (run: Run) => T): T {
  const run = useRun();
  const subscribe = useCallback((listener: () => void) => run.onPaint(listener), [run]);
  return useSyncExternalStore(
    subscribe,
    () => pick(run),
    () => pick(run),
  );
}

let calm: MediaQueryList | null = null;

/** Whether the reader has asked for less motion. False on a server. */
function wantsStillness(): boolean {
  if (typeof matchMedia !== 'function') return false;
  calm ??= matchMedia('(prefers-reduced-motion: reduce)');
  return calm.matches;
}

/** The cursor as this reader wants to see it: from event to event where motion is not welcome. */
export function shownCursor(run: Run): Micros {
  return wantsStillness() ? run.store.getState().at : run.now();
}

/** Nothing to measure or to draw on a server. */
export const useBrowserLayout: typeof useLayoutEffect =
  typeof document === 'undefined' ? () => {} : useLayoutEffect;

/** Calls `paint` with the cursor on each frame while playing, after each jump, and after each render. */
export function usePainter(paint: (at: Micros) => void): void {
  const run = useRun();
  const latest = useRef(paint);
  useBrowserLayout(() => {
    latest.current = paint;
    paint(shownCursor(run));
  });
  useBrowserLayout(() => run.onPaint(() => latest.current(shownCursor(run))), [run]);
}
