/** What went wrong with a lock, a set or a sum. */

import type { Json } from '#/kernel';
import { isOk } from '../history';
import { answered, same } from '../objects';
import { had, list, type Op, over, shown, told, who } from './telling';

export function mutexReason(ops: readonly Op[], initial: Json): string | null {
  if (initial === true || !ops.every((op) => op.type === 'release' || isOk(op))) return null;
  const [first, second, ...more] = ops.filter((op) => op.type === 'acquire');
  const releases = ops.filter((op) => op.type === 'release');
  if (first === undefined)
    return releases.length === 1 ? `${told(releases[0] as Op)}, but nobody held it.` : null;
  if (second === undefined || more.length > 0 || first.process === second.process) return null;
  const both = Math.max(first.end as number, second.end as number);
  if (releases.some((op) => op.start <= both)) return null;
  const held = `${who(first)} and ${who(second)} both held the lock at ${both}`;
  const later =
    releases.length === 0
      ? ''
      : `; not before ${Math.min(...releases.map((op) => op.start))} was it released`;
  return `${held}: ${told(first)}, ${told(second)}${later}.`;
}

const elements = (op: Op): readonly Json[] => (op.value ?? []) as readonly Json[];
const has = (op: Op, element: Json | undefined): boolean => elements(op).some((one) => same(one, element));

export function setReason(ops: readonly Op[], initial: Json): string | null {
  const adds = ops.filter((op) => op.type === 'add');
  const reads = ops.filter((op) => op.type === 'read' && answered(op));
  const first = Array.isArray(initial) ? (initial as readonly Json[]) : [];
  for (const read of reads) {
    for (const element of elements(read)) {
      const of = adds.filter((add) => same(add.value, element));
      if (first.some((one) => same(one, element))) continue;
      if (of.length === 0) return `${told(read)}, but nobody had added ${shown(element)}.`;
      if (of.every((add) => over(read, add))) {
        return `${told(read)}, before ${shown(element)} was there: ${told(of[0] as Op)}.`;
      }
    }
    const missing = first.find((element) => !has(read, element));
    if (missing !== undefined) {
      return `${told(read)}, without ${shown(missing)}, which was there to begin with.`;
    }
    const lost = adds.find((add) => over(add, read) && !has(read, add.value));
    if (lost) return `${told(read)}, although ${had(lost, read)}.`;
    for (const earlier of reads) {
      const gone = over(earlier, read) ? elements(earlier).find((one) => !has(read, one)) : undefined;
      if (gone === undefined) continue;
      const seen = had(earlier, read, ' already');
      return `${told(read)}, without ${shown(gone)}, although ${seen}, and nothing is ever taken out.`;
    }
  }
  return null;
}

/** Sums are told one by one up to so many. */
const FEW = 5;

/** All that a sum may come to, by what was surely added and what may have been; null where that is too much to try. */
function sums(least: number, maybe: readonly number[]): Set<number> | null {
  if (maybe.length > 12) return null;
  let all = new Set([least]);
  for (const value of maybe) all = new Set([...all, ...[...all].map((sum) => sum + value)]);
  return all;
}

export function counterReason(ops: readonly Op[], initial: Json): string | null {
  const reads = ops.filter((op) => op.type === 'read' && answered(op));
  const adds = ops.filter((op) => op.type === 'add');
  for (const read of reads) {
    const sure = adds.filter((add) => over(add, read)).map((add) => add.value as number);
    const maybe = adds
      .filter((add) => !over(add, read) && !over(read, add))
      .map((add) => add.value as number);
    const possible = sums(
      sure.reduce((sum, value) => sum + value, (initial ?? 0) as number),
      maybe,
    );
    if (possible === null || possible.has(read.value as number)) continue;
    const inOrder = [...possible].sort((x, y) => x - y);
    const made =
      inOrder.length <= FEW
        ? list(inOrder.map(String), 'or')
        : `a sum between ${inOrder[0]} and ${inOrder.at(-1)}, and not this one`;
    return `${told(read)}, but what can have been added by then makes ${made}.`;
  }
  if (adds.some((add) => (add.value as number) < 0)) return null;
  for (const read of reads) {
    const more = reads.find((other) => over(other, read) && (other.value as number) > (read.value as number));
    if (more) return `${told(read)}, after ${had(more, read, ' already')}, and nothing is ever taken away.`;
  }
  return null;
}
