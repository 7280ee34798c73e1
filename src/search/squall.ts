/** What a storm is made of: things done at moments, and what of a world they may be done to. */

import type { Command, LinkRef, LinkRules, Micros, NodeId, OperationCall, Verb } from '#/kernel';

/** Done to a message among those that are in flight at that moment: to which, is decided when it is there. */
export interface ToMessage {
  readonly at: Micros;
  readonly toMessage: 'drop' | 'duplicate' | 'delay';
  /** Waits for a message of this kind; absent: one of those that are in flight, or none. */
  readonly kind?: string;
  readonly which: number;
  readonly byUs: Micros;
}

/** From this moment on: when the node has gone down, it comes back this much later. */
export interface Revival {
  readonly at: Micros;
  readonly revive: NodeId;
  readonly afterUs: Micros;
}

export interface Done {
  readonly at: Micros;
  readonly command: Command;
}

export type Squall = Done | ToMessage | Revival;

/** What storms over a world are drawn from. */
export interface Weather {
  readonly verbs: readonly Verb[];
  /** Those that have something to do. */
  readonly nodes: readonly NodeId[];
  /** Who sends, as often as they do: who sends most matters most. */
  readonly senders: readonly NodeId[];
  readonly mayCrash: readonly NodeId[];
  readonly links: readonly LinkRef[];
  /** The kinds of messages that are sent. */
  readonly kinds: readonly string[];
  /** To what bad links go back. */
  readonly rules: Partial<LinkRules>;
  /** Who handles which kinds of messages and names of timers, for crashes in the middle of something. */
  readonly triggers: readonly { readonly node: NodeId; readonly on: string }[];
  /** Calls that clients may be asked to make, besides those of the scenario. */
  readonly calls: readonly { readonly node: NodeId; readonly op: OperationCall }[];
  /** When something happens in the calm run, by what it is: what is rare is drawn as often as what is common. */
  readonly moments: readonly (readonly Micros[])[];
  /** All trouble is over by then. */
  readonly calmAt: Micros;
  /** How far clocks may drift apart from true time, in parts per million, where promises rest on that; else 0. */
  readonly driftPpm: number;
  /** The most troubles of one storm; in a third of the storms three times as many. */
  readonly most: number;
}
