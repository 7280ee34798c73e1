/**
 * What a server has in memory (Figure 2, "volatile state"), with the term and the vote it has on disk. The log is not
 * here: there is one, on disk.
 */

import type { Context, NodeId } from '#/kernel';
import { logIn, MEMBERS, snapshotIn, type TermAndVote, termAndVoteIn } from './disk';
import { copyMachine, type Machine, newMachine } from './machine';

/** A read that waits until its leader is sure that it still leads (thesis, §6.4). */
export interface Read {
  readonly call: string;
  readonly client: string;
  /** The state machine must have come as far as this before it may answer. */
  readonly readIndex: number;
  /** A majority must have acknowledged this round of heartbeats, or a later one. */
  readonly round: number;
}

/** What a server has applied, for the judges: which entry, and in which term of its own. */
export type Applied = readonly [entry: string, inTerm: number];

export interface ServerState {
  role: 'follower' | 'pre-candidate' | 'candidate' | 'leader';
  currentTerm: number;
  votedFor: string;
  /** Who leads the current term, as far as it knows; empty if it does not. */
  leader: string;
  /** It has heard from a leader since its election timer last fell due. */
  hearsLeader: boolean;
  /** With leases: when it last heard from one, on its monotonic clock; or started, and cannot remember. */
  heardAtUs: number;
  /** Drawn anew for each election. */
  electionTimeoutUs: number;
  /** The members in the latest configuration of its log, committed or not (thesis, §4.1). */
  members: readonly string[];
  commitIndex: number;
  lastApplied: number;
  machine: Machine;
  /** Of a candidate: who has given it a vote, itself included. */
  votes: readonly string[];
  /** Of a leader, by server. `sentIndex` is the last entry it was sent, whether or not it has come. */
  nextIndex: Record<string, number>;
  matchIndex: Record<string, number>;
  sentIndex: Record<string, number>;
  /** Of a leader: rounds of heartbeats it has begun to be sure that it leads, and the last that each server answered. */
  round: number;
  heardRound: Record<string, number>;
  /** Of a leader: the index of the first entry of its term, its no-op; reads wait for it. */
  firstOfTerm: number;
  reads: readonly Read[];
  /** Of a leader with leases: when it began each round that is not yet acknowledged, and until when its lease lasts. */
  rounds: readonly { readonly round: number; readonly atUs: number }[];
  leaseUntilUs: number;
  /** For the judges: what it has applied since `appliedFrom`. */
  appliedFrom: number;
  applied: Applied[];
  /** Only of a server that is misled to count the reachable: who has answered lately, and who had before. */
  reached: readonly string[];
  reachable: number;
}

/** What every register holds at first. */
export const INITIAL = 0;

export const newState = (
  { currentTerm, votedFor }: TermAndVote,
  members: readonly string[],
  start: { readonly index: number; readonly machine: Machine },
): ServerState => ({
  role: 'follower',
  currentTerm,
  votedFor,
  leader: '',
  hearsLeader: false,
  heardAtUs: 0,
  electionTimeoutUs: 0,
  members,
  commitIndex: start.index,
  lastApplied: start.index,
  machine: start.machine,
  votes: [],
  nextIndex: {},
  matchIndex: {},
  sentIndex: {},
  round: 0,
  heardRound: {},
  firstOfTerm: 0,
  reads: [],
  rounds: [],
  leaseUntilUs: 0,
  appliedFrom: start.index + 1,
  applied: [],
  reached: [],
  reachable: 0,
});

/** Who the members are as far as a disk says: by the latest configuration in its log, its snapshot, or at first. */
export function membersIn(disk: Parameters<typeof logIn>[0], all: readonly string[]): readonly string[] {
  const latest = logIn(disk).findLast(({ f }) => f === 'members');
  if (latest) return latest.value as readonly string[];
  return snapshotIn(disk)?.members ?? (disk[MEMBERS] as readonly string[] | undefined) ?? all;
}

/** The state of a server that starts from its disk, which may be empty. */
export function stateFrom(disk: Parameters<typeof logIn>[0], all: readonly string[]): ServerState {
  const snapshot = snapshotIn(disk);
  return newState(termAndVoteIn(disk), membersIn(disk, all), {
    index: snapshot?.lastIncludedIndex ?? 0,
    machine: snapshot ? copyMachine(snapshot.machine) : newMachine(INITIAL),
  });
}

export const isMember = (ctx: Context, state: ServerState): boolean => state.members.includes(ctx.self);

/** Sends to every other member. */
export function toPeers(ctx: Context, state: ServerState, send: (peer: NodeId) => void): void {
  const { self } = ctx;
  const { members } = state;
  for (let i = 0; i < members.length; i++) if (members[i] !== self) send(members[i] as NodeId);
}
