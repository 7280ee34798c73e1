/**
 * A part of a figure that a page does not bring with it: it is fetched when it is first to be shown. On a server, and
 * until it is there, it is null; so too in the first render of a page that a server wrote, whatever is there by then.
 */

import { type ComponentType, useEffect, useSyncExternalStore } from 'react';

export interface Later<P> {
  /** Fetches it. Again after a failure, such as a network that was away. */
  fetch(): Promise<ComponentType<P>>;
  useIt(): ComponentType<P> | null;
}

export function later<P>(load: () => Promise<ComponentType<P>>): Later<P> {
  let here: ComponentType<P> | null = null;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const fetch = async () => {
    const found = here ?? (await load());
    if (here !== found) {
      here = found;
      for (const listener of listeners) listener();
    }
    return found;
  };
  function useIt(): ComponentType<P> | null {
    const it = useSyncExternalStore(
      subscribe,
      () => here,
      () => null,
    );
    useEffect(() => {
      // Where the network is away its place stays empty, and it is asked for again when it is next to be shown.
      if (!it) fetch().catch(() => {});
    }, [it]);
    return it;
  }
  return { fetch, useIt };
}
