/** What a server does with the requests of clients (§8): only a leader serves, and a retry is served once. */

import type { Context, Json, Message, NodeId } from '#/kernel';
import { advanceCommit } from './commit';
import type { LogEntry } from './disk';
import { spread } from './heartbeat';
import { add, entryAt, lastIndex } from './log';
import { callParts, servedBefore } from './machine';
import { changed, refreshMembers } from './members';
import { misled } from './mutants';
import { onRead } from './read-index';
import type { ServerState } from './state';

export interface Request {
  readonly call: string;
  readonly f: 'read' | 'write' | 'cas' | 'add' | 'remove';
  readonly value: Json;
}

export function onRequest(ctx: Context, state: ServerState, message: Message): void {
  const { call, f, value } = message.body as unknown as Request;
  const { from } = message;
  if (state.role !== 'leader') {
    ctx.send(from, 'redirect', { call, leader: state.leader });
    return;
  }
  if (f === 'read' && ctx.params.reads !== 'log') return onRead(ctx, state, call, from);
  if (!misled(ctx, 'runs-retries-again')) {
    const parts = callParts(call);
    const session = servedBefore(state.machine, parts);
    if (session !== null) {
      if (session.serial === parts.serial) answerAgain(ctx, from, call, session.answer);
      return;
    }
    if (isInLog(ctx, state, call)) return;
  }
  if (f === 'read' || f === 'write' || f === 'cas') return append(ctx, state, { f, value, call });
  const after = changed(ctx, state, f, value);
  if ('why' in after) ctx.send(from, 'refusal', { call, why: after.why });
  else append(ctx, state, { f: 'members', value: after.members, call });
}

/** Whether it waits in the log to be applied. */
function isInLog(ctx: Context, { lastApplied }: ServerState, call: string): boolean {
  for (let index = lastIndex(ctx); index > lastApplied; index--) {
    if (entryAt(ctx, index)?.call === call) return true;
  }
  return false;
}

const answerAgain = (ctx: Context, client: NodeId, call: string, value: Json): void =>
  ctx.send(client, 'answer', { call, value, index: 0, term: 0, inTerm: 0 });

/** "The leader appends the command to its log as a new entry, then issues AppendEntries" (§5.3). */
function append(ctx: Context, state: ServerState, command: Pick<LogEntry, 'f' | 'value' | 'call'>): void {
  const { f, value, call } = command;
  add(ctx, { index: lastIndex(ctx) + 1, term: state.currentTerm, f, value, call });
  if (f === 'members') refreshMembers(ctx, state);
  spread(ctx, state);
  advanceCommit(ctx, state);
}
