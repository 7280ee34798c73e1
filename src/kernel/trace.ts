/**
 * The trace: what happened, in order, once and for all. Every view, verdict and lesson claim is derived from
 * these entries; nothing is shown that is not here.
 */

import type { Command, DiskFate } from './command';
import type { Json, Micros, NodeId } from './values';

/** What is known of an operation: it happened, it certainly did not, or nobody can say. */
export type Outcome = 'ok' | 'failed' | 'unknown';

/** What the client's own code saw, which is not the same thing. */
export interface Seen {
  readonly as: 'value' | 'error' | 'timeout' | 'crash';
  readonly value?: Json;
}

export type DropReason = 'lost' | 'cut' | 'queue full' | 'receiver down' | 'dropped by hand';

interface Common {
  /** This entry's place in the trace, from 0. */
  readonly id: number;
  /** The position of the run at which it happened: the index of the event, from 1; 0 is the start. */
  readonly event: number;
  readonly at: Micros;
  /** Where it happened; null for what happens to a link or to the world. */
  readonly node: NodeId | null;
  /** The wall clock of that node at that moment, in microseconds; `at` where there is no node. */
  readonly local: Micros;
  /** The id of the entry that caused it, or −1. Order within a node is a cause as well, and is not repeated here. */
  readonly cause: number;
}

/** The fields that name a message in an entry. */
export interface MessageName {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly kind: string;
  readonly nth: number;
  readonly copy: number;
}

export type Entry = Common &
  (
    | { readonly type: 'started'; readonly role: string }
    | (MessageName & { readonly type: 'sent'; readonly body: Json })
    | (MessageName & { readonly type: 'delivered'; readonly body: Json })
    | (MessageName & {
        readonly type: 'dropped';
        readonly reason: DropReason;
        /** How far along the link, 0 at the sender to 1 at the receiver. */
        readonly place: number;
      })
    | (MessageName & { readonly type: 'duplicated' /** Which copy was copied. */; readonly of: number })
    | (MessageName & { readonly type: 'held' | 'released' })
    | (MessageName & { readonly type: 'delayed'; readonly byUs: Micros })
    | { readonly type: 'timer set'; readonly name: string; readonly delayUs: Micros }
    | { readonly type: 'timer fired' | 'timer cancelled'; readonly name: string }
    | { readonly type: 'persisted'; readonly key: string; readonly value: Json; readonly append: boolean }
    | {
        readonly type: 'crashed';
        readonly disk: DiskFate;
        /** How many effects of the interrupted handler took place; null when it was between two of them. */
        readonly afterEffect: number | null;
      }
    | { readonly type: 'restarted' | 'paused' | 'resumed' }
    | { readonly type: 'slowed'; readonly factor: number }
    | {
        readonly type: 'clock changed';
        /** How far the wall clock jumped at this moment. */
        readonly jumpUs: Micros;
        readonly driftPpm: number;
        /** How far it will be bent from here on, and how fast, where that is what changed. */
        readonly slewUs?: Micros;
        readonly slewPpm?: number;
      }
    | {
        readonly type: 'command';
        readonly command: Command /** Why it had no effect, if so. */;
        readonly refused: string | null;
      }
    | {
        readonly type: 'invoked';
        readonly op: string;
        readonly process: string;
        readonly f: string;
        readonly value: Json;
      }
    | {
        readonly type: 'completed' | 'late';
        readonly op: string;
        readonly outcome: Outcome;
        readonly seen: Seen;
      }
    /** It has come to a node that is paused or busy, and is dealt with later: a message's kind, a timer's or a call's name. */
    | { readonly type: 'waits'; readonly what: 'message' | 'timer' | 'call'; readonly name: string }
    | { readonly type: 'chose'; readonly n: number; readonly value: number }
    | { readonly type: 'note'; readonly text: string }
  );

export type EntryType = Entry['type'];
/** The entry of one type, also where several types share their members. */
export type EntryOf<T extends EntryType> = Entry extends infer E
  ? E extends { readonly type: infer U }
    ? T extends U
      ? E & { readonly type: T }
      : never
    : never
  : never;

/** The numbers that stand for the types in a digest: append, never renumber. */
export const TYPE_CODE: { readonly [T in EntryType]: number } = {
  started: 1,
  sent: 2,
  delivered: 3,
  dropped: 4,
  duplicated: 5,
  held: 6,
  released: 7,
  delayed: 8,
  'timer set': 9,
  'timer fired': 10,
  'timer cancelled': 11,
  persisted: 12,
  crashed: 13,
  restarted: 14,
  paused: 15,
  resumed: 16,
  slowed: 17,
  'clock changed': 18,
  command: 19,
  invoked: 20,
  completed: 21,
  late: 22,
  chose: 23,
  note: 24,
  waits: 25,
};
