/**
 * For words that nobody reads faster: while a run plays, its position is heard of at once after a rest, and then a few
 * times a second; as soon as it stands still, at once.
 */

import { useCallback, useSyncExternalStore } from 'react';
import { type RunState, useRun } from './run';

const LEISURE_MS = 300;

const placeOf = ({ run, branch, index }: RunState): string => `${run} ${branch} ${index}`;

export function usePlaceAtLeisure(): void {
  const { store } = useRun();
  const subscribe = useCallback(
    (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | null = null;
      let heard = placeOf(store.getState());
      const hear = () => {
        heard = placeOf(store.getState());
        listener();
      };
      const rest = () => {
        timer = null;
        if (heard === placeOf(store.getState())) return;
        hear();
        timer = setTimeout(rest, LEISURE_MS);
      };
      const unsubscribe = store.subscribe(() => {
        const { mode } = store.getState();
        const moving = mode === 'playing' || mode === 'seeking';
        if (moving && timer !== null) return;
        if (timer !== null) clearTimeout(timer);
        timer = moving ? setTimeout(rest, LEISURE_MS) : null;
        hear();
      });
      return () => {
        if (timer !== null) clearTimeout(timer);
        unsubscribe();
      };
    },
    [store],
  );
  const place = () => placeOf(store.getState());
  useSyncExternalStore(subscribe, place, place);
}
