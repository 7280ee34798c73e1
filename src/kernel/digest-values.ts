/** Folding what was sent, persisted or asked for into a digest: plain values, by their structure. */

import { fold, foldNumber, foldText } from './digest';
import type { Json } from './values';
import { foldWord } from './words';

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
  for (const key in members) d = foldValue(foldWord(d, key), members[key]);
  return fold(d, 8);
}

/** Folds a name as the value it is. */
export const foldName = (digest: number, name: string): number => foldWord(fold(digest, 2), name);

/** Folds the values of an entry's own members in their order; its type, folded before, says which they are. */
export function foldMembers(digest: number, members: { readonly [key: string]: Json }): number {
  let d = digest;
  for (const key in members) d = foldValue(d, members[key]);
  return d;
}
