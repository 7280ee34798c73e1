/**
 * Jepsen's events as operations: each `invoke` with the next event of its process. What never came back stays open
 * for ever, and since it may still take effect, its process goes on as another one: 3, then 3/2.
 */

import type { HistoryOperation } from '#/checkers';
import type { Json } from '#/kernel';
import { MOST_OPERATIONS, Stop } from './place';

export type EventType = 'invoke' | 'ok' | 'fail' | 'info';

export const eventTypes: readonly EventType[] = ['invoke', 'ok', 'fail', 'info'];

export interface HistoryEvent {
  readonly process: string;
  readonly type: EventType;
  readonly f: string;
  readonly value: Json;
  /** Only the order counts. */
  readonly time: number;
  /** From 1. */
  readonly line: number;
  /** Offset in the text. */
  readonly at: number;
}

/** What is done with an operation that ended: kept as `ok`, with a result if it has one, as `failed`, or dropped. */
export type Ending = { readonly outcome: 'ok' | 'failed'; readonly result?: boolean } | 'drop';

export interface Dialect {
  /** What `:fail` means. */
  readonly fail: (invoked: HistoryEvent, ended: HistoryEvent) => Ending;
  /** Whether a completed read of nil says nothing. */
  readonly nilIsUnknown: boolean;
}

/** Operations whose value is what came back. */
const answers = new Set(['read', 'get', 'dequeue', 'pop', 'length', 'txn']);
/** Those that change nothing, so that without an answer they say nothing. */
const observers = new Set(['read', 'get', 'length']);

export interface Paired {
  readonly operation: HistoryOperation;
  /** Offset of the event that began it. */
  readonly at: number;
}

function ending(invoked: HistoryEvent, ended: HistoryEvent, dialect: Dialect): Ending {
  if (ended.type === 'fail') return dialect.fail(invoked, ended);
  const { f, value } = ended;
  if (value === ':timed-out') throw new Stop(ended.at, `A ${f} that timed out cannot be :ok.`);
  if (!answers.has(f) && JSON.stringify(value) !== JSON.stringify(invoked.value)) {
    const [began, now] = [invoked.value, value].map((v) => JSON.stringify(v));
    throw new Stop(ended.at, `This ${f} ends with ${now}, and began with ${began} in line ${invoked.line}.`);
  }
  if (dialect.nilIsUnknown && observers.has(f) && value === null) return 'drop';
  return f === 'cas' ? { outcome: 'ok', result: true } : { outcome: 'ok' };
}

function asOperation(
  process: string,
  invoked: HistoryEvent,
  ended: HistoryEvent | null,
  dialect: Dialect,
): HistoryOperation | null {
  const { f: type, time: start, line } = invoked;
  const begun = { process, type, start, line };
  if (!ended || ended.type === 'info') {
    if (observers.has(type)) return null;
    // What an open operation will come back with, nobody knows.
    const asked = answers.has(type) && type !== 'txn' ? {} : { value: invoked.value };
    return { ...begun, ...asked, end: null, outcome: 'unknown' };
  }
  const how = ending(invoked, ended, dialect);
  if (how === 'drop') return null;
  const value = answers.has(type) && how.outcome === 'ok' ? ended.value : invoked.value;
  return { ...begun, value, ...how, end: ended.time };
}

/** In the order in which they began. Throws a Stop at what cannot be paired. */
export function pairUp(events: readonly HistoryEvent[], dialect: Dialect): readonly Paired[] {
  const open = new Map<string, number>();
  const found: (Paired | null)[] = [];
  const began: HistoryEvent[] = [];
  const life = new Map<string, number>();
  const close = (process: string, ended: HistoryEvent | null): void => {
    const index = open.get(process) as number;
    const invoked = began[index] as HistoryEvent;
    const lives = life.get(process) ?? 1;
    const name = lives === 1 ? process : `${process}/${lives}`;
    const operation = asOperation(name, invoked, ended, dialect);
    found[index] = operation && { operation, at: invoked.at };
    if (operation?.outcome === 'unknown') life.set(process, lives + 1);
    open.delete(process);
  };
  for (const event of events) {
    const { process, type, f } = event;
    const index = open.get(process);
    if (type === 'invoke') {
      if (index !== undefined) close(process, null);
      if (began.length === MOST_OPERATIONS)
        throw new Stop(event.at, `More than ${MOST_OPERATIONS} operations.`);
      open.set(process, began.length);
      began.push(event);
      continue;
    }
    const invoked = index === undefined ? undefined : began[index];
    if (!invoked) throw new Stop(event.at, `Process ${process} has begun no ${f} that could end here.`);
    if (invoked.f !== f) {
      throw new Stop(
        event.at,
        `This ends a ${f}, and process ${process} began a ${invoked.f} in line ${invoked.line}.`,
      );
    }
    close(process, event);
  }
  for (const process of [...open.keys()]) close(process, null);
  return found.filter((paired): paired is Paired => paired !== null && paired !== undefined);
}
