/** Short names for what a run has come to, and promises about it that no consistency model makes. */

import type { Json, NodeView, OperationRecord, View } from '#/kernel';
import { of } from '../by-role';
import type { Property } from '../module';
import { type Cell, firstCell, held, same } from './cell';
import type { ClientState } from './client';
import { diskIn } from './disk';
import { cellText } from './words';

const clientState = (n: NodeView): ClientState | null => n.state as unknown as ClientState | null;

/** How many calls of each client were answered: "alice 2, bob 0". */
export const answered = (view: View): string =>
  of(view, 'client')
    .map((n) => `${n.id} ${clientState(n)?.ok ?? '?'}`)
    .join(', ');

const cellsOf = (n: NodeView): Readonly<Record<string, Cell>> => diskIn(n.durable).cells;

const keysOf = (view: View): readonly string[] =>
  [...new Set(of(view, 'replica').flatMap((n) => Object.keys(cellsOf(n))))].sort();

/** What each replica's disk holds: "A 2, B 2, C 0". */
export const valuesWith =
  (initial: Json) =>
  (view: View): string => {
    const keys = keysOf(view);
    const text = (n: NodeView, key: string) => cellText(cellsOf(n)[key] ?? firstCell(initial));
    return of(view, 'replica')
      .map((n) => `${n.id} ${(keys.length > 0 ? keys : ['']).map((key) => text(n, key)).join(' and ')}`)
      .join(', ');
  };

export const everyOperationAnswered: Property = {
  words: 'Every call of every client is answered, and not with an error.',
  holds: (_, operations) => operations.every((op) => op.outcome === 'ok'),
};

/** The key that a call is about; empty where there is only one register. */
const keyOf = ({ value }: OperationRecord): string => {
  const keyed = value !== null && typeof value === 'object' && !Array.isArray(value) && 'key' in value;
  return keyed ? String(value.key) : '';
};

export const isUp = (key: string): Property => ({
  words: `Every call on the ${key} is answered, and not with an error.`,
  holds: (_, operations) => operations.every((op) => keyOf(op) !== key || op.outcome === 'ok'),
});

export const noOperationAnswered: Property = {
  words: 'No call of any client is answered, or only with an error.',
  holds: (_, operations) => operations.every((op) => op.outcome !== 'ok'),
};

export const replicasAgree = (initial: Json): Property => ({
  words: 'All replicas hold the same. Ask it when nothing is on its way any more.',
  holds: (view) =>
    keysOf(view).every((key) => {
      const values = of(view, 'replica').map((n) => held(cellsOf(n)[key] ?? firstCell(initial)));
      return values.every((value) => same(value, values[0] as Json));
    }),
});

/** What a call puts on an account and what it takes off it, as far as its client was told. */
function moved(op: OperationRecord): { readonly paidIn: number; readonly out: number } {
  const value = keyOf(op) === '' ? op.value : ((op.value as { value?: Json }).value ?? null);
  const none = { paidIn: 0, out: 0 };
  if (op.outcome === 'failed') return none;
  if (op.f === 'write') return { paidIn: Math.max(0, Number(value)), out: 0 };
  if (op.f !== 'cas' || !Array.isArray(value)) return none;
  const change = Number(value[1]) - Number(value[0]);
  // Who may have paid in is believed; cash comes out only for a yes.
  if (change > 0) return op.seen?.value === false ? none : { paidIn: change, out: 0 };
  return op.outcome === 'ok' && op.seen?.value === true ? { paidIn: 0, out: -change } : none;
}

/** `accounts`: the keys that are accounts; all of them where it is left out. */
export const nobodyOverdraws = (initial: number, accounts?: readonly string[]): Property => ({
  words: 'No account hands out more than was ever on it.',
  holds: (_, operations) => {
    const left: Record<string, number> = {};
    for (const op of operations) {
      const key = keyOf(op);
      if (accounts && !accounts.includes(key)) continue;
      const { paidIn, out } = moved(op);
      left[key] = (left[key] ?? initial) + paidIn - out;
    }
    return Object.values(left).every((sum) => sum >= 0);
  },
});
