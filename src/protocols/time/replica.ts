/**
 * A replica of a store in which the last writer wins. It takes each write at once, stamps it, answers, and tells the
 * others afterwards, again and again, so that all come to hold the same. What loses by its stamp is gone, also if it
 * was acknowledged. Its clock may be corrected by a time server. `put` stores under a key made of the time itself.
 */

import type { Context, Hybrid, Json, Message, Micros, NodeId, Role } from '#/kernel';
import {
  beginDiscipline,
  type Discipline,
  disciplineFacts,
  disciplineWords,
  hearTime,
  POLL,
  poll,
  wake,
} from './discipline';
import {
  type Cell,
  givesWay,
  later,
  momentText,
  moved,
  noClock,
  stampOf,
  stampText,
  valueText,
} from './stamp';
import { isStopwatch, startStopwatch, stopStopwatch } from './stopwatch';

export interface Request {
  readonly call: string;
  readonly key: string;
  readonly value: Json;
  /** The latest stamp its client has seen. */
  readonly seen: Hybrid;
}

export interface ReplicaState {
  readonly discipline: Discipline;
  clock: Hybrid;
  /** The answers that were given, so that a copy of a request changes nothing. */
  answered: Record<string, { readonly kind: string; readonly body: Json }>;
  /** Writes that lost to a stamp that was there already. */
  ignored: number;
  /** Entries under a key of the time that were there already, and are gone. */
  overwritten: number;
}

export type Cells = Readonly<Record<string, Cell>>;
export const cellsIn = (durable: Readonly<Record<string, Json>>): Cells =>
  (durable.store ?? {}) as unknown as Cells;
export const entriesIn = (durable: Readonly<Record<string, Json>>): Readonly<Record<string, Json>> =>
  (durable.entries ?? {}) as Readonly<Record<string, Json>>;

const GOSSIP = 'gossip';
/** The largest stamp it has given or taken, which its disk has, and what it has heard of now. */
function largest(ctx: Context, heard: Hybrid): Hybrid {
  const { l, c } = Object.values(cellsOf(ctx)).reduce((most, { stamp }) => later(most, stamp), heard);
  return { l, c };
}

const cellsOf = (ctx: Context): Cells => cellsIn({ store: ctx.durable('store') ?? {} });

/** A timer for what nobody wants would only be in the way of what is to be seen. */
const isOff = (ctx: Context): boolean => ctx.params.discipline === 'off';

function begin(ctx: Context): ReplicaState {
  const gossipUs = ctx.params.gossipUs as Micros;
  if (gossipUs > 0) ctx.after(GOSSIP, gossipUs);
  return {
    discipline: beginDiscipline(ctx, isOff(ctx)),
    clock: largest(ctx, noClock),
    answered: {},
    ignored: 0,
    overwritten: 0,
  };
}

/** Keeps whatever is later than what is there. Gives how many cells changed. */
function keep(ctx: Context, cells: Cells): number {
  const held = cellsOf(ctx);
  const newer = Object.keys(cells).filter((key) => givesWay(held[key], cells[key] as Cell));
  if (newer.length > 0) {
    const taken = Object.fromEntries(newer.map((key) => [key, cells[key] as Cell]));
    ctx.persist('store', { ...held, ...taken } as unknown as Json);
  }
  return newer.length;
}

function tell(ctx: Context, state: ReplicaState, cells: Cells): void {
  if (Object.keys(cells).length === 0) return;
  for (const other of ctx.nodes('replica')) {
    if (other !== ctx.self) ctx.send(other, 'news', { cells, clock: state.clock } as unknown as Json);
  }
}

function answer(ctx: Context, state: ReplicaState, to: NodeId, call: string, kind: string, body: Json): void {
  state.answered[call] = { kind, body };
  ctx.send(to, kind, body);
}

