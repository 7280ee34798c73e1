/** What the folder of a protocol hands out: the protocol itself, and how to judge and sum up its runs. */

import type { Json, OperationRecord, Params, Protocol, Verb, View } from '#/kernel';
import type { GaugeOf } from './gauge';
import type { NewMeter } from './metering';
import type { Statechart } from './statechart';

export interface Property {
  /** What it promises, in a sentence. */
  readonly words: string;
  readonly holds: (view: View, operations: readonly OperationRecord[]) => boolean;
  /** It is about the nodes, and promised for every moment: searches ask it all along, and not only of the end. */
  readonly always?: boolean;
  /** It is about operations, and once broken stays so whatever happens later. What is promised `always` does anyway. */
  readonly lasting?: boolean;
  /** Of a run that breaks it: who does, and by what, in a sentence. Null where there is no more to say than `words`. */
  readonly tells?: (view: View, operations: readonly OperationRecord[]) => string | null;
}

/** A state that ought to be in reach from wherever a run has come to; exploring decides whether it is. */
export interface Goal {
  /** What can still happen, in a sentence. */
  readonly words: string;
  /** Asked of what nodes are and have on disk. */
  readonly holds: (view: View) => boolean;
  /** The states from which it must be in reach; all, if it does not say. */
  readonly from?: (view: View) => boolean;
}

/** A small world of the protocol in which searching finds a mistake soon, and what it finds is easy to follow. */
export interface Instance {
  /** A scenario by name. */
  readonly scenario: string;
  /** Parameters besides those that the mistake needs. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Within which the same world without time is explored for the shortest way to break it, where they differ from the
   * scenario's. Absent: it cannot be told without time, or about no moment.
   */
  readonly bounds?: Readonly<Record<string, unknown>>;
}

/** A protocol got wrong on purpose, as people do: a value of the parameter `mutant`. */
export interface Mutant {
  /** What one believes who builds it so, in a sentence. */
  readonly belief: string;
  /** A property that it breaks: one of the protocol's, or `linearizable`. */
  readonly breaks: string;
  /** Faults under which it does; all of them are among what the protocol assumes. */
  readonly under: readonly Verb[];
  /** Parameters without which it is not in force. */
  readonly params?: Readonly<Record<string, string | number | boolean>>;
  /** Where to look for it, unless somebody says otherwise. */
  readonly hunt?: Instance;
}

export interface ProtocolModule {
  readonly protocol: Protocol;
  /** Short names for the state a run has come to; they read node states and disks only, never the trace. */
  readonly observers: Readonly<Record<string, (view: View) => string>>;
  readonly properties: Readonly<Record<string, Property>>;
  /** By what they promise, as in "the transaction can still end". */
  readonly goals?: Readonly<Record<string, Goal>>;
  /**
   * Roles whose nodes take each other's names for nothing but names, so that they may be taken for interchangeable when
   * a world is explored, which checks it. `sets`: the members of their states that are lists of names without an order.
   */
  readonly symmetric?: { readonly roles: readonly string[]; readonly sets?: readonly string[] };
  /** What real systems have and this model has not, in short sentences that whoever sees a run of it can ask for. */
  readonly leavesOut: readonly string[];
  /** The words that a text parameter may take; others are refused. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /**
   * The object its clients share, by the name the judges know it by, and what it holds at first. A call's name is the
   * operation's, and its value the operand, or `{key, value}`; what was seen is the result. Absent: no such object.
   * `keys`: the objects, where there are several that somebody may want judged one by one. `others`: calls that are not
   * about it and change nothing of it, whatever became of them.
   */
  readonly history?: {
    readonly object: string;
    readonly initial: Json;
    readonly keys?: readonly string[];
    readonly others?: readonly string[];
  };
  /** Reads its traces for what they say about load. Absent: its nodes have no workers, and no charts. */
  readonly meter?: NewMeter;
  /** How full its nodes with workers are, for the picture. */
  readonly gauge?: GaugeOf;
  /** The state machines its nodes hold, to be drawn beside them. */
  readonly statecharts?: readonly Statechart[];
  /** How far clocks may drift, in parts per million, where its promises rest on that. Absent or 0: they do not. */
  readonly driftsPpm?: (params: Params) => number;
  /** What it can be told to get wrong, by the words of its parameter `mutant`, `none` left out. */
  readonly mutants?: Readonly<Record<string, Mutant>>;
}
