/**
 * Where each read's value came from. Where values are written once there is nothing to choose; where they are written
 * more often, the choices are tried: depth first, what commits to least first, many at once as long as that goes well,
 * and after a contradiction back to the last choice that had a part in it (conflict-directed backjumping, Prosser 1993).
 */

import { at, INITIAL, type Memory, UNDECIDED } from './memory';
import type { Conflict } from './order';
import type { Spending } from './spending';

export interface Refuted {
  readonly found: false;
  readonly conflict: Conflict;
  /** Operations that suffice for every contradiction met. */
  readonly proof: ReadonlySet<number>;
}

export type Sources = { readonly found: true; readonly readsFrom: Int32Array } | Refuted;

export type Check = (memory: Memory, readsFrom: Int32Array) => Conflict | null;

/** A read of what nobody wrote; null where there is none. */
export function unwritten({ reads, candidates }: Memory): Refuted | null {
  const read = reads.find((one) => at(candidates, one).length === 0);
  if (read === undefined) return null;
  const conflict: Conflict = { kind: 'nobody', steps: [], read, ops: [read], deciders: [read] };
  return { found: false, conflict, proof: new Set([read]) };
}

/** Throws `Spent` when the budget runs out. */
export function findSources(memory: Memory, check: Check, spending: Spending): Sources {
  const { ops, reads, candidates } = memory;
  const readsFrom = new Int32Array(ops.length).fill(UNDECIDED);
  const invented = unwritten(memory);
  if (invented) return invented;
  const proof = new Set<number>();
  // What it takes to look at every operation once, and more where there are many chains to compare.
  const cost = 1 + ops.length * (1 + (memory.chains.length >> 4));
  const look = (): Conflict | null => {
    spending.step(cost);
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

  const guess = likeliest(memory, readsFrom);
  const open = reads.filter((read) => at(candidates, read).length > 1);
  open.sort((x, y) => at(ops, x).start - at(ops, y).start || x - y);
  const levels = new Map(open.map((read, level) => [read, level]));
  const choice = new Int32Array(open.length).fill(-1);
  const culprits = open.map(() => new Set<number>());
  const tries: (readonly number[])[] = [];
  const choose = (level: number, index: number) => {
    const read = at(open, level);
    if (index === 0) tries[level] = guess(read);
    choice[level] = index;
    readsFrom[read] = index === -1 ? UNDECIDED : at(at(tries, level), index);
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

/**
 * The sources of a read, in the order in which to try them: first what its process has seen of the key already, then
 * writes that began ever later, since whoever has seen little can be surprised by little; then everything else.
 */
function likeliest(memory: Memory, readsFrom: Int32Array): (read: number) => readonly number[] {
  const { ops, candidates, follows } = memory;
  const start = (write: number) => (write === INITIAL ? Number.NEGATIVE_INFINITY : at(ops, write).start);
  return (read) => {
    const { key } = at(ops, read);
    let seen = INITIAL;
    for (let op = at(follows, read); op !== -1; op = at(follows, op)) {
      if (at(ops, op).key !== key) continue;
      seen = at(ops, op).reads ? at(readsFrom, op) : op;
      if (seen !== UNDECIDED) break;
      seen = INITIAL;
    }
    const byStart = [...at(candidates, read)].sort((x, y) => start(x) - start(y) || x - y);
    const from = byStart.findIndex((write) => start(write) >= start(seen));
    if (from === -1) return byStart.reverse();
    // Steps that grow: where the first few are refuted, most of the next will be too.
    const leaps: number[] = [];
    for (let index = from, step = 1; index < byStart.length; index += step, step *= 2)
      leaps.push(at(byStart, index));
    const first = new Set(leaps);
    return [
      ...leaps,
      ...byStart.slice(from).filter((write) => !first.has(write)),
      ...byStart.slice(0, from).reverse(),
    ];
  };
}
