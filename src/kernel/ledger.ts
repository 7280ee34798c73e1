/** The ledger line: where every message is. sent + duplicated = delivered + in flight + held + dropped, always. */

import { isMessage, type WorldState } from './state';

export interface Ledger {
  readonly sent: number;
  readonly duplicated: number;
  readonly delivered: number;
  readonly inFlight: number;
  readonly held: number;
  readonly dropped: number;
}

/** Counts what is on links and in trays; the other four are counted as they happen, so the line can fail. */
export function ledgerOf(s: WorldState): Ledger {
  let inFlight = 0;
  for (const p of s.queue) if (isMessage(p)) inFlight++;
  for (const n of s.nodes) for (const p of n.inbox) if (isMessage(p)) inFlight++;
  return { ...s.counts, inFlight, held: s.held.length };
}

export const balances = (l: Ledger): boolean =>
  l.sent + l.duplicated === l.delivered + l.inFlight + l.held + l.dropped;
