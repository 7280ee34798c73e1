/** A history from text, in any of the forms the lab knows. Never throws; what cannot be read is told with its place. */

import { isJepsenLine, readJepsenLog } from './jepsen-log';
import { readKnossos } from './knossos';
import { readOwn } from './own';
import { reading, Stop, type Unreadable } from './place';
import type { ReadHistory, Wishes } from './sense';

export const historyFormats = ['json', 'edn', 'jepsen-log'] as const;
export type HistoryFormat = (typeof historyFormats)[number];

export interface Histories {
  readonly ok: true;
  readonly format: HistoryFormat;
  readonly histories: readonly ReadHistory[];
}

export interface ReadOptions extends Wishes {
  /** For histories that do not say their own name. */
  readonly name?: string;
  /** Absent: what it looks like. */
  readonly format?: HistoryFormat;
}

/** What a text looks like; null: like none of them. */
function formatOf(text: string): HistoryFormat | null {
  const start = text.trimStart();
  if (/^[;#(]|^\[?[\s,]*\{[\s,]*[:;]|^\[[\s,]*[;#]/.test(start)) return 'edn';
  if (/^(?:\{|\[(?!\s*[A-Za-z]))/.test(start)) return 'json';
  return start.split('\n').some(isJepsenLine) ? 'jepsen-log' : null;
}

const readers = { json: readOwn, edn: readKnossos, 'jepsen-log': readJepsenLog } as const;

export function readHistories(text: string, options: ReadOptions = {}): Histories | Unreadable {
  return reading(text, (all) => {
    const format = options.format ?? formatOf(all);
    if (!format) {
      const known = 'history JSON, Jepsen or Knossos EDN, or the log of a Jepsen run';
      throw new Stop(0, `This does not begin as any history the lab knows: ${known}.`);
    }
    return { ok: true, format, histories: readers[format](all, options.name ?? 'history', options) };
  });
}
