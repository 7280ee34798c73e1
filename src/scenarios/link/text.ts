/**
 * A run as the end of an address, `#s=v1.…`, and back. What comes back is trusted in nothing: its length, what it
 * unpacks to, how deep it nests and its every member are bounded, and whatever is wrong is said in a sentence.
 */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { problems } from '../schema/problems';
import { fromBase64, toBase64 } from './base64';
import { type RunPayload, runPayload } from './payload';
import { LINK_VERSION } from './version';

/** Addresses longer than this are cut somewhere on their way. */
export const MOST_CHARACTERS = 8_000;
const MOST_BYTES = 64 << 10;
const DEEPEST = 40;

export type Refusal =
  | 'not a link'
  | 'damaged'
  | 'too new'
  | 'not a run'
  | 'unknown scenario'
  | 'scenario changed'
  | 'does not replay';

export interface Refused {
  readonly ok: false;
  readonly why: Refusal;
  /** A sentence for the reader. */
  readonly reason: string;
}

export const refused = (why: Refusal, reason: string): Refused => ({ ok: false, why, reason });

/** The end of an address, from `#` on; null when the run is too long for one. */
export function encodeLink(payload: RunPayload): string | null {
  const packed = deflateSync(strToU8(JSON.stringify(payload)), { level: 9 });
  const text = `#s=v${LINK_VERSION}.${toBase64(packed)}`;
  return text.length <= MOST_CHARACTERS ? text : null;
}

/** Reads a link, or an address that ends in one. Never throws. */
export function readLink(text: string): { readonly ok: true; readonly payload: RunPayload } | Refused {
  const start = text.indexOf('#s=');
  if (start < 0)
    return refused('not a link', 'This is not a link to a run: it has no part that begins with #s=.');
  const body = text.slice(start + 3).trim();
  if (body.length > MOST_CHARACTERS) {
    return refused('damaged', `This link is longer than any the lab makes (${MOST_CHARACTERS} characters).`);
  }
  const match = /^v(\d{1,6})\.([A-Za-z0-9_-]+)$/.exec(body);
  if (!match) return refused('damaged', 'This link is damaged: part of it is missing or is not its own.');
  if (Number(match[1]) > LINK_VERSION) {
    return refused(
      'too new',
      'This link was made by a newer version of the lab. Reload the page to get that version.',
    );
  }
  try {
    return unpack(match[2] as string);
  } catch {
    return refused(
      'damaged',
      'This link is damaged: what it holds cannot be unpacked. It may have been cut off.',
    );
  }
}

function unpack(text: string): { readonly ok: true; readonly payload: RunPayload } | Refused {
  const packed = fromBase64(text);
  if (!packed) return refused('damaged', 'This link is damaged: it ends too early.');
  // One byte more than is allowed, so that what fills it is known to be too long.
  const bytes = inflateSync(packed, { out: new Uint8Array(MOST_BYTES + 1) });
  if (bytes.length > MOST_BYTES) return refused('damaged', 'This link unpacks to far more than a run holds.');
  const json = strFromU8(bytes);
  if (nesting(json) > DEEPEST)
    return refused('not a run', 'This link holds something that is nested too deep.');
  const read = runPayload.safeParse(
    JSON.parse(json, (key, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('A run has no such member.');
      return value;
    }),
  );
  if (read.success) return { ok: true, payload: read.data };
  return refused(
    'not a run',
    `This link holds something that is not a run: ${problems(read.error, 2).join('; ')}.`,
  );
}

/** How deep lists and objects nest in a JSON text. */
function nesting(json: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < json.length; i++) {
    const char = json[i];
    if (char === '"') quoted = !quoted;
    else if (quoted && char === '\\') i++;
    else if (!quoted && (char === '[' || char === '{')) deepest = Math.max(deepest, ++depth);
    else if (!quoted && (char === ']' || char === '}')) depth--;
  }
  return deepest;
}
