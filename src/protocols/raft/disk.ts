/**
 * What a server keeps on its disk (Figure 2, "persistent state on all servers"): the current term and the vote in
 * one record, the log, the latest snapshot, and who the first members are. What a scenario puts there is checked
 * before the server starts from it.
 *
 * `led` is kept for the judges alone: which terms this server has led, and with which log. No server ever reads it.
 */

import { type Context, type Json, KernelError } from '#/kernel';
import type { Machine } from './machine';

export interface LogEntry {
  /** From 1. It lets a log whose beginning was cut off stand by itself. */
  readonly index: number;
  /** When the entry was received by a leader. */
  readonly term: number;
  readonly f: 'no-op' | 'members' | 'read' | 'write' | 'cas';
  readonly value: Json;
  /** Whose call it is, and its serial number: `alice/3`. Empty for a no-op. */
  readonly call: string;
}

export interface TermAndVote {
  readonly currentTerm: number;
  /** The candidate that received its vote in the current term; empty if none. */
  readonly votedFor: string;
}

export interface Snapshot {
  readonly lastIncludedIndex: number;
  readonly lastIncludedTerm: number;
  readonly members: readonly string[];
  readonly machine: Machine;
}

/** A term that a server came to lead, with the terms of the entries it had then, after those of its snapshot. */
export interface Led {
  readonly term: number;
  readonly base: number;
  readonly terms: readonly number[];
}

export const TERM_AND_VOTE = 'term and vote';
export const LOG = 'log';
export const SNAPSHOT = 'snapshot';
/** The members at the very first, where they are not all servers. */
export const MEMBERS = 'members';
export const LED = 'led';

export const keepTermAndVote = (ctx: Context, kept: TermAndVote): void =>
  ctx.persist(TERM_AND_VOTE, kept as unknown as Json);

export const keepSnapshot = (ctx: Context, snapshot: Snapshot): void =>
  ctx.persist(SNAPSHOT, snapshot as unknown as Json);

export const keepLed = (ctx: Context, led: Led): void => ctx.append(LED, led as unknown as Json);

type Disk = Readonly<Record<string, Json>>;

export const termAndVoteIn = (disk: Disk): TermAndVote =>
  (disk[TERM_AND_VOTE] as unknown as TermAndVote | undefined) ?? { currentTerm: 0, votedFor: '' };
export const snapshotIn = (disk: Disk): Snapshot | undefined =>
  disk[SNAPSHOT] as unknown as Snapshot | undefined;
export const ledIn = (disk: Disk): readonly Led[] =>
  (disk[LED] as unknown as readonly Led[] | undefined) ?? [];

/** The log after the snapshot. A crash may have left what the snapshot covers, too; it does not count. */
export function logIn(disk: Disk): readonly LogEntry[] {
  const entries = (disk[LOG] as unknown as readonly LogEntry[] | undefined) ?? [];
  const snapshot = snapshotIn(disk);
  return snapshot === undefined ? entries : after(snapshot, entries);
}

/**
 * What is left of a log once a snapshot is there (§7): what follows its last entry, if the log has that very entry;
 * else nothing.
 */
export function after(snapshot: Snapshot, entries: readonly LogEntry[]): readonly LogEntry[] {
  const { lastIncludedIndex, lastIncludedTerm } = snapshot;
  const first = entries[0];
  if (first === undefined || first.index === lastIncludedIndex + 1) return entries;
  const last = entries[lastIncludedIndex - first.index];
  return last?.term === lastIncludedTerm ? entries.slice(lastIncludedIndex - first.index + 1) : [];
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isNames = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((name) => typeof name === 'string');
const commands: readonly string[] = ['no-op', 'members', 'read', 'write', 'cas'];

function logFault(log: readonly LogEntry[], base: number, currentTerm: number): string | null {
  let term = 1;
  for (const [i, entry] of log.entries()) {
    const nth = `entry ${i + 1} of its log`;
    if (entry.index !== base + i + 1) return `${nth} is not number ${base + i + 1}`;
    if (!isCount(entry.term) || entry.term < term)
      return `${nth} is of an earlier term than the one before it`;
    if (entry.term > currentTerm) return `${nth} is of a term that has not come yet`;
    if (!commands.includes(entry.f) || typeof entry.call !== 'string' || entry.value === undefined) {
      return `${nth} is no command`;
    }
    term = entry.term;
  }
  return null;
}

function fault(disk: Disk): string | null {
  const { currentTerm, votedFor } = termAndVoteIn(disk);
  if (!isCount(currentTerm) || typeof votedFor !== 'string') return 'its term and vote are no such thing';
  if (disk[MEMBERS] !== undefined && !isNames(disk[MEMBERS])) return 'its members are no list of names';
  const snapshot = snapshotIn(disk);
  if (snapshot !== undefined) {
    const { lastIncludedIndex, lastIncludedTerm, members } = snapshot;
    if (!isCount(lastIncludedIndex) || !isCount(lastIncludedTerm) || !isNames(members)) {
      return 'its snapshot is none';
    }
  }
  if (disk[LOG] !== undefined && !Array.isArray(disk[LOG])) return 'its log is no list';
  return logFault(logIn(disk), snapshot?.lastIncludedIndex ?? 0, currentTerm);
}

/** Throws a sentence where a disk cannot be one that Raft has written. */
export function checkDisk(server: string, disk: Disk): void {
  const wrong = fault(disk);
  if (wrong !== null) throw new KernelError(`${server} cannot start from its disk: ${wrong}.`);
}
