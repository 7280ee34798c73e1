/**
 * A drawing as the end of an address, `#h=v1.…`, and back. What comes back is trusted in nothing: its length and what
 * it unpacks to are bounded, and whatever is wrong is said in a sentence. The browser itself packs and unpacks.
 */

import { fromBase64, toBase64 } from '#/scenarios';
import type { Drawn } from '../document/drawn';
import { drawnFromText, drawnText } from '../document/keep';

/** Addresses longer than this are cut somewhere on their way. */
export const MOST_CHARACTERS = 8_000;
const MOST_BYTES = 256 << 10;
const MARK = '#h=';
const VERSION = 'v1';

/** Runs bytes through a stream; null when more comes out than is allowed. */
async function through(
  bytes: Uint8Array,
  stream: GenericTransformStream,
  most: number,
): Promise<Uint8Array | null> {
  const source = new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array>);
  const reader = source.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    parts.push(read.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The end of an address, from `#` on; null when the drawing is too long for one, or the browser cannot pack it. */
export async function linkOf(drawn: Drawn): Promise<string | null> {
  if (typeof CompressionStream === 'undefined') return null;
  const bytes = new TextEncoder().encode(drawnText(drawn));
  const packed = await through(bytes, new CompressionStream('deflate-raw'), MOST_CHARACTERS);
  const text = packed && `${MARK}${VERSION}.${toBase64(packed)}`;
  return text && text.length <= MOST_CHARACTERS ? text : null;
}

export const isLink = (hash: string): boolean => hash.startsWith(MARK);

/** Reads a link, or the end of an address that is one. Never throws. */
export async function drawnOfLink(
  hash: string,
): Promise<{ readonly drawn: Drawn } | { readonly wrong: string }> {
  const body = hash.slice(hash.indexOf(MARK) + MARK.length).trim();
  const damaged = { wrong: 'This link is damaged: part of it is missing or is not its own.' };
  if (body.length > MOST_CHARACTERS) return damaged;
  const match = /^v(\d{1,6})\.([A-Za-z0-9_-]+)$/.exec(body);
  if (!match) return damaged;
  if (match[1] !== '1') {
    return {
      wrong: 'This link was made by a newer version of the lab. Reload the page to get that version.',
    };
  }
  const packed = fromBase64(match[2] ?? '');
  if (!packed || typeof DecompressionStream === 'undefined') return damaged;
  try {
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), MOST_BYTES);
    if (bytes === null) return { wrong: 'This link unpacks to far more than a drawing holds.' };
    const drawn = drawnFromText(new TextDecoder().decode(bytes));
    return drawn ? { drawn } : { wrong: 'This link holds something that is not a history.' };
  } catch {
    return damaged;
  }
}
