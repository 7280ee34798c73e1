/** Short names for what a run has come to: who leads, what is in the logs, how far they are committed. */

import type { View } from '#/kernel';
import { of } from '../by-role';
import { logOf, serverState } from './judge';

/** Who leads, in which term: "S2 in term 3"; "nobody". */
export function leaders(view: View): string {
  const leading = of(view, 'server').filter((n) => serverState(n)?.role === 'leader');
  const named = leading.map((n) => ({ id: n.id, term: serverState(n)?.currentTerm ?? 0 }));
  named.sort((a, b) => a.term - b.term);
  return named.map(({ id, term }) => `${id} in term ${term}`).join(', ') || 'nobody';
}

/** The terms of each log, as the paper draws them: "S1 1 1 4, S2 1 1"; a bar where a snapshot ends. */
export const logs = (view: View): string =>
  of(view, 'server')
    .map((n) => {
      const log = logOf(n);
      const base = log[0] !== undefined && log[0].index > 1 ? ['…'] : [];
      return [n.id, ...base, ...log.map(({ term }) => term)].join(' ');
    })
    .join(', ');

/** How far each server has committed: "S1 3, S2 3, S3 down". */
export const commits = (view: View): string =>
  of(view, 'server')
    .map((n) => `${n.id} ${serverState(n)?.commitIndex ?? 'down'}`)
    .join(', ');
