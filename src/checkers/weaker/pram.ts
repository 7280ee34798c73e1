/**
 * PRAM, or FIFO consistency (Lipton and Sandberg 1988): each process has an order of its own operations and all writes,
 * in which the writes of each process stand as that process made them, and each of its reads returns the last write.
 * What others had read before they wrote does not count.
 */

import { who } from '../linearizable/telling';
import { readsOf, saturate } from './causal-order';
import { type Definition, toHistory } from './definition';
import { at, type Memory, restrict } from './memory';
import { Order } from './order';
import { ownOrder } from './own-order';

/** For each process that reads: what it read, and everybody's writes. */
export const eachSession = (memory: Memory): readonly Memory[] =>
  memory.sessions
    .filter((session) => session.some((op) => at(memory.ops, op).reads))
    .map((session) => {
      const own = new Set(session);
      return restrict(memory, (op) => own.has(op) || !at(memory.ops, op).reads);
    });

/** The process whose reads are in a part; the part has reads of one process alone. */
export function reader(part: Memory): string {
  const read = at(part.ops, at(part.reads, 0));
  return at(part.history.operations, read.index).process;
}

/** The same, as it is told: a bare number would be lost among values. */
export const readerName = (part: Memory): string =>
  who(at(part.history.operations, at(part.ops, at(part.reads, 0)).index));

export const readerSession = (part: Memory): readonly number[] =>
  part.sessions.find((session) => session.includes(at(part.reads, 0))) ?? [];

function ownView(part: Memory, readsFrom: Int32Array): Order {
  const order = new Order(part, readsFrom, () => true);
  if (!order.conflict) saturate(order, readsOf(order, readerSession(part)));
  return order;
}

export const pram: Definition = {
  model: 'pram',
  kept: 'Each process has an order of its own operations and all writes, those of each process as made, that explains its reads (PRAM).',
  broken: (part) =>
    `This is not PRAM: ${readerName(part)} has no order of its reads and all writes that keeps the writes of each process as made`,
  parts: eachSession,
  check: (part, readsFrom) => ownView(part, readsFrom).conflict,
  witness: (_, explained) =>
    explained.map(({ part, readsFrom }) => ({
      process: reader(part),
      order: toHistory(part, ownOrder(ownView(part, readsFrom), part, readerSession(part))),
    })),
};
