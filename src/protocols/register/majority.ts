/**
 * The register of Attiya, Bar-Noy and Dolev, for several writers: whoever is asked asks a majority what they hold,
 * and then has a majority hold the result. Any two majorities share a replica, so what one call left behind the
 * next one finds. A read writes back what it found; without that, a later read may find less (`writeBack` off).
 *
 * Compare-and-set is beyond such a register. Where it is offered, writes and compare-and-sets all go through the
 * first replica, whose disk therefore always has the latest version ever made; it decides there, has a majority
 * hold the outcome, and answers only then. There is no failover. Reads still go to any majority.
 */

import type { Context, Json, Message, NodeId } from '#/kernel';
import { type Cell, held, laterOf, same, written } from './cell';
import type { Request } from './client';
import { cellOf, keep, servedBefore } from './disk';
import {
  answer,
  majorityOf,
  others,
  type Quest,
  type ReplicaState,
  refuse,
  startWaiting,
  stopWaiting,
} from './state';

const asJson = (cell: Cell): Json => cell as unknown as Json;

export function byMajority(ctx: Context, state: ReplicaState, request: Request, from: NodeId): void {
  const { call, f, key } = request;
  if (Object.hasOwn(state.quests, call)) return;
  const before = f === 'read' ? null : servedBefore(ctx, call);
  if (before !== null) return;
  state.quests[call] = {
    request,
    from,
    phase: 'asking',
    heard: [ctx.self],
    best: cellOf(ctx, state, key),
    answer: null,
  };
  for (const peer of others(ctx)) ctx.send(peer, 'query', { call, key });
  startWaiting(ctx, call);
}

/** Whether this is news from a replica for a quest in this phase; if so it counts. */
function counts(ctx: Context, quest: Quest, phase: Quest['phase'], from: NodeId): 'enough' | 'more' | null {
  if (quest.phase !== phase || quest.heard.includes(from)) return null;
  quest.heard = [...quest.heard, from].sort();
  return quest.heard.length >= majorityOf(ctx) ? 'enough' : 'more';
}

export function onQuery(ctx: Context, state: ReplicaState, message: Message): void {
  const { call, key } = message.body as { call: string; key: string };
  ctx.send(message.from, 'value', { call, cell: asJson(cellOf(ctx, state, key)) });
}

export function onValue(ctx: Context, state: ReplicaState, message: Message): void {
  const { call, cell } = message.body as unknown as { call: string; cell: Cell };
  const quest = state.quests[call];
  if (!quest) return;
  const verdict = counts(ctx, quest, 'asking', message.from);
  if (verdict === null) return;
  quest.best = laterOf(quest.best, cell);
  if (verdict === 'enough') store(ctx, state, quest);
}

/** The second half: what is to be held is decided, kept here, and sent to all. */
function store(ctx: Context, state: ReplicaState, quest: Quest): void {
  const { f, call, key, value } = quest.request;
  const mine = cellOf(ctx, state, key);
  const found = laterOf(mine, quest.best);
  const [expected, next] = (f === 'cas' ? value : [null, value]) as readonly [Json, Json];
  const changes = f === 'write' || (f === 'cas' && same(held(found), expected));
  const cell = changes ? written(found, next, ctx.self) : found;
  quest.answer = f === 'read' ? held(found) : f === 'cas' ? changes : value;
  if (f === 'read' && !ctx.params.writeBack) return finish(ctx, state, quest);
  quest.phase = 'storing';
  quest.heard = [ctx.self];
  quest.best = cell;
  const isNews = !same(asJson(cell), asJson(mine));
  if (f !== 'read') keep(ctx, { key, cell, call, answer: quest.answer });
  else if (isNews) keep(ctx, { key, cell });
  for (const peer of others(ctx)) ctx.send(peer, 'store', { call, key, cell: asJson(cell) });
}

export function onStore(ctx: Context, state: ReplicaState, message: Message): void {
  const { call, key, cell } = message.body as unknown as { call: string; key: string; cell: Cell };
  const mine = cellOf(ctx, state, key);
  const later = laterOf(mine, cell);
  if (later !== mine) keep(ctx, { key, cell: later });
  ctx.send(message.from, 'stored', { call });
}

export function onStored(ctx: Context, state: ReplicaState, message: Message): void {
  const quest = state.quests[(message.body as { call: string }).call];
  if (quest && counts(ctx, quest, 'storing', message.from) === 'enough') finish(ctx, state, quest);
}

function finish(ctx: Context, state: ReplicaState, quest: Quest): void {
  const { call } = quest.request;
  delete state.quests[call];
  stopWaiting(ctx, call);
  answer(ctx, quest.from, call, quest.answer);
}

/**
 * No majority in time. Before anything was stored the call has certainly not happened, and the disk remembers
 * that it never will; afterwards somebody may hold it, and nobody can say.
 */
export function giveUp(ctx: Context, state: ReplicaState, call: string): void {
  const quest = state.quests[call];
  if (!quest) return;
  delete state.quests[call];
  const isRead = quest.request.f === 'read';
  const never = isRead || quest.phase === 'asking';
  if (!isRead && quest.phase === 'asking') keep(ctx, { call });
  refuse(ctx, quest.from, call, 'unavailable', never ? 'failed' : 'unknown');
}
