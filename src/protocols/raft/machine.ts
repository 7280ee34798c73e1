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

/** It changes in place, so a snapshot holds a copy. */
export interface Machine {
  value: Json;
  readonly sessions: Record<string, Session>;
}

export const newMachine = (value: Json): Machine => ({ value, sessions: {} });

export const copyMachine = ({ value, sessions }: Machine): Machine => ({ value, sessions: { ...sessions } });

export interface CallParts {
  readonly client: string;
  readonly serial: number;
}

/** The last call that was taken apart: one server after another does so with the same. */
let latest = { call: '', parts: { client: '', serial: Number.NaN } as CallParts };

/** `alice/3` is the third call of alice. */
export function callParts(call: string): CallParts {
  if (call !== latest.call) {
    const slash = call.lastIndexOf('/');
    latest = { call, parts: { client: call.slice(0, slash), serial: Number(call.slice(slash + 1)) } };
  }
  return latest.parts;
}

/** The session of a call's client, if that call or a later one has been carried out. */
export function servedBefore(machine: Machine, { client, serial }: CallParts): Session | null {
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

/** Takes one more entry, and gives the answer to whoever asked; `again` carries a retry out again. */
export function apply(machine: Machine, entry: LogEntry, parts: CallParts | null, again: boolean): Json {
  const session = parts === null || again ? null : servedBefore(machine, parts);
  if (session !== null) return session.serial === parts?.serial ? session.answer : null;
  const { value, answer } = carriedOut(machine.value, entry);
  machine.value = value;
  if (parts === null) return null;
  machine.sessions[parts.client] = { serial: parts.serial, answer };
  return answer;
}
