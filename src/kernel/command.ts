/**
 * Faults, knobs and interventions as named data with units. Everything that anyone does to a run, learner,
 * script or search, is one of these; so a run can be replayed, sent and undone.
 */

import type { Latency } from './latency';
import type { Json, Micros, NodeId } from './values';

/** A direction of a link. */
export interface LinkRef {
  readonly from: NodeId;
  readonly to: NodeId;
}

/** A message by what it is, not by an id: the `nth` (from 1) of its kind on its direction; copy 0 is the original. */
export interface MessageRef extends LinkRef {
  readonly kind: string;
  readonly nth: number;
  readonly copy?: number;
}

export interface Bandwidth {
  readonly bytesPerSecond: number;
  /** How many messages may wait for the link; one more is dropped. */
  readonly queueLimit: number;
}

/** The standing rules of one direction of a link. Chances are from 0 to 1. */
export interface LinkRules {
  readonly latency: Latency;
  readonly loss: number;
  readonly duplicate: number;
  /** The chance that a message takes a detour of one more latency, so that later ones may overtake it. */
  readonly reorder: number;
  /** True keeps the order of leaving: a message waits for the one before it. */
  readonly fifo: boolean;
  readonly bandwidth: Bandwidth | null;
}

export type DiskFate = 'kept' | 'lost';

/** What one invokes on a client: the operation's name and its argument. */
export interface OperationCall {
  readonly f: string;
  readonly value?: Json;
}

export type Command =
  | { readonly verb: 'drop'; readonly message: MessageRef }
  | { readonly verb: 'hold'; readonly message: MessageRef }
  | { readonly verb: 'release'; readonly message: MessageRef }
  | { readonly verb: 'duplicate'; readonly message: MessageRef }
  | { readonly verb: 'delay'; readonly message: MessageRef; readonly byUs: Micros }
  | { readonly verb: 'cut' | 'mend'; readonly links: readonly LinkRef[] }
  | { readonly verb: 'rule'; readonly links: readonly LinkRef[]; readonly rules: Partial<LinkRules> }
  | {
      readonly verb: 'crash';
      readonly node: NodeId;
      readonly disk: DiskFate;
      /** Absent: at once. A number: armed, and the next thing the node handles is cut after this many effects. */
      readonly afterEffect?: number;
      /** With `afterEffect`: only a message of this kind, or a timer of this name, sets it off. */
      readonly on?: string;
    }
  | { readonly verb: 'disarm' | 'restart' | 'pause' | 'resume'; readonly node: NodeId }
  /** Everything on the node takes `factor` times as long; 1 is full speed. */
  | { readonly verb: 'slow'; readonly node: NodeId; readonly factor: number }
  /**
   * Sets the offset or the drift of a node's clock, steps its wall clock by `stepUs`, or bends it by `slewPpm` (500
   * where absent) until it has moved by `slewUs`. A new offset, a step or another slew ends a slew where it is.
   */
  | {
      readonly verb: 'clock';
      readonly node: NodeId;
      readonly offsetUs?: Micros;
      readonly driftPpm?: number;
      readonly stepUs?: Micros;
      readonly slewUs?: Micros;
      readonly slewPpm?: number;
    }
  | { readonly verb: 'set'; readonly param: string; readonly value: string | number | boolean }
  | { readonly verb: 'invoke'; readonly node: NodeId; readonly op: OperationCall };

export type Verb = Command['verb'];

/** Every fault verb the engine has; a protocol's `assumes` and a scenario's `faults` draw from it. */
export const VERBS: readonly Verb[] = [
  'drop',
  'hold',
  'release',
  'duplicate',
  'delay',
  'cut',
  'mend',
  'rule',
  'crash',
  'disarm',
  'restart',
  'pause',
  'resume',
  'slow',
  'clock',
  'set',
  'invoke',
];
