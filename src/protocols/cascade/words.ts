/** What the nodes of a cascade say to each other. Bodies are small: a run is made of a million of them. */

import type { Json, Micros } from '#/kernel';

export interface Request {
  /** The caller's number of the call, and which of its tries this is, from 1. */
  readonly call: number;
  readonly nth: number;
  /** How long the caller will wait for this try. Absent: it does not say. */
  readonly leftUs?: Micros;
}

/**
 * `answer`: it is done. `refusal`: it certainly is not. `failure`: whoever was asked gave up, and cannot say.
 * `job` is the number that the callee gave the request.
 */
export interface Reply {
  readonly call: number;
  readonly nth: number;
  readonly job: number;
}
export type ReplyKind = 'answer' | 'refusal' | 'failure';

export const request = (call: number, nth: number, leftUs: Micros | null): Json =>
  leftUs === null ? { call, nth } : { call, nth, leftUs };

/** Timers: one at a time for each job or call. */
export const WORK = 'work on ';
export const TIME_OUT = 'time-out of ';
export const PAUSE = 'pause of ';
