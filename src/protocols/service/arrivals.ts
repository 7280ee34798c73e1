/**
 * When calls come. `open`: at random moments, whatever becomes of those before (a Poisson process). `closed`: so
 * many users, each of whom thinks, calls, and waits for the end of that call before thinking again.
 */

import type { Context } from '#/kernel';
import { drawn, ofMean } from './load';

export const arrivalParams = {
  arrivals: 'open',
  callsPerSecond: 15,
  users: 10,
  thinkUs: 500_000,
} as const;
export const ARRIVALS = ['open', 'closed'] as const;

/** Whether the call that comes now is for heavy work. */
export function isHeavy(ctx: Context): boolean {
  const percent = ctx.params.heavyPercent as number;
  return percent > 0 && ctx.choose(100) < percent;
}

export interface Arrivals {
  /** Users who think or wait. */
  users: number;
  drawn: number;
}

const NEXT = 'next call';
const THOUGHT = 'a user has thought';
/** How often a closed load looks whether there are users to add. */
const LOOK_US = 1_000_000;

function think(ctx: Context, own: Arrivals, user: number): void {
  const mean = ofMean('exponential', ctx.params.thinkUs as number);
  ctx.after(`${THOUGHT}: ${user}`, drawn(ctx, mean, own.drawn++), user);
}

function wait(ctx: Context, own: Arrivals): void {
  const { arrivals, callsPerSecond } = ctx.params;
  const rate = callsPerSecond as number;
  if (arrivals === 'closed' || rate <= 0) return ctx.after(NEXT, LOOK_US);
  ctx.after(NEXT, drawn(ctx, ofMean('exponential', Math.round(1_000_000 / rate)), own.drawn++));
}

function addUsers(ctx: Context, own: Arrivals): void {
  if (ctx.params.arrivals !== 'closed') return;
  while (own.users < (ctx.params.users as number)) think(ctx, own, own.users++);
}

export function beginArrivals(ctx: Context): Arrivals {
  const own: Arrivals = { users: 0, drawn: 0 };
  addUsers(ctx, own);
  wait(ctx, own);
  return own;
}

/** Whether a timer is one of these; then `call` is called with the user, null in an open load, when it is time. */
export function arrive(
  ctx: Context,
  own: Arrivals,
  timer: { readonly name: string; readonly data: unknown },
  call: (user: number | null) => void,
): boolean {
  if (timer.name === NEXT) {
    if (ctx.params.arrivals === 'open' && (ctx.params.callsPerSecond as number) > 0) call(null);
    addUsers(ctx, own);
    wait(ctx, own);
    return true;
  }
  if (!timer.name.startsWith(THOUGHT)) return false;
  if (remains(ctx, own)) call(timer.data as number);
  return true;
}

/** One user fewer, where there are more than there should be. */
function remains(ctx: Context, own: Arrivals): boolean {
  const wanted = ctx.params.arrivals === 'closed' ? (ctx.params.users as number) : 0;
  if (own.users <= wanted) return true;
  own.users--;
  return false;
}

/** The user's call has ended. */
export function rest(ctx: Context, own: Arrivals, user: number | null): void {
  if (user !== null && remains(ctx, own)) think(ctx, own, user);
}
