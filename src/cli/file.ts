/** The text of a file on the disk. Throws a sentence where there is none, or what it holds is no text. */

import { readFileSync, statSync } from 'node:fs';
import { BadInput } from './answer';

/** UTF-8 takes at most three bytes for a unit of what is read, and no reader wants more than this. */
const MOST_BYTES = 64 * 1024 * 1024;

export function textOf(path: string): string {
  let bytes: Uint8Array;
  try {
    if (statSync(path).size > MOST_BYTES)
      throw new BadInput(`${path}:1:1: This is larger than the lab reads.`);
    bytes = readFileSync(path);
  } catch (error) {
    if (error instanceof BadInput) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') throw new BadInput(`There is no file ${path}.`);
    if (code === 'EISDIR') throw new BadInput(`${path} is a folder, not a file.`);
    throw new BadInput(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const before = new TextDecoder().decode(bytes).split('\uFFFD')[0] ?? '';
    const line = before.split('\n');
    throw new BadInput(
      `${path}:${line.length}:${(line.at(-1) ?? '').length + 1}: This is not text in UTF-8.`,
    );
  }
}
