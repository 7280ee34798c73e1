/** A lock that one holder at a time may have. Who holds it is not part of its state: anybody may release it. */

import { type HistoryOperation, isOk } from '../history';
import { pairwise, type SequentialObject } from './object';

/** Whether each process acquires and releases in turn, and leaves nothing but its last operation open. */
function inTurn(processes: Iterable<readonly HistoryOperation[]>): boolean {
  for (const operations of processes) {
    for (const [index, op] of operations.entries()) {
      const last = index === operations.length - 1;
      if (op.type !== (index % 2 === 0 ? 'acquire' : 'release') || !(last || isOk(op))) return false;
    }
  }
  return true;
}

export const mutex: SequentialObject = {
  name: 'mutex',
  types: ['acquire', 'release'],
  keyed: true,
  initialFault: (initial) =>
    initial === null || typeof initial === 'boolean' ? null : 'begins free (null or false) or held (true)',
  fault: () => null,
  initial: (initial) => initial === true,
  apply: (state, op) => ((op.type === 'acquire') === state ? undefined : !state),
  stateKey: String,
  observes: () => false,
  /** Where processes take turns, an acquire and the release after it stand or fall together. */
  owes(operations, initial) {
    const turns = new Map<string, HistoryOperation[]>();
    for (const op of [...operations].sort((x, y) => x.start - y.start)) {
      turns.set(op.process, [...(turns.get(op.process) ?? []), op]);
    }
    if (initial === true || !inTurn(turns.values())) {
      return pairwise(
        operations,
        (op, other) => op.type !== other.type && other.start <= (op.end ?? other.start),
      );
    }
    const turn = new Map(
      [...turns.values()].flatMap((of) => of.map((op, index) => [op, index >> 1] as const)),
    );
    return pairwise(
      operations,
      (op, other) => op.process === other.process && turn.get(op) === turn.get(other),
    );
  },
};
