/**
 * A running 32-bit digest of what happened, so that two machines can tell in one word whether they ran the
 * same run. It is a check, never a key: a search compares states whole.
 */

import type { Json } from './values';

/** FNV-1a's offset basis: where every digest starts. */
export const DIGEST_START = 0x811c9dc5 | 0;

/** Folds one 32-bit integer into a digest. */
export const fold = (digest: number, word: number): number => Math.imul(digest ^ word, 16777619);

export function foldText(digest: number, text: string): number {
  let d = fold(digest, text.length);
  for (let i = 0; i < text.length; i++) d = Math.imul(d ^ text.charCodeAt(i), 16777619);
  return d;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

export function foldNumber(digest: number, value: number): number {
  if ((value | 0) === value) return fold(digest, value);
  float[0] = value;
  return fold(fold(digest, words[0] as number), words[1] as number);
}

/** Folds any plain value by structure; keys in the order they were written, which is part of what was sent. */
export function foldValue(digest: number, value: Json | undefined): number {
  if (typeof value === 'number') return foldNumber(fold(digest, 1), value);
  if (typeof value === 'string') return foldText(fold(digest, 2), value);
  if (value === null || value === undefined) return fold(digest, 3);
  if (typeof value === 'boolean') return fold(digest, value ? 4 : 5);
  if (Array.isArray(value)) {
    let d = fold(digest, 6 + (value.length << 3));
    for (let i = 0; i < value.length; i++) d = foldValue(d, value[i] as Json);
    return d;
  }
  let d = fold(digest, 7);
  const members = value as { readonly [key: string]: Json };
  // Plain data inherits nothing, so this sees what `Object.keys` would list, and makes no list.
  for (const key in members) d = foldValue(foldText(d, key), members[key]);
  return fold(d, 8);
}

/** Folds the values of an entry's own members in their order; its type, folded before, says which they are. */
export function foldMembers(digest: number, members: { readonly [key: string]: Json }): number {
  let d = digest;
  for (const key in members) d = foldValue(d, members[key]);
  return d;
}

/** The digest as people see it: eight hexadecimal digits. */
export const digestText = (digest: number): string => (digest >>> 0).toString(16).padStart(8, '0');
