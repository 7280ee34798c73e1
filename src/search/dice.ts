/** Dice for storms: numbers that follow from a seed and from which storm it is, and from nothing else. */

/** A number from 0 to n − 1, for n from 1 to 2^20. */
export type Die = (n: number) => number;

function mix(word: number): number {
  let h = word ^ (word >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** The dice of the `nth` storm of a seed. */
export function dice(seed: number, nth: number): Die {
  const lane = mix(mix(seed ^ 0x2545f491) + Math.imul(nth + 1, 0x9e3779b1));
  let thrown = 0;
  return (n) => {
    const word = mix(lane + Math.imul(++thrown, 0x27d4eb2f)) >>> 0;
    return Math.floor((word * n) / 4294967296);
  };
}

export const oneOf = <T>(die: Die, list: readonly T[]): T => list[die(list.length)] as T;

/** Those of a list that a coin picks; at least one. */
export function someOf<T>(die: Die, list: readonly T[]): readonly T[] {
  const some = list.filter(() => die(2) === 0);
  return some.length > 0 ? some : [oneOf(die, list)];
}

/** A span between two bounds, of any order of magnitude: each doubling of the least is as likely as any other. */
export function span(die: Die, least: number, most: number): number {
  const tops = [least];
  while ((tops.at(-1) as number) < most) tops.push(2 * (tops.at(-1) as number));
  const top = Math.min(most, oneOf(die, tops));
  return Math.max(least, top - (die(1 << 20) * top) / (1 << 21));
}
