/**
 * From a failing run to a small one that fails in the same way: fewer things done to it, fewer calls, less of each, at
 * rounder times, with the scenario's own seed if that will do. Since chance is a function and no stream, leaving
 * something out rerolls nothing else, so that most of what was needless can go. Deterministic, and bounded.
 */

import type { Invocation, Micros } from '#/kernel';
import { simpler } from './simpler';
import { smallest } from './smallest';
import type { Squall } from './squall';

/** A run that is to be made smaller. */
export interface Trial {
  /** Null: the scenario's own. */
  readonly seed: number | null;
  readonly squalls: readonly Squall[];
  readonly calls: readonly Invocation[];
}

/** At most this often it begins again from the top. */
const ROUNDS = 6;
/** What happens first may be brought forward to this moment, and everything after it as much. */
const AT_LEAST_US = 100_000;

/** `fails` runs a trial; at most `tries` times. The trial itself must fail. Yields before each try. */
export function* shrink(
  trial: Trial,
  fails: (trial: Trial) => boolean,
  tries: number,
): Generator<undefined, Trial> {
  let left = tries;
  let best = trial;
  /** Keeps a trial that still fails. */
  const takes = (candidate: Trial): boolean => {
    if (left <= 0) return false;
    left--;
    if (!fails(candidate)) return false;
    best = candidate;
    return true;
  };
  for (let round = 0; round < ROUNDS && left > 0; round++) {
    const before = best;
    yield* smallest(best.squalls, (squalls) => takes({ ...best, squalls }));
    yield* smallest(best.calls, (calls) => takes({ ...best, calls }));
    if (best.seed !== null) takes({ ...best, seed: null });
    const waited = earliest(best) - AT_LEAST_US;
    if (waited > 0) takes(earlier(best, waited));
    for (let i = 0; i < best.squalls.length; i++) yield* lessOf(i, () => best, takes);
    if (best === before) break;
  }
  return best;
}

/** The first thing that anybody asks for or does, in virtual time. */
const earliest = ({ calls, squalls }: Trial): Micros =>
  Math.min(...[...calls, ...squalls].map(({ at }) => at));

const earlier = ({ calls, seed, squalls }: Trial, by: Micros): Trial => ({
  seed,
  calls: calls.map((call) => ({ ...call, at: call.at - by })),
  squalls: squalls.map((squall) => ({ ...squall, at: squall.at - by })),
});

/** Makes one thing that is done simpler, and then its links fewer. */
function* lessOf(i: number, best: () => Trial, takes: (trial: Trial) => boolean): Generator<undefined, void> {
  const put = (squall: Squall): Trial => {
    const squalls = best().squalls.map((old, at) => (at === i ? squall : old));
    return { ...best(), squalls };
  };
  const inOrder = ({ squalls }: Trial) =>
    squalls.every((s, at) => at === 0 || s.at >= (squalls[at - 1] as Squall).at);
  for (const squall of simpler(best().squalls[i] as Squall)) {
    yield;
    const candidate = put(squall);
    if (inOrder(candidate) && takes(candidate)) break;
  }
  const squall = best().squalls[i] as Squall;
  if (!('command' in squall) || !('links' in squall.command)) return;
  const { at, command } = squall;
  yield* smallest(
    command.links,
    (links) => links.length > 0 && takes(put({ at, command: { ...command, links } })),
  );
}
