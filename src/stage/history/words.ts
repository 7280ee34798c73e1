/** An operation of a history in a few words: "write 1", "read → 2", "cas 1 → 2: no". */

import type { HistoryOperation } from '#/scenarios';
import { valueText } from '../words';

/** Operations whose value is what came back. */
const ANSWERS = /^(?:read|get|dequeue|pop|length|txn)$/;

/** No reply was ever seen, or none that says whether it happened. */
export const isUnanswered = (op: HistoryOperation): boolean =>
  op.outcome === 'unknown' || (op.outcome === 'ok' && op.end === null);

export function operationWords(op: HistoryOperation, most = 14): string {
  const { type, key, value, result, outcome } = op;
  const of = key === undefined ? '' : ` ${key}`;
  const say = (v: typeof value) => valueText(v ?? null, most);
  if (ANSWERS.test(type)) {
    return outcome !== 'ok' || isUnanswered(op) ? `${type}${of}` : `${type}${of} → ${say(value)}`;
  }
  if (type === 'cas' && Array.isArray(value)) {
    const said = isUnanswered(op) || outcome !== 'ok' ? '' : result === false ? ': no' : ': yes';
    return `cas${of} ${say(value[0])} → ${say(value[1])}${said}`;
  }
  return value === undefined || value === null ? `${type}${of}` : `${type}${of} ${say(value)}`;
}

/** How it ended, where that is not simply well. */
export const endingWords = (op: HistoryOperation): string =>
  op.outcome === 'failed' ? 'failed: it did not happen' : isUnanswered(op) ? 'no answer: unknown' : '';
