/** The parts of the address that prerendering does not know: both are empty on the server and on the first render. */
import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener('hashchange', changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener('hashchange', changed);
  };
}

const nothing = () => '';

/** What stands after `?`, with the mark, or an empty string. */
export function useSearch(): string {
  return useSyncExternalStore(subscribe, () => location.search, nothing);
}

/** What stands after `#`, with the mark, or an empty string. A share link lives here. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => location.hash, nothing);
}
