/**
 * The drawing on this device: written after each change, read once when the page has started. What is read is
 * trusted in nothing, and whatever goes wrong is a sentence somebody can read.
 */

import { type HistoryOperation, objectNames } from '#/scenarios';
import type { Drawn, DrawnOperation } from './drawn';
import { MOST_OPERATIONS, MOST_PROCESSES } from './edits';

export const KEY = 'faultline.history';
/** What could not be read is put here and left alone, so that nothing is lost by a mistake of ours. */
export const ASIDE_KEY = 'faultline.history.unreadable';
const VERSION = 1;

export const says = {
  forbidden:
    'This browser does not let the lab keep anything. Your drawing lasts until you leave this page; download it to take it with you.',
  full: 'This browser has no room left to keep your drawing. It lasts until you leave this page; download it to take it with you.',
  unreadable:
    'What this browser kept of your last drawing could not be read. It has been put aside unchanged, and the page begins with its example.',
} as const;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= 100;
const outcomes: readonly unknown[] = ['ok', 'failed', 'unknown'];

function isOperation(value: unknown, processes: ReadonlySet<string>): value is DrawnOperation {
  if (!isRecord(value)) return false;
  const { id, process, type, key, start, end, outcome } = value;
  return (
    Number.isInteger(id) &&
    isName(process) &&
    processes.has(process) &&
    isName(type) &&
    (key === undefined || isName(key)) &&
    isTime(start) &&
    (end === null || (isTime(end) && end >= start)) &&
    outcomes.includes(outcome)
  );
}

/** Only what is known is taken over; values are any JSON. */
function operation({
  id,
  process,
  type,
  key,
  value,
  result,
  start,
  end,
  outcome,
}: DrawnOperation): DrawnOperation {
  const kept: HistoryOperation = {
    process,
    type,
    ...(key === undefined ? {} : { key }),
    ...(value === undefined ? {} : { value }),
    ...(result === undefined ? {} : { result }),
    start,
    end,
    outcome,
  };
  return { ...kept, id };
}

/** Null when it is no drawing. */
function drawnFrom(value: unknown): Drawn | null {
  if (!isRecord(value)) return null;
  const { name, initial = null, processes, operations } = value;
  const object = objectNames.find((known) => known === value.object);
  if (!isName(name) || !object || !Array.isArray(processes) || !Array.isArray(operations)) return null;
  if (processes.length > MOST_PROCESSES || operations.length > MOST_OPERATIONS) return null;
  const lanes = new Set<string>(processes.filter(isName));
  if (lanes.size !== processes.length) return null;
  const read = operations.filter((op): op is DrawnOperation => isOperation(op, lanes)).map(operation);
  if (read.length !== operations.length || new Set(read.map(({ id }) => id)).size !== read.length)
    return null;
  return { name, object, initial: initial as Drawn['initial'], processes: [...lanes], operations: read };
}

export const drawnText = (drawn: Drawn): string => JSON.stringify({ v: VERSION, drawn });

/** Null when the text is no drawing of this version. Never throws. */
export function drawnFromText(text: string): Drawn | null {
  try {
    const read: unknown = JSON.parse(text, (key, value: unknown) => {
      if (key === '__proto__') throw new SyntaxError('A drawing has no such member.');
      return value;
    });
    return isRecord(read) && read.v === VERSION ? drawnFrom(read.drawn) : null;
  } catch {
    return null;
  }
}

export interface Shelf {
  /** What was kept, if it can be read, and what the learner should know. */
  read(): { readonly drawn: Drawn | null; readonly trouble: string | null };
  /** What went wrong, or null. */
  write(drawn: Drawn): string | null;
}

/** A shelf on a storage. `open` may throw, as reading `window.localStorage` does where it is forbidden. */
export function shelfOn(open: () => Pick<Storage, 'getItem' | 'setItem'> | null): Shelf {
  return {
    read() {
      let text: string | null = null;
      try {
        text = open()?.getItem(KEY) ?? null;
      } catch {
        // Said when something is to be kept: a page that was only read has lost nothing.
        return { drawn: null, trouble: null };
      }
      if (text === null) return { drawn: null, trouble: null };
      const drawn = drawnFromText(text);
      if (drawn) return { drawn, trouble: null };
      try {
        open()?.setItem(ASIDE_KEY, text);
      } catch {
        // There is no room for it, and it could not be read anyway.
      }
      return { drawn: null, trouble: says.unreadable };
    },
    write(drawn) {
      try {
        const storage = open();
        if (storage === null) return says.forbidden;
        storage.setItem(KEY, drawnText(drawn));
        return null;
      } catch (error) {
        return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`)
          ? says.full
          : says.forbidden;
      }
    },
  };
}
