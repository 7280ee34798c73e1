/** Whether a store in which the last writer wins has lost what it acknowledged. */

import { canonical, type NodeView, type OperationRecord, type View } from '#/kernel';
import { of } from '../by-role';
import type { Property } from '../module';
import { cellsIn, entriesIn, type ReplicaState } from './replica';
import { valueText } from './stamp';

interface Write {
  readonly key: string;
  readonly op: OperationRecord;
}

function asWrite(op: OperationRecord): Write[] {
  if (op.f !== 'write') return [];
  const keyed = op.value !== null && typeof op.value === 'object' && 'key' in op.value;
  return [{ key: keyed ? (op.value as { key: string }).key : '', op }];
}

/** The call that wrote what a replica holds under a key; null where it holds nothing. */
const heldCall = (node: NodeView, key: string): string | null => cellsIn(node.durable)[key]?.call ?? null;

const endedBefore = (one: OperationRecord, other: OperationRecord): boolean =>
  one.outcome === 'ok' && one.completedAt !== null && one.completedAt < other.invokedAt;

/**
 * Acknowledged writes that some replica has given up for nothing, or for a write that had ended before they began.
 * `among`: which pairs of writes to look at.
 */
function lostWrites(
  view: View,
  operations: readonly OperationRecord[],
  among: (held: OperationRecord, lost: OperationRecord) => boolean,
): readonly Write[] {
  const writes = operations.flatMap(asWrite);
  return writes.filter(({ key, op }) => {
    if (op.outcome !== 'ok') return false;
    return of(view, 'replica').some((node) => {
      const now = heldCall(node, key);
      if (now === null || now === op.id) return now === null;
      const winner = writes.find((w) => w.op.id === now);
      return winner !== undefined && endedBefore(winner.op, op) && among(winner.op, op);
    });
  });
}

export const noWriteLost: Property = {
  words:
    'Where an acknowledged write is gone, it gave way to one that came later or overlapped it. Ask it when nothing is on its way any more.',
  holds: (view, operations) => lostWrites(view, operations, () => true).length === 0,
};

export const ownWritesInOrder: Property = {
  words:
    'No acknowledged write of a client gave way to an earlier one of the same client. Ask it when nothing is on its way any more.',
  holds: (view, operations) =>
    lostWrites(view, operations, (one, other) => one.node === other.node).length === 0,
};

export const noEntryOverwritten: Property = {
  words: 'No two entries have the same time for their key.',
  holds: (view) =>
    of(view, 'replica').every((n) => ((n.state as unknown as ReplicaState | null)?.overwritten ?? 0) === 0),
};

export const replicasAgree: Property = {
  words: 'All replicas hold the same. Ask it when nothing is on its way any more.',
  holds: (view) => {
    const [first, ...others] = of(view, 'replica').map((n) => canonical(cellsIn(n.durable)));
    return others.every((text) => text === first);
  },
};

/** "A 2, B 2": what each replica holds under the one key, or of each key. */
export const values = (view: View): string =>
  of(view, 'replica')
    .map((n) => {
      const cells = Object.entries(cellsIn(n.durable));
      const text = cells.map(([key, { value }]) => (key === '' ? '' : `${key} = `) + valueText(value));
      return `${n.id} ${text.join(' and ') || 'nothing'}`;
    })
    .join(', ');

/** "18 keys for 20 entries". */
export function keys(view: View): string {
  const kept = of(view, 'replica').reduce((sum, n) => sum + Object.keys(entriesIn(n.durable)).length, 0);
  const gone = of(view, 'replica').reduce(
    (sum, n) => sum + ((n.state as unknown as ReplicaState | null)?.overwritten ?? 0),
    0,
  );
  return `${kept} keys for ${kept + gone} entries`;
}
