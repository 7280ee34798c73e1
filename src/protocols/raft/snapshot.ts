/**
 * Log compaction (§7): a server that has applied enough writes its state machine down and drops the entries it covers.
 * The snapshot is written before the log is cut; a crash in between leaves entries that no longer count (`logIn`).
 */

import type { Context, Json } from '#/kernel';
import { keepSnapshot, LOG } from './disk';
import { baseOf, entriesFrom, entriesOf, snapshotOf, termAt } from './log';
import { copyMachine } from './machine';
import { membersIn, type ServerState } from './state';

/** After `snapshotEvery` entries; 0 is never. */
export function takeSnapshot(ctx: Context, state: ServerState): void {
  const every = ctx.params.snapshotEvery as number;
  const { lastApplied } = state;
  if (every === 0 || lastApplied - baseOf(ctx) < every) return;
  const lastIncludedTerm = termAt(ctx, lastApplied);
  if (lastIncludedTerm < 0) return;
  const rest = entriesFrom(ctx, lastApplied + 1);
  keepSnapshot(ctx, {
    lastIncludedIndex: lastApplied,
    lastIncludedTerm,
    members: membersUpTo(ctx, lastApplied),
    machine: copyMachine(state.machine),
  });
  ctx.persist(LOG, rest as unknown as Json);
}

/** The configuration of the last entry that a snapshot covers: later ones are still in the log. */
function membersUpTo(ctx: Context, index: number): readonly string[] {
  const latest = entriesOf(ctx).findLast((e) => e.f === 'members' && e.index <= index);
  if (latest) return latest.value as readonly string[];
  const before = snapshotOf(ctx);
  if (before) return before.members;
  const first = ctx.durable('members');
  return membersIn(first === undefined ? {} : { members: first }, ctx.nodes('server'));
}
