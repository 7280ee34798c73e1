/**
 * Single-server membership change (thesis, §4.1): the members are those of the latest configuration in the log,
 * committed or not, and a new one adds or removes one server, so that old and new majorities always meet. A leader
 * begins one only when the one before is committed, and an entry of its own term: its no-op. Without that rule two
 * leaders may each change what the other has not seen (Ongaro, raft-dev, 10 July 2015).
 *
 * Leaves out catching a new server up before it counts, and joint consensus.
 */

import type { Context, NodeId } from '#/kernel';
import { LOG, MEMBERS, SNAPSHOT } from './disk';
import { baseOf, entriesOf, lastIndex, snapshotOf, termAt } from './log';
import { misled } from './mutants';
import { follow } from './progress';
import { isMember, membersIn, type ServerState } from './state';
import { becomeFollower } from './term';

/** After the log has changed: who the members are now. */
export function refreshMembers(ctx: Context, state: ServerState): void {
  const disk = {
    [LOG]: ctx.durable(LOG) ?? [],
    ...(snapshotOf(ctx) && { [SNAPSHOT]: ctx.durable(SNAPSHOT) ?? null }),
    ...(ctx.durable(MEMBERS) !== undefined && { [MEMBERS]: ctx.durable(MEMBERS) ?? null }),
  };
  state.members = membersIn(disk, ctx.nodes('server'));
  if (state.role !== 'leader') return;
  for (const member of state.members) {
    if (member === ctx.self || state.nextIndex[member] !== undefined) continue;
    follow(state, member, lastIndex(ctx));
  }
}

/** The members after a change, or why there can be none now. */
export function changed(
  ctx: Context,
  state: ServerState,
  f: string,
  server: unknown,
): { readonly members: readonly string[] } | { readonly why: string } {
  const { members } = state;
  if (!ctx.nodes('server').includes(server as NodeId)) return { why: 'there is no such server' };
  const name = server as string;
  if (members.includes(name) === (f === 'add')) {
    return { why: f === 'add' ? 'it is a member already' : 'it is no member' };
  }
  const base = baseOf(ctx);
  const pending = entriesOf(ctx).some(
    (e) => e.f === 'members' && e.index > state.commitIndex && e.index > base,
  );
  if (pending) return { why: 'another change is not yet committed' };
  const fresh = termAt(ctx, state.commitIndex) === state.currentTerm;
  if (!fresh && !misled(ctx, 'changes-members-at-once')) {
    return { why: 'the leader has not yet committed an entry of its term' };
  }
  if (f === 'add') return { members: [...members, name].sort() };
  return members.length === 1
    ? { why: 'it is the only member' }
    : { members: members.filter((m) => m !== name) };
}

/** "A leader that is removed from the configuration steps down once the Cnew entry is committed" (thesis, §4.2.2). */
export function afterCommit(ctx: Context, state: ServerState): void {
  if (isMember(ctx, state)) return;
  const pending = entriesOf(ctx).some((e) => e.f === 'members' && e.index > state.commitIndex);
  if (pending) return;
  state.leader = '';
  becomeFollower(ctx, state);
}
