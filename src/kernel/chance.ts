/**
 * Chance as a function: a draw depends on the seed, what it is for, on whom, and how many came before it,
 * and on nothing else. So an extra message rerolls nothing, and twin runs differ only by what was changed.
 */

/** What a draw is for. The numbers are part of every digest: append, never renumber. */
export const Purpose = {
  latency: 1,
  loss: 2,
  duplicate: 3,
  duplicateLatency: 4,
  reorder: 5,
  reorderLatency: 6,
  choose: 7,
  workload: 8,
} as const;

function mix(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The 32-bit name of a link's direction or of a node, stable when others join the scenario. */
export function lane(name: string): number {
  let h = 0x811c9dc5 | 0;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 16777619);
  return mix(h);
}

/** A uniform draw: an integer from 0 to 2^32 − 1. */
export function draw(seed: number, purpose: number, laneOf: number, count: number): number {
  const h = mix(seed ^ Math.imul(purpose, 0x9e3779b1) ^ laneOf);
  return mix(h + Math.imul(count + 1, 0x27d4eb2f)) >>> 0;
}

/** Whether an event of probability `p` (0 to 1) happens on this draw. Raising `p` only adds happenings. */
export const happens = (drawn: number, p: number): boolean => drawn < p * 4294967296;

/** An integer from 0 to n − 1, by multiply and shift. `n` is at most 2^20. */
export const pick = (drawn: number, n: number): number => Math.floor((drawn * n) / 4294967296);
