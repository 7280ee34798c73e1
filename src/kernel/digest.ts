/**
 * A running 32-bit digest of what happened, so that two machines can tell in one word whether they ran the
 * same run. It is a check, never a key: a search compares states whole.
 */

/** FNV-1a's offset basis: where every digest starts. */
export const DIGEST_START = 0x811c9dc5 | 0;

/** And its prime. */
export const PRIME = 16777619;

/** Folds one 32-bit integer into a digest. */
export const fold = (digest: number, word: number): number => Math.imul(digest ^ word, PRIME);

export function foldText(digest: number, text: string): number {
  let d = fold(digest, text.length);
  for (let i = 0; i < text.length; i++) d = Math.imul(d ^ text.charCodeAt(i), PRIME);
  return d;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

export function foldNumber(digest: number, value: number): number {
  if ((value | 0) === value) return fold(digest, value);
  float[0] = value;
  return fold(fold(digest, words[0] as number), words[1] as number);
}

/** The digest as people see it: eight hexadecimal digits. */
export const digestText = (digest: number): string => (digest >>> 0).toString(16).padStart(8, '0');
