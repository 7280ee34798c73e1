/**
 * Every weaker model the obviously right way, for tests: all choices of which open writes took effect, of what each read
 * read from, of all orders, of everything a read may have seen. No memory, no shortcuts; for a handful of operations.
 */

import { type History, type HistoryOperation, isOpen } from '../history';
import type { ModelName, ObjectName } from '../names';
import { objectCalled, type State, same } from '../objects';

interface Op {
  readonly op: HistoryOperation;
  readonly place: number;
}

const reads = ({ op }: Op): boolean => op.type === 'read' || op.type === 'get';
const writes = (one: Op): boolean => !reads(one);

/** Session order: of one process, the one before the other; nothing comes after an open operation. */
function so(one: Op, other: Op): boolean {
  if (one.op.process !== other.op.process || one === other || isOpen(one.op)) return false;
  return one.op.start < other.op.start || (one.op.start === other.op.start && one.place < other.place);
}

/** All operations that say something, with each choice of the open ones that took effect. */
function* happenings(history: History): Generator<Op[]> {
  const all = history.operations.map((op, place) => ({ op, place }));
  const sure = all.filter(({ op }) => op.outcome !== 'failed' && !isOpen(op));
  const open = all.filter((one) => one.op.outcome !== 'failed' && isOpen(one.op) && writes(one));
  for (let bits = 0; bits < 1 << open.length; bits++) {
    yield [...sure, ...open.filter((_, bit) => (bits & (1 << bit)) !== 0)];
  }
}

/** All orders of some operations that respect a relation. */
function* orders(ops: readonly Op[], before: (one: Op, other: Op) => boolean): Generator<Op[]> {
  if (ops.length === 0) return yield [];
  for (const first of ops) {
    if (ops.some((other) => other !== first && before(other, first))) continue;
    for (const rest of orders(
      ops.filter((other) => other !== first),
      before,
    ))
      yield [first, ...rest];
  }
}

type ReadsFrom = ReadonlyMap<Op, Op | null>;

/** All ways in which reads can have read from writes of what they read; null: from nobody, the initial value. */
function* readsFroms(history: History, ops: readonly Op[], all = ops.filter(reads)): Generator<ReadsFrom> {
  const [read, ...rest] = all;
  if (read === undefined) return yield new Map();
  const sources: (Op | null)[] = ops.filter(
    (one) => writes(one) && one.op.key === read.op.key && same(one.op.value, read.op.value),
  );
  if (same(history.initial, read.op.value)) sources.push(null);
  for (const source of sources) {
    for (const others of readsFroms(history, ops, rest)) yield new Map(others).set(read, source);
  }
}

type Relation = (one: Op, other: Op) => boolean;

/** What follows from session order and reads-from together; null if that is a circle. */
function causes(ops: readonly Op[], from: ReadsFrom): Relation | null {
  const after = new Map(
    ops.map((op) => [op, new Set(ops.filter((it) => so(op, it) || from.get(it) === op))]),
  );
  for (let grown = true; grown; ) {
    grown = false;
    for (const later of after.values()) {
      const size = later.size;
      for (const mid of [...later]) for (const end of after.get(mid) ?? []) later.add(end);
      grown ||= later.size > size;
    }
  }
  return ops.some((op) => after.get(op)?.has(op))
    ? null
    : (one, other) => after.get(one)?.has(other) === true;
}

const lastOn = (order: readonly Op[], key: string | undefined): Op | null =>
  order.findLast((one) => writes(one) && one.op.key === key) ?? null;

/** Whether every read in an order returns what was written last. */
const legal = (history: History, order: readonly Op[]): boolean =>
  order.every(
    (one, place) =>
      writes(one) ||
      same(one.op.value, (lastOn(order.slice(0, place), one.op.key)?.op ?? { value: history.initial }).value),
  );

const processes = (ops: readonly Op[]): string[] => [...new Set(ops.map(({ op }) => op.process))];
const some = <T>(all: Iterable<T>, holds: (one: T) => boolean): boolean => {
  for (const one of all) if (holds(one)) return true;
  return false;
};

/** One order of everything, on all keys. */
export function sequentialByForce(history: History, name: ObjectName): boolean {
  const object = objectCalled(name);
  const all = history.operations.map((op, place) => ({ op, place }));
  const inSomeOrder = (left: readonly Op[], states: ReadonlyMap<unknown, State>): boolean =>
    left.length === 0 ||
    left.some((next) => {
      if (left.some((other) => so(other, next))) return false;
      const key = object.keyed ? next.op.key : undefined;
      const after = object.apply(states.get(key) ?? object.initial(history.initial), next.op);
      return (
        after !== undefined &&
        inSomeOrder(
          left.filter((other) => other !== next),
          new Map(states).set(key, after),
        )
      );
    });
  const open = all.filter(({ op }) => op.outcome !== 'failed' && isOpen(op));
  const sure = all.filter(({ op }) => op.outcome !== 'failed' && !isOpen(op));
  return some(Array(1 << open.length).keys(), (bits) =>
    inSomeOrder([...sure, ...open.filter((_, bit) => (bits & (1 << bit)) !== 0)], new Map()),
  );
}

