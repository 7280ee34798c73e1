/**
 * One selection, two ways to it: pointing selects for as long as one points, focus and press select for good.
 * When the pointer leaves, what was selected before comes back.
 */

import { useRef } from 'react';
import type { Run, Selected } from '../run';

export interface Pin {
  readonly pin: (selection: Selected) => void;
  /** What a mouse does over something that can be selected. */
  readonly pointed: (selection: Selected) => {
    onPointerEnter: (event: { pointerType: string }) => void;
    onPointerLeave: () => void;
  };
}

const same = (a: Selected, b: Selected): boolean => JSON.stringify(a) === JSON.stringify(b);

export function usePin(run: Run): Pin {
  const before = useRef<{ pointed: Selected; back: Selected } | null>(null);
  return {
    pin: (selection) => {
      before.current = null;
      run.select(selection);
    },
    pointed: (selection) => ({
      onPointerEnter: (event) => {
        // A finger does not point: it presses.
        if (event.pointerType !== 'mouse') return;
        before.current = { pointed: selection, back: run.store.getState().selection };
        run.select(selection);
      },
      onPointerLeave: () => {
        const passing = before.current;
        before.current = null;
        if (passing && same(run.store.getState().selection, passing.pointed)) run.select(passing.back);
      },
    }),
  };
}
