/** Operations in a word or three, as their bars have room for: "write 1", "read → 0". */

import type { Seen } from '#/kernel';
import { valueText } from '../words';

interface Said {
  readonly f: string;
  readonly value: unknown;
}

/** What was asked: of several objects with the name of the one, of a comparison with both values. */
export function askedText({ f, value }: Said, most = 12): string {
  if (value === null || value === undefined) return f;
  if (typeof value === 'object' && !Array.isArray(value) && 'key' in value) {
    const { key, value: of = null } = value as { key: unknown; value?: unknown };
    return askedText({ f: `${f} ${valueText(key, most)}`, value: of }, most);
  }
  if (f.startsWith('cas') && Array.isArray(value) && value.length === 2) {
    return `${f} ${valueText(value[0], most)} → ${valueText(value[1], most)}`;
  }
  return `${f} ${valueText(value, most)}`;
}

/** Writes and their like come back with nothing that their call does not say. */
const ANSWERED = /^(?:read|get|dequeue|pop|length|txn|cas)\b/;

/** With what came back, where that is more than that it happened. */
export function operationText(call: Said, seen: Seen | null, most = 12): string {
  const asked = askedText(call, most);
  if (seen?.as !== 'value' || !ANSWERED.test(call.f)) return asked;
  if (call.f === 'cas') return `${asked}: ${seen.value === false ? 'no' : 'yes'}`;
  return `${asked} → ${valueText(seen.value, most)}`;
}
