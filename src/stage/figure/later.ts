/**
 * A part of a figure that a page does not bring with it: it is fetched when it is first to be shown. On a server, and
 * until it is there, it is null.
 */

import { type ComponentType, useEffect, useState } from 'react';

export interface Later<P> {
  /** Fetches it. Again after a failure, such as a network that was away. */
  fetch(): Promise<ComponentType<P>>;
  useIt(): ComponentType<P> | null;
}

export function later<P>(load: () => Promise<ComponentType<P>>): Later<P> {
  let here: ComponentType<P> | null = null;
  const fetch = async () => {
    here ??= await load();
    return here;
  };
  function useIt(): ComponentType<P> | null {
    const [It, setIt] = useState(() => here);
    useEffect(() => {
      let wanted = true;
      // Where the network is away its place stays empty, and it is asked for again when it is next to be shown.
      const show = (fetched: ComponentType<P>) => wanted && setIt(() => fetched);
      if (!It) fetch().then(show, () => {});
      return () => {
        wanted = false;
      };
    }, [It]);
    return It;
  }
  return { fetch, useIt };
}