/** For each process, an order of its operations and all writes that respects causes; one source for each read. */
const causal = (history: History): boolean =>
  some(happenings(history), (ops) =>
    some(readsFroms(history, ops), (from) => {
      const co = causes(ops, from);
      if (co === null) return false;
      return processes(ops).every((process) =>
        some(
          orders(
            ops.filter((one) => writes(one) || one.op.process === process),
            co,
          ),
          (order) =>
            order.every(
              (one, place) => writes(one) || lastOn(order.slice(0, place), one.op.key) === from.get(one),
            ),
        ),
      );
    }),
  );

/** One order of all writes; each read returns the last of those that caused it. */
const causalConvergence = (history: History): boolean =>
  some(happenings(history), (ops) =>
    some(readsFroms(history, ops), (from) => {
      const co = causes(ops, from);
      if (co === null) return false;
      return some(orders(ops.filter(writes), co), (order) =>
        ops
          .filter(reads)
          .every((read) => legal(history, [...order.filter((write) => co(write, read)), read])),
      );
    }),
  );

/** For each read by itself, an order of what caused it. */
const weakCausal = (history: History): boolean =>
  some(happenings(history), (ops) =>
    some(readsFroms(history, ops), (from) => {
      const co = causes(ops, from);
      if (co === null) return false;
      return ops.filter(reads).every((read) =>
        some(
          orders(
            ops.filter((write) => writes(write) && co(write, read)),
            co,
          ),
          (order) => legal(history, [...order, read]),
        ),
      );
    }),
  );

const pram = (history: History): boolean =>
  processes(history.operations.map((op, place) => ({ op, place }))).every((process) =>
    some(happenings(history), (ops) =>
      some(
        orders(
          ops.filter((one) => writes(one) || one.op.process === process),
          so,
        ),
        (order) => legal(history, order),
      ),
    ),
  );

/** All sets of writes. */
function* subsets(ops: readonly Op[]): Generator<Op[]> {
  for (let bits = 0; bits < 1 << ops.length; bits++) yield ops.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

/**
 * Viotti and Vukolić's form: one order of all writes, and for each read what it has seen, of which it returns the last.
 * `may` says whether a read may have seen just that, given what the reads before it in the list have.
 */
function visibly(
  history: History,
  respects: Relation,
  may: (
    read: Op,
    seen: readonly Op[],
    earlier: ReadonlyMap<Op, readonly Op[]>,
    order: readonly Op[],
    ops: readonly Op[],
  ) => boolean,
): boolean {
  return some(happenings(history), (ops) =>
    some(orders(ops.filter(writes), respects), (order) => {
      const inTurn = ops.filter(reads).sort((x, y) => x.op.start - y.op.start || x.place - y.place);
      const from = (at: number, seenBy: ReadonlyMap<Op, readonly Op[]>): boolean => {
        const read = inTurn[at];
        if (read === undefined) return true;
        const its = order.filter((write) => write.op.key === read.op.key);
        return some(
          subsets(its),
          (seen) =>
            legal(history, [...seen, read]) &&
            may(read, seen, seenBy, order, ops) &&
            from(at + 1, new Map(seenBy).set(read, seen)),
        );
      };
      return from(0, new Map());
    }),
  );
}

/** The writes of one process to one key keep their order. */
const soOnKey: Relation = (one, other) => so(one, other) && one.op.key === other.op.key;

const readYourWrites = (history: History): boolean =>
  visibly(history, soOnKey, (read, seen, _, order) =>
    order.every((write) => write.op.key !== read.op.key || !so(write, read) || seen.includes(write)),
  );

const monotonicReads = (history: History): boolean =>
  visibly(history, soOnKey, (read, seen, earlier) =>
    [...earlier].every(
      ([other, before]) =>
        !so(other, read) || before.every((write) => write.op.key !== read.op.key || seen.includes(write)),
    ),
  );

const writesFollowReads = (history: History): boolean =>
  visibly(
    history,
    () => false,
    (read, seen, _, order) =>
      seen.every((write) =>
        order.every(
          (later) => !so(read, later) || (write !== later && order.indexOf(write) < order.indexOf(later)),
        ),
      ),
  );

/** Terry's, for the reads of each process together: what was shown, and everything its writer wrote before, stays. */
const monotonicWrites = (history: History): boolean =>
  processes(history.operations.map((op, place) => ({ op, place }))).every((process) =>
    some(happenings(history), (ops) =>
      some(
        readsFroms(
          history,
          ops,
          ops.filter((one) => reads(one) && one.op.process === process),
        ),
        (from) =>
          [...from].every(([read, source]) =>
            [...from].every(([earlier, shown]) => {
              if (shown === null || !so(earlier, read)) return true;
              const stays = ops.filter(
                (write) =>
                  writes(write) && write.op.key === read.op.key && (so(write, shown) || write === shown),
              );
              return source === null
                ? !stays.some((write) => write !== shown)
                : !stays.some((write) => so(source, write));
            }),
          ),
      ),
    ),
  );

export const byForce: Readonly<
  Record<Exclude<ModelName, 'linearizable' | 'sequential' | 'convergent'>, (history: History) => boolean>
> = {
  causal,
  'causal-convergence': causalConvergence,
  'weak-causal': weakCausal,
  pram,
  'read-your-writes': readYourWrites,
  'monotonic-reads': monotonicReads,
  'monotonic-writes': monotonicWrites,
  'writes-follow-reads': writesFollowReads,
};
