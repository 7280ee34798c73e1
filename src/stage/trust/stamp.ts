/** Where a figure finds what the test run stamped beside the pages: whoever knows the address hands it down. */

import { createContext, useContext } from 'react';
import type { TrustStamp } from './facts';

export interface StampSource {
  readonly load: () => Promise<TrustStamp | null>;
  /** Where a run opens, once the end of its address is put after it; null where there is no such place. */
  readonly lab: string | null;
}

const NOWHERE: StampSource = { load: async () => null, lab: null };

const StampContext = createContext(NOWHERE);

export const TrustStampProvider = StampContext.Provider;

export const useStampSource = (): StampSource => useContext(StampContext);
