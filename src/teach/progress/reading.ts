/** Reading progress that comes from outside: a store that may be damaged, a file that may be anything. */

import * as z from 'zod/mini';
import { migrate } from './migrations';
import { type Progress, VERSION } from './progress';
import { progress } from './schema';

export type Read =
  | { readonly ok: true; readonly progress: Progress }
  /** What is wrong, in a sentence. */
  | { readonly ok: false; readonly why: string };

const no = (why: string): Read => ({ ok: false, why });

/** The largest text that is looked at: far more than a course's worth of runs. */
const MOST_CHARACTERS = 5_000_000;

/** The version a text says it has; 0 for the time before versions were written down. */
function versionOf(value: object): number | null {
  if (!('version' in value)) return 'lessons' in value || 'bets' in value ? 0 : null;
  return typeof value.version === 'number' && Number.isInteger(value.version) ? value.version : null;
}

export function readProgress(text: string): Read {
  if (text.length > MOST_CHARACTERS) return no('It is too large to be progress from this lab.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return no('It is not JSON, so it is not progress from this lab.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return no('It is JSON, but not progress from this lab.');
  }
  const version = versionOf(value);
  if (version === null) return no('It is JSON, but not progress from this lab.');
  if (version > VERSION) {
    return no(
      `It is of version ${version}, and this lab reads up to ${VERSION}. Take the newer lab, then try again.`,
    );
  }
  const read = z.safeParse(progress, migrate(value, version));
  if (read.success) return { ok: true, progress: read.data };
  const where = read.error.issues[0]?.path.join('.') || 'the top';
  return no(`Something in it is not as this lab writes it, at ${where}.`);
}
