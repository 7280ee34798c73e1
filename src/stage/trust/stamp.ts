/** Where a figure finds what the test run stamped beside the pages: whoever knows the address hands it down. */

import { createContext, useContext } from 'react';
import type { TrustStamp } from './facts';

type LoadStamp = () => Promise<TrustStamp | null>;

const StampContext = createContext<LoadStamp>(async () => null);

export const TrustStampProvider = StampContext.Provider;

export const useLoadStamp = (): LoadStamp => useContext(StampContext);
