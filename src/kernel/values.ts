/**
 * Plain data: what protocols keep, send and persist. It survives a JSON round trip, which is what makes
 * checkpoints, links and searches possible.
 */

import { KernelError } from './errors';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Integer microseconds of virtual time, counted from the start of the run. */
export type Micros = number;

/** A named participant. Branded so that a role or a message kind is never passed for a node. */
export type NodeId = string & { readonly __brand: 'NodeId' };

export const nodeId = (name: string): NodeId => name as NodeId;

const OWN = { enumerable: true, configurable: true, writable: true } as const;

/** Copies plain data all the way down. Anything that JSON cannot hold is a mistake of the caller's. */
export function clonePlain<T>(value: T): T {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    const copy = new Array(value.length);
    for (let i = 0; i < value.length; i++) copy[i] = clonePlain(value[i]);
    return copy as T;
  }
  const copy: Record<string, unknown> = {};
  const source = value as Record<string, unknown>;
  for (const key of Object.keys(source)) {
    // Written as a member, this one name would be taken for the object's prototype, and be lost.
    if (key === '__proto__') Object.defineProperty(copy, key, { ...OWN, value: clonePlain(source[key]) });
    else copy[key] = clonePlain(source[key]);
  }
  return copy as T;
}

/** How many values a plain value is made of: about how long it takes to copy it, and how much room it needs. */
export function sizeOf(value: unknown): number {
  if (value === null || typeof value !== 'object') return 1;
  let size = 1;
  if (Array.isArray(value)) for (const item of value) size += sizeOf(item);
  else for (const item of Object.values(value)) size += sizeOf(item);
  return size;
}

/**
 * Freezes plain data all the way down; used in tests to show that what was sent is never changed.
 * Throws a KernelError at anything that JSON would change: an instance of a class, a function, a NaN.
 */
export function freezeDeep<T>(value: T): T {
  if (value === null || typeof value !== 'object') {
    const odd = typeof value === 'function' || (typeof value === 'number' && !Number.isFinite(value));
    if (odd) throw new KernelError(`${String(value)} is not plain data: JSON cannot hold it.`);
    return value;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype && prototype !== null) {
    throw new KernelError(`An instance of ${prototype.constructor?.name} is not plain data.`);
  }
  Object.freeze(value);
  for (const key of Object.keys(value)) freezeDeep((value as Record<string, unknown>)[key]);
  return value;
}

/**
 * One text for one value: keys sorted, no −0, undefined members left out. Two states are the same state
 * exactly when these texts are equal, so a search may compare them whole.
 */
export function canonical(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number') return value === 0 ? '0' : String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (Array.isArray(value)) {
    let text = '[';
    for (let i = 0; i < value.length; i++) text += (i > 0 ? ',' : '') + canonical(value[i]);
    return `${text}]`;
  }
  const source = value as Record<string, unknown>;
  let text = '{';
  for (const key of Object.keys(source).sort()) {
    if (source[key] === undefined) continue;
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${canonical(source[key])}`;
  }
  return `${text}}`;
}
