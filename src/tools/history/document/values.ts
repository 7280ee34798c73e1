/** Values as one types them: 1 is a number, abc a word, nothing is empty. Whatever is JSON is taken as JSON. */

import type { HistoryOperation } from '#/scenarios';

export type Value = NonNullable<HistoryOperation['value']> | null;

/** Longer than anybody types by hand. */
export const MOST_TYPED = 400;

/** As it is typed and shown; an empty value is an empty text. */
export function valueText(value: Value | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return JSON.stringify(value);
  return typedValue(value) === value ? value : JSON.stringify(value);
}

function typedAs(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

export function typedValue(text: string): Value {
  const typed = text.trim().slice(0, MOST_TYPED);
  return typed === '' ? null : typedAs(typed);
}

export type TxnStep = readonly ['read' | 'write', string, Value];

export function isTxn(value: Value | undefined): value is Value & TxnStep[] {
  return (
    Array.isArray(value) &&
    value.every(
      (step) =>
        Array.isArray(step) && (step[0] === 'read' || step[0] === 'write') && typeof step[1] === 'string',
    )
  );
}

/** `w x 1, r y 2`: what a transaction did, in order. */
export function txnText(value: Value | undefined): string {
  if (!isTxn(value)) return '';
  return value
    .map(([what, key, held]) => `${what === 'read' ? 'r' : 'w'} ${key} ${valueText(held)}`.trim())
    .join(', ');
}

/** Reads such a line; a sentence where it cannot be read. */
export function txnOf(text: string): { readonly steps: TxnStep[] } | { readonly wrong: string } {
  const steps: TxnStep[] = [];
  for (const part of text.slice(0, MOST_TYPED).split(',')) {
    if (part.trim() === '') continue;
    const match = /^\s*(r|read|w|write)\s+([^\s,]+)(?:\s+([^,]*))?$/.exec(part);
    if (!match) {
      return { wrong: `“${part.trim()}” is neither a read such as “r x 1” nor a write such as “w x 1”.` };
    }
    const [, what = 'r', key = '', held = ''] = match;
    steps.push([what.startsWith('r') ? 'read' : 'write', key, typedValue(held)]);
  }
  return { steps };
}
