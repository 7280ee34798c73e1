/**
 * What a protocol is: a set of roles, each a set of handlers over plain data. A handler changes its own state
 * and calls its context; it reaches no clock, chance or network in any other way.
 */

import type { Verb } from './command';
import type { Outcome, Seen } from './trace';
import type { Json, Micros, NodeId } from './values';

/** What a node keeps in memory: plain data, lost in a crash. */
// biome-ignore lint/suspicious/noExplicitAny: each role narrows its own state; the kernel only carries it.
export type RoleState = any;

export type Params = Readonly<Record<string, string | number | boolean>>;

export interface Message {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly kind: string;
  readonly body: Json;
}

export interface Operation {
  /** Unique in the run: the client's name and a count, as in `browser/1`. */
  readonly id: string;
  readonly f: string;
  readonly value: Json;
}

/** A list that a node has persisted, as it is now. It is no value: it may not be sent or persisted again. */
export interface ListOnDisk {
  readonly length: number;
  readonly [place: number]: Json;
  slice(from: number, to?: number): readonly Json[];
}

/** What a handler may do. Effects take place in the order of the calls, and a crash may cut them after any. */
export interface Context {
  readonly self: NodeId;
  readonly role: string;
  readonly params: Params;
  /** All nodes, in the scenario's order; of one role if it is given. */
  nodes(role?: string): readonly NodeId[];
  send(to: NodeId, kind: string, body?: Json, bytes?: number): void;
  /** Sets the timer `name`, replacing one of that name, `delayUs` of the node's monotonic clock from now. */
  after(name: string, delayUs: Micros, data?: Json): void;
  cancel(name: string): void;
  /** The node's own wall clock, possibly wrong. An error in an untimed world. */
  now(): Micros;
  /** The node's monotonic clock: it may drift, it never jumps. An error in an untimed world. */
  monotonic(): Micros;
  /**
   * Moves the node's own wall clock: at once by `stepUs`, or by `slewUs`, a little at a time (`slewPpm` parts per
   * million, 500 where absent). The monotonic clock and the timers stay. An error in an untimed world.
   */
  adjustClock(
    change: { readonly stepUs: Micros } | { readonly slewUs: Micros; readonly slewPpm?: number },
  ): void;
  /** Chance that matters to meaning: an integer from 0 to n − 1, enumerated by a search. */
  choose(n: number): number;
  /** What this node has persisted under a key; undefined when nothing. */
  durable(key: string): Json | undefined;
  /** The same of a key that only lists are kept under, to look into and not to keep: it grows with the next `append`. */
  list(key: string): ListOnDisk | undefined;
  persist(key: string, value: Json): void;
  /** Adds one value to the list persisted under a key. */
  append(key: string, value: Json): void;
  /** Ends an operation once; a second end of the same one is recorded as late. */
  complete(op: string, outcome: Outcome, seen: Seen): void;
  /** A sentence for people. It is no part of the digest. */
  note(text: string): void;
}

/** A replicated log as it is drawn: a row of cells, from the first entry that is still there. */
export interface LogPicture {
  /** The index of the first cell. */
  readonly from: number;
  readonly cells: readonly {
    readonly term: number;
    /** The command, in a word or two. */
    readonly words: string;
    readonly committed: boolean;
  }[];
  /** What is kept beside it, in a word each: a term, a vote. The same names at every moment. */
  readonly beside?: readonly { readonly name: string; readonly value: string }[];
}

/** What a person should see of a node at a moment. */
export interface Description {
  /** The state in a few words, as under the node: "waiting, 1 of 2 tries". */
  readonly words: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  /** How the disc is drawn, where it matters. */
  readonly emphasis?: 'filled' | 'ring' | 'outline';
  /** Its replicated log, if it keeps one. */
  readonly log?: LogPicture;
}

export interface Role {
  init(ctx: Context): RoleState;
  onMessage?(ctx: Context, state: RoleState, message: Message): void;
  onTimer?(ctx: Context, state: RoleState, timer: { readonly name: string; readonly data: Json }): void;
  onInvoke?(ctx: Context, state: RoleState, op: Operation): void;
  /** The state after a restart, given what was persisted; absent: as `init`. */
  onRecover?(ctx: Context, durable: Readonly<Record<string, Json>>): RoleState;
  describe?(state: RoleState, durable: Readonly<Record<string, Json>>): Description;
  /** What is left to be seen of a node that is down: all it has is its disk. Absent: nothing. */
  describeDisk?(durable: Readonly<Record<string, Json>>): Pick<Description, 'log'>;
}

export interface Protocol {
  readonly name: string;
  readonly roles: Readonly<Record<string, Role>>;
  /** The faults under which it promises what it promises; outside them a counterexample is expected. */
  readonly assumes: readonly Verb[];
  /** Parameters and their defaults; `set` refuses a name that is not here. */
  readonly params: Params;
}
