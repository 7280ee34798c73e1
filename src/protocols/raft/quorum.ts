/** A majority of the members, whoever of them can be reached. */

import type { Context } from '#/kernel';
import { misled } from './mutants';
import { isMember, type ServerState } from './state';

/** Of how many servers a majority is wanted. Misled, a server counts only those that have answered it lately. */
export const electorate = (ctx: Context, state: ServerState): number =>
  misled(ctx, 'counts-reachable') && state.role === 'leader' ? state.reachable : state.members.length;

export const isMajority = (ctx: Context, state: ServerState, count: number): boolean =>
  2 * count > electorate(ctx, state);

/** How many of the members are among some servers. */
export const countMembers = (state: ServerState, servers: readonly string[]): number =>
  servers.filter((server) => state.members.includes(server)).length;

/** The highest number that a majority has come to, where each member is at a number of its own. */
export function majorityAt(ctx: Context, state: ServerState, at: (member: string) => number): number {
  const numbers = state.members.map(at);
  // In descending order; there are few.
  for (let n = 1; n < numbers.length; n++) {
    const number = numbers[n] as number;
    let i = n;
    for (; i > 0 && (numbers[i - 1] as number) < number; i--) numbers[i] = numbers[i - 1] as number;
    numbers[i] = number;
  }
  return numbers[Math.floor(electorate(ctx, state) / 2)] ?? 0;
}

/** Only where a server is misled about whom to count: notes that another has answered. */
export function noteReached(ctx: Context, state: ServerState, from: string): void {
  if (!misled(ctx, 'counts-reachable') || state.reached.includes(from)) return;
  state.reached = [...state.reached, from].sort();
}

/** Only there, too: those who have answered since the last time are the ones that count until the next. */
export function recount(ctx: Context, state: ServerState): void {
  if (!misled(ctx, 'counts-reachable')) return;
  state.reachable = countMembers(state, state.reached) + (isMember(ctx, state) ? 1 : 0);
  state.reached = [];
}
