/** An operation in words: a few letters for the tape, a sentence for everybody who does not see it. */

import { isOpen, type ObjectName } from '#/scenarios';
import type { DrawnOperation } from './drawn';
import { kindOf } from './objects';
import { txnText, type Value, valueText } from './values';

const EMPTY = 'empty';

const shown = (value: Value | undefined): string => valueText(value) || EMPTY;

function pairText(value: Value | undefined): string {
  if (!Array.isArray(value)) return shown(value);
  return `${shown(value[0])}→${shown(value[1])}`;
}

/** `w 1`, `r x=2`, `cas 1→2 no`, `enq a`. */
export function label(op: DrawnOperation, object: ObjectName): string {
  const { short, value } = kindOf(object, op.type);
  const key = op.key ?? '';
  if (value === 'steps') return txnText(op.value) || short;
  if (value === 'none') return [short, key].filter(Boolean).join(' ');
  // What an open read would have returned is not known to anybody.
  const held =
    value === 'out' && (isOpen(op) || op.outcome === 'failed')
      ? '?'
      : value === 'pair'
        ? pairText(op.value)
        : shown(op.value);
  const failed = value === 'pair' && op.result === false ? ' no' : '';
  return `${short} ${key ? `${key}=` : ''}${held}${failed}`;
}

/** A moment of a history: no unit, and no more digits than it needs. */
export const momentText = (at: number): string => String(Math.round(at * 1000) / 1000);

/** `write 1`, `read of x, which gave 2`. */
export function deed(op: DrawnOperation, object: ObjectName): string {
  const { value } = kindOf(object, op.type);
  const of = op.key === undefined ? '' : ` of ${op.key}`;
  if (value === 'none') return `${op.type}${of}`;
  if (value === 'steps') return `transaction ${txnText(op.value) || 'of nothing'}`;
  if (value === 'pair') {
    const held = op.result === false ? ', which found another value' : '';
    return `compare and set${of} from ${pairText(op.value).replace('→', ' to ')}${held}`;
  }
  if (value === 'in') return `${op.type}${of} ${shown(op.value)}`;
  return isOpen(op) || op.outcome === 'failed'
    ? `${op.type}${of}`
    : `${op.type}${of}, which gave ${shown(op.value)}`;
}

/** The whole of it: who, what, when and how it ended. */
export function told(op: DrawnOperation, object: ObjectName): string {
  const when =
    op.end === null
      ? `from ${momentText(op.start)}, never answered`
      : `from ${momentText(op.start)} to ${momentText(op.end)}`;
  const how = op.outcome === 'failed' ? ', failed: it did not happen' : isOpen(op) ? ', outcome unknown' : '';
  return `${op.process}: ${deed(op, object)}, ${when}${how}`;
}
