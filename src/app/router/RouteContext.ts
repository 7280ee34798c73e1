/** Where the reader is, for whatever is drawn below. */
import { createContext, useContext } from 'react';

/** Where the reader is, and how a program (not a link) takes them elsewhere. */
export interface Here {
  /** The path inside the base, such as 'learn/neither/'. */
  path: string;
  /** Goes to an address such as '/lab/'. Does nothing while prerendering. */
  go(to: string): void;
}

export const RouteContext = createContext<Here>({ path: '', go: () => {} });

export function useHere(): Here {
  return useContext(RouteContext);
}
