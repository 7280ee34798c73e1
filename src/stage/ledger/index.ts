/** The ledger line. */

export { LedgerLine } from './LedgerLine';
