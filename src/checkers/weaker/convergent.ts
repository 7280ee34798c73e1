/** Convergence: replicas at rest, with nothing on its way any more, hold the same. It says nothing about any read. */

import type { History } from '../history';
import type { Judgement } from '../judgement';
import { list, shown } from '../linearizable/telling';
import { keyOf } from '../objects';

export function convergent(history: History): Judgement {
  const { replicas } = history;
  const answer = (verdict: Judgement['verdict'], reason: string): Judgement => ({
    verdict,
    reason,
    operations: [],
    steps: Object.keys(replicas ?? {}).length,
  });
  const names = Object.keys(replicas ?? {});
  if (replicas === undefined || names.length === 0) {
    return answer('not-applicable', 'Nobody looked at the replicas at rest.');
  }
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const key = keyOf(replicas[name] ?? null);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  const held = (group: readonly string[]) => shown(replicas[group[0] as string] ?? null);
  const all = [...groups.values()];
  if (all.length === 1) return answer('ok', `At rest, ${list(names)} hold the same: ${held(names)}.`);
  const told = all.map((group) => `${list(group)} ${group.length === 1 ? 'holds' : 'hold'} ${held(group)}`);
  return answer('violated', `At rest the replicas differ: ${told.join('; ')}.`);
}
