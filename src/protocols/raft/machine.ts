/**
 * The state machine that the log is for: one register, and for each client the last of its calls that was carried
 * out, with the answer, so that a retry is answered and not carried out again (§8; thesis, §6.3).
 */

import { canonical, type Json } from '#/kernel';
import type { LogEntry } from './disk';

export interface Session {
  readonly serial: number;
  readonly answer: Json;
}

export interface Machine {
  readonly value: Json;
  readonly sessions: Readonly<Record<string, Session>>;
}

export const newMachine = (value: Json): Machine => ({ value, sessions: {} });

/** `alice/3` is the third call of alice. */
export function callParts(call: string): { readonly client: string; readonly serial: number } {
  const slash = call.lastIndexOf('/');
  return { client: call.slice(0, slash), serial: Number(call.slice(slash + 1)) };
}

/** The session of a call's client, if that call or a later one has been carried out. */
export function servedBefore(machine: Machine, call: string): Session | null {
  const { client, serial } = callParts(call);
  const session = machine.sessions[client];
  return session !== undefined && session.serial >= serial ? session : null;
}

function carriedOut(value: Json, entry: LogEntry): { readonly value: Json; readonly answer: Json } {
  switch (entry.f) {
    case 'write':
      return { value: entry.value, answer: entry.value };
    case 'cas': {
      const [expected, next] = entry.value as readonly [Json, Json];
      const fits = canonical(expected) === canonical(value);
      return { value: fits ? next : value, answer: fits };
    }
    case 'read':
      return { value, answer: value };
    default:
      return { value, answer: entry.value };
  }
}

/** The machine after one more entry, and the answer to whoever asked; `again` carries a retry out again. */
export function apply(
  machine: Machine,
  entry: LogEntry,
  again: boolean,
): { readonly machine: Machine; readonly answer: Json } {
  if (entry.call === '') {
    return { machine: { ...machine, value: carriedOut(machine.value, entry).value }, answer: null };
  }
  const { client, serial } = callParts(entry.call);
  const session = again ? null : servedBefore(machine, entry.call);
  if (session !== null) return { machine, answer: session.serial === serial ? session.answer : null };
  const { value, answer } = carriedOut(machine.value, entry);
  return { machine: { value, sessions: { ...machine.sessions, [client]: { serial, answer } } }, answer };
}
