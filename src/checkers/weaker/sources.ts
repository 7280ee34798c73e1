/**
 * Where each read's value came from. Where values are written once there is nothing to choose; where they are written
 * more often, the choices are tried: depth first, the likeliest first, many at once as long as that goes well, and
 * after a contradiction back to the last choice that had a part in it (conflict-directed backjumping, Prosser 1993).
 */

import { at, type Memory, UNDECIDED } from './memory';
import type { Conflict } from './order';
import type { Spending } from './spending';

export type Sources =
  | { readonly found: true; readonly readsFrom: Int32Array }
  | {
      readonly found: false;
      readonly conflict: Conflict;
      /** Operations that suffice for every contradiction met. */
      readonly proof: ReadonlySet<number>;
    };

export type Check = (memory: Memory, readsFrom: Int32Array) => Conflict | null;

const nobody = (read: number): Conflict => ({
  kind: 'nobody',
  steps: [],
  read,
  ops: [read],
  deciders: [read],
});

/** Throws `Spent` when the budget runs out. */
export function findSources(memory: Memory, check: Check, spending: Spending): Sources {
  const { ops, reads, candidates } = memory;
  const readsFrom = new Int32Array(ops.length).fill(UNDECIDED);
  const unread = reads.find((read) => at(candidates, read).length === 0);
  if (unread !== undefined) return { found: false, conflict: nobody(unread), proof: new Set([unread]) };
  const proof = new Set<number>();
  const look = (): Conflict | null => {
    spending.step(ops.length + 1);
    return check(memory, readsFrom);
  };
  const learn = (conflict: Conflict): Conflict => {
    for (const op of conflict.ops) proof.add(op);
    return conflict;
  };

  for (const read of reads)
    if (at(candidates, read).length === 1) readsFrom[read] = at(at(candidates, read), 0);
  const certain = look();
  if (certain) return { found: false, conflict: learn(certain), proof };

  const open = reads.filter((read) => at(candidates, read).length > 1);
  open.sort((x, y) => at(ops, x).start - at(ops, y).start || x - y);
  const levels = new Map(open.map((read, level) => [read, level]));
  const choice = new Int32Array(open.length).fill(-1);
  const culprits = open.map(() => new Set<number>());
  const choose = (level: number, index: number) => {
    const read = at(open, level);
    choice[level] = index;
    readsFrom[read] = index === -1 ? UNDECIDED : at(at(candidates, read), index);
  };
  let last: Conflict | null = null;
  let level = 0;
  let leap = 1;
  while (level < open.length) {
    if (leap > 1 && at(choice, level) === -1) {
      const end = Math.min(open.length, level + leap);
      for (let next = level; next < end; next++) choose(next, 0);
      if (look() === null) {
        for (; level < end; level++) at(culprits, level).clear();
        leap *= 2;
        continue;
      }
      for (let next = level; next < end; next++) choose(next, -1);
      leap >>= 1;
      continue;
    }
    const guilty = at(culprits, level);
    if (at(choice, level) === -1) guilty.clear();
    const next = at(choice, level) + 1;
    if (next < at(candidates, at(open, level)).length) {
      choose(level, next);
      const conflict = look();
      if (conflict === null) {
        level++;
        leap *= 2;
        continue;
      }
      last = learn(conflict);
      for (const decider of conflict.deciders) guilty.add(levels.get(decider) ?? -1);
      continue;
    }
    guilty.delete(level);
    const back = Math.max(-1, ...guilty);
    if (back === -1) return { found: false, conflict: last as Conflict, proof };
    for (let undone = back + 1; undone <= level; undone++) choose(undone, -1);
    for (const one of guilty) at(culprits, back).add(one);
    level = back;
    leap = 1;
  }
  return { found: true, readsFrom };
}
