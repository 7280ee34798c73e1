/**
 * Monotonic writes (Terry and others 1994): the writes of a process are seen in the order in which it made them; whoever
 * has seen one has seen the earlier ones.
 *
 * One read shows one write, so no single read can refute this. The reads of a process are taken together instead, and
 * what it has seen is taken to stay seen: after a read of a process's later write, a read that shows a key as it was
 * before an earlier write of that process refutes it. In Viotti and Vukolić's form alone (the writes of a process keep
 * their order in one order of all) no history of reads and writes could.
 */

import { programOrder } from './arbitration';
import { type Definition, effective, toHistory } from './definition';
import { at, INITIAL, type Memory, UNDECIDED } from './memory';
import type { Order, Step } from './order';
import { eachSession, readerName, readerSession } from './pram';

/** By session: the read that showed the latest of its writes, of those so far. */
type Shown = Map<number, number>;

/** The last write of a key in a session up to a write, which may be that write itself. */
function lastWrite(part: Memory, key: number, until: number): number {
  for (let id = until; id !== -1; id = at(part.follows, id)) {
    const { reads, key: its } = at(part.ops, id);
    if (!reads && its === key) return id;
  }
  return -1;
}

const program = (from: number, to: number): Step => ({ from, to, kind: 'program', by: -1 });

function inOrderOfWriting(part: Memory, readsFrom: Int32Array): Order {
  const order = programOrder(part, readsFrom);
  const shown: Shown = new Map();
  for (const read of readerSession(part)) {
    const source = at(part.ops, read).reads ? at(readsFrom, read) : UNDECIDED;
    if (source === UNDECIDED) continue;
    const { key } = at(part.ops, read);
    for (const [session, earlier] of shown) {
      const latest = at(readsFrom, earlier);
      if (source !== INITIAL && at(part.ops, source).session !== session) continue;
      // Of a key's initial value only a write before the one that was shown can be missing: see monotonic reads.
      const missing = lastWrite(part, key, source === INITIAL ? at(part.follows, latest) : latest);
      if (missing === -1) continue;
      const seen: Step[] = [
        ...(missing === latest ? [] : [program(missing, latest)]),
        { from: latest, to: earlier, kind: 'read', by: -1 },
        program(earlier, read),
      ];
      if (source === INITIAL) order.refuse(missing, read, seen);
      else if (source < missing) order.conclude(missing, source, 'older', read, seen);
      if (order.conflict) return order;
    }
    if (source === INITIAL) continue;
    const { session } = at(part.ops, source);
    const before = shown.get(session);
    if (before === undefined || at(readsFrom, before) < source) shown.set(session, read);
  }
  return order;
}

export const monotonicWrites: Definition = {
  model: 'monotonic-writes',
  kept: 'No process saw a later write and then, in its reads taken together, a key as it was before an earlier write of the same process.',
  broken: (part) =>
    `This is against monotonic writes (Terry and others 1994), which one read alone cannot show, but the reads of ${readerName(part)} together do`,
  parts: eachSession,
  check: (part, readsFrom) => inOrderOfWriting(part, readsFrom).conflict,
  /** Any order of the writes that keeps each process's own. */
  witness: (memory, explained) => {
    const seen = new Set(
      explained.flatMap(({ part, readsFrom }) =>
        [...readsFrom].filter((w) => w >= 0).map((w) => at(part.ops, w).index),
      ),
    );
    const none = new Int32Array(memory.ops.length).fill(UNDECIDED);
    const known = effective({ part: memory, readsFrom: none }, 'writes');
    const open = memory.ops.flatMap((op, id) => (op.open && seen.has(op.index) ? [id] : []));
    return [
      { process: null, order: toHistory(memory, programOrder(memory, none).list([...known, ...open])) },
    ];
  },
};
