/** Equality of JSON values, in which the order of an object's members does not count. */

import type { Json } from '#/kernel';

/** Equal for equal values only. */
export function keyOf(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return `[${value.map(keyOf).join()}]`;
  const members = value as { readonly [name: string]: Json };
  const names = Object.keys(members).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${keyOf(members[name] ?? null)}`).join()}}`;
}

export function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return keyOf(one) === keyOf(other);
}