function onWrite(ctx: Context, state: ReplicaState, { call, key, value }: Request, from: NodeId): void {
  const stamp = stampOf(ctx, state.clock);
  const cell: Cell = { value, stamped: stampText(stamp), stamp, call };
  const held = cellsOf(ctx)[key];
  const stamped = `${ctx.self} stamps ${valueText(value)} with ${momentText(cell.stamp)}`;
  const before = held ? momentText(held.stamp) : '';
  if (!held) ctx.note(`${stamped}.`);
  else if (givesWay(held, cell)) ctx.note(`${stamped}; what it holds has ${before}, and gives way.`);
  else
    ctx.note(`${stamped}; what it holds has ${before}, and stays. The write is acknowledged all the same.`);
  if (keep(ctx, { [key]: cell }) === 0) state.ignored++;
  answer(ctx, state, from, call, 'done', { call, value, clock: state.clock } as unknown as Json);
  tell(ctx, state, { [key]: cell });
}

function onRead(ctx: Context, state: ReplicaState, { call, key }: Request, from: NodeId): void {
  const value = cellsOf(ctx)[key]?.value ?? ctx.params.initial ?? null;
  answer(ctx, state, from, call, 'value', { call, value, clock: state.clock } as unknown as Json);
}

/** The key is the time, in whole `keyUs`. Whatever has the same key is overwritten. */
function onPut(ctx: Context, state: ReplicaState, { call, value }: Request, from: NodeId): void {
  const key = String(Math.floor(ctx.now() / (ctx.params.keyUs as Micros)));
  const entries = entriesIn({ entries: ctx.durable('entries') ?? {} });
  if (Object.hasOwn(entries, key)) state.overwritten++;
  ctx.persist('entries', { ...entries, [key]: value });
  answer(ctx, state, from, call, 'kept', { call, clock: state.clock } as unknown as Json);
}

function onMessage(ctx: Context, state: ReplicaState, message: Message): void {
  const { kind, from, body } = message;
  if (!isOff(ctx)) wake(ctx, state.discipline);
  if (kind === 'time') return hearTime(ctx, state.discipline, message);
  if (kind === 'news') {
    const { cells, clock } = body as unknown as { cells: Cells; clock: Hybrid };
    state.clock = moved(ctx, state.clock, largest(ctx, clock));
    keep(ctx, cells);
    return;
  }
  const request = body as unknown as Request;
  const before = state.answered[request.call];
  if (before) return ctx.send(from, before.kind, before.body);
  state.clock = moved(ctx, state.clock, largest(ctx, request.seen));
  if (kind === 'write') onWrite(ctx, state, request, from);
  else if (kind === 'read') onRead(ctx, state, request, from);
  else onPut(ctx, state, request, from);
}

export const replica: Role = {
  init: begin,
  onRecover: begin,
  onMessage,
  onTimer(ctx, state: ReplicaState, { name, data }) {
    if (isStopwatch(name)) return stopStopwatch(ctx, data);
    if (name === POLL) return poll(ctx, state.discipline);
    if (!isOff(ctx)) wake(ctx, state.discipline);
    state.clock = moved(ctx, state.clock);
    tell(ctx, state, cellsOf(ctx));
    ctx.after(GOSSIP, ctx.params.gossipUs as Micros);
  },
  onInvoke(ctx, _state, op) {
    if (op.f === 'measure') return startStopwatch(ctx, op);
    ctx.complete(op.id, 'failed', { as: 'error', value: `there is no ${op.f} here` });
  },
  describe(state: ReplicaState, durable) {
    const cells = Object.entries(cellsIn(durable));
    const entries = Object.keys(entriesIn(durable)).length;
    const held = cells.map(([key, { value }]) => `${key}${key === '' ? '' : ' = '}${valueText(value)}`);
    return {
      words: held.join(', ') || (entries > 0 ? `${entries} entries` : 'empty'),
      emphasis: 'filled',
      facts: [
        ...cells.map(([key, { stamped }]) => ({
          name: `stamp${key === '' ? '' : ` of ${key}`}`,
          value: stamped,
        })),
        ...(state.ignored > 0 ? [{ name: 'acknowledged and ignored', value: String(state.ignored) }] : []),
        ...(entries > 0 ? [{ name: 'entries', value: `${entries}, ${state.overwritten} overwritten` }] : []),
        ...(state.discipline.asked > 0
          ? [
              { name: 'clock', value: disciplineWords(state.discipline) },
              ...disciplineFacts(state.discipline),
            ]
          : []),
      ],
    };
  },
};
