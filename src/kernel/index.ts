/** The kernel: virtual time, chance, the network, faults, traces and recordings. It imports nothing. */

export { type Branch, indexAt, type Step } from './branch';
export { future, past, predecessors, type Relation, relation } from './causes';
export { ChoiceGraph, type Edges, type Move } from './choice-graph';
export { Column, type Numbers } from './column';
export * from './command';
export { type Parting, parting, partingFrom } from './compare';
export * from './config';
export { digestText } from './digest';
export { KernelError } from './errors';
export type { Exchange } from './exchange';
export type { Fold } from './fold';
export { glance } from './glance';
export { type OperationRecord, operationsOf } from './history';
export { inverse } from './inverse';
export { entriesTo, entryOf, firstId } from './kept';
export { type Latency, sample } from './latency';
export { balances, type Ledger } from './ledger';
export { LAST_MOMENT } from './limits';
export { count, find, fits, type Pattern } from './pattern';
export * from './protocol';
export { type Acted, Recording, type RecordingOptions } from './recording';
export { GrowingStamps } from './stamps/growing';
export { type Hybrid, hybridClock } from './stamps/hybrid';
export {
  commitStamp,
  commitWait,
  compareIntervals,
  epsilonAfter,
  hasPassed,
  type Interval,
  intervalAt,
  isToCome,
  mayShow,
  type Uncertainty,
} from './stamps/interval';
export { lamportClock, lamportTotal } from './stamps/lamport';
export { type StampKind, type StampOf, type StampOptions, stamper, stampsOf } from './stamps/of-trace';
export { newOracle, nextStamp, type Oracle, recoveredOracle } from './stamps/oracle';
export type { EventPlace, LogicalClock, StampOrder } from './stamps/rules';
export { type Counts, changedSlots, concurrent, vectorClock } from './stamps/vector';
export type { DropReason, Entry, EntryOf, EntryType, MessageName, Outcome, Seen } from './trace';
export { type Choice, type Course, type Taken, UntimedWorld } from './untimed';
export { canonical, clonePlain, type Json, type Micros, type NodeId, nodeId } from './values';
export type { LinkView, MessageView, NodeView, TimerView, View } from './view';
export { World } from './world';
