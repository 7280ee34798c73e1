/** The desk in a component. A change redraws only what looks at what changed. */

import { useStore } from 'zustand';
import type { Desk, DeskState } from './desk';

export const useDeskState = <T>(desk: Desk, pick: (state: DeskState) => T): T => useStore(desk.store, pick);
