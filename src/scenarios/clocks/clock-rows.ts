/**
 * Logical clocks as rows of numbers, as they are written on paper: what each number is called, and the slips that people
 * make, each a rule of its own. A slip is given what the right rule was given, so that one mistake is told apart from what
 * follows from it.
 */

import {
  type Counts,
  type Hybrid,
  hybridClock,
  type LogicalClock,
  lamportClock,
  vectorClock,
} from '#/kernel';
import type { Stamping } from './stamp-script';

export const paperClocks = ['lamport', 'vector', 'hlc'] as const;
export type PaperClock = (typeof paperClocks)[number];
export type Row = readonly number[];

export const slipNames = [
  'stays',
  'wall',
  'deaf',
  'uncounted',
  'ticks-l',
  'counts-on',
  'starts-over',
  'own-c',
] as const;
export type SlipName = (typeof slipNames)[number];

interface At {
  readonly node: string;
  readonly wall: number;
}

/** What a slip makes of an event; null where it does not apply. */
type Slip<S> = (given: Stamping<S>, at: At) => S | null;

export interface OnPaper<S> {
  readonly rules: LogicalClock<S>;
  readonly slots: (nodes: readonly string[]) => readonly string[];
  readonly row: (stamp: S, nodes: readonly string[]) => Row;
  readonly stamp: (row: Row, nodes: readonly string[]) => S;
  readonly slips: Partial<Readonly<Record<SlipName, Slip<S>>>>;
}

const lamport: OnPaper<number> = {
  rules: lamportClock,
  slots: () => ['L'],
  row: (stamp) => [stamp],
  stamp: (row) => row[0] ?? 0,
  slips: {
    deaf: ({ own, heard }, at) => (heard === null ? null : lamportClock.local(own, at)),
    uncounted: ({ own, heard }) => Math.max(own, heard ?? own),
  },
};

const vector: OnPaper<Counts> = {
  rules: vectorClock,
  slots: (nodes) => nodes,
  row: (counts, nodes) => nodes.map((node) => counts[node] ?? 0),
  stamp: (row, nodes) => Object.fromEntries(nodes.map((node, i) => [node, row[i] ?? 0])),
  slips: {
    deaf: ({ own, heard }, at) => (heard === null ? null : vectorClock.local(own, at)),
    uncounted: ({ own, stamp }, { node }) => ({ ...stamp, [node]: own[node] ?? 0 }),
  },
};

const hlc: OnPaper<Hybrid> = {
  rules: hybridClock,
  slots: () => ['l', 'c'],
  row: ({ l, c }) => [l, c],
  stamp: ([l = 0, c = 0]) => ({ l, c }),
  slips: {
    stays: ({ own, heard }) => heard ?? own,
    wall: (_, { wall }) => ({ l: wall, c: 0 }),
    deaf: ({ own, heard }, at) => (heard === null ? null : hybridClock.local(own, at)),
    'ticks-l': ({ stamp: { l, c } }) => (c === 0 ? null : { l: l + 1, c: 0 }),
    'starts-over': ({ stamp: { l } }) => ({ l, c: 0 }),
    'own-c': ({ own, heard, stamp: { l } }) => (heard === null ? null : { l, c: own.c + 1 }),
    'counts-on': ({ own, heard, stamp: { l } }) => ({ l, c: Math.max(own.c, heard?.c ?? 0) + 1 }),
  },
};

/** Each as if its stamps were of no particular type: rows go in and rows come out. */
export const onPaper = { lamport, vector, hlc } as unknown as Readonly<Record<PaperClock, OnPaper<unknown>>>;
