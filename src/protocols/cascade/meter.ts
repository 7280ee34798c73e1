/**
 * Reads the trace of a cascade for what it says about load. It knows of each request what the nodes themselves know, and
 * one thing more: whether a user still waits for it, at the other end of the chain of callers.
 */

import type { Entry, EntryOf, Micros, NodeId, WorldConfig } from '#/kernel';
import type { Meter, Readings } from '../metering';
import { readBreaker, readGivenUp } from '../policies/telling';
import { EARLIER } from './life';
import { tierParams } from './params';
import { type Reply, type Request, TIME_OUT, WORK } from './words';

/** A user's call or a tier's job. Changed in place. */
interface Asked {
  /** Whose request it is, and which; null: a user's own call. */
  readonly from: NodeId | null;
  readonly call: number;
  readonly nth: number;
  readonly arrivedAt: Micros;
  readonly event: number;
  /** −1 until a worker takes it up. */
  startedAt: Micros;
  /** The last try of its own call, and whether that is waited for. */
  tries: number;
  waits: boolean;
}

interface Place {
  readonly isTier: boolean;
  /** Whom it calls. */
  readonly next: NodeId | null;
  readonly asked: Map<number, Asked>;
  /** The number of the last job. */
  last: number;
  /** It has restarted and will choose where its numbers go on. */
  reborn: boolean;
  breaker: string;
}

const copyPlace = (p: Place): Place => ({
  ...p,
  asked: new Map(Array.from(p.asked, ([id, asked]) => [id, { ...asked }])),
});

const W = WORK.charCodeAt(0);

class CascadeMeter implements Meter {
  constructor(
    private readonly places: ReadonlyMap<NodeId, Place>,
    private readonly params: Record<string, string | number | boolean>,
  ) {}

  copy(): Meter {
    const places = new Map(Array.from(this.places, ([id, place]) => [id, copyPlace(place)]));
    return new CascadeMeter(places, { ...this.params });
  }

  take(entry: Entry, to: Readings): void {
    switch (entry.type) {
      case 'sent':
        if (entry.kind === 'request') this.asks(entry, to);
        else this.replies(entry, to);
        break;
      case 'delivered':
        if (entry.kind === 'request') this.comes(entry, to);
        else this.hears(entry, to);
        break;
      case 'timer set':
        if (entry.name.charCodeAt(0) === W) this.starts(entry, to);
        break;
      case 'timer fired':
        if (entry.name.startsWith(TIME_OUT)) {
          const asked = this.place(entry.node).asked.get(Number(entry.name.slice(TIME_OUT.length)));
          if (asked !== undefined) asked.waits = false;
        }
        break;
      case 'chose':
        this.chooses(entry);
        break;
      case 'note':
        this.tells(entry, to);
        break;
      case 'started':
        this.staff(entry.node as NodeId, to);
        break;
      case 'crashed':
        this.loses(entry, to);
        break;
      case 'restarted':
        this.place(entry.node).reborn = true;
        break;
      case 'command':
        if (entry.refused === null && entry.command.verb === 'set') {
          this.params[entry.command.param] = entry.command.value;
          for (const id of this.places.keys()) this.staff(id, to);
        }
    }
  }

  private place(node: NodeId | null): Place {
    return this.places.get(node as NodeId) as Place;
  }

  private staff(node: NodeId, to: Readings): void {
    const { isTier, next } = this.place(node);
    const { workers, databaseWorkers } = this.params;
    if (isTier) to.staffed(node, (next === null ? databaseWorkers : workers) as number);
  }

  /** A request leaves. A user's call begins with the first. */
  private asks(entry: EntryOf<'sent'>, to: Readings): void {
    const { call, nth } = entry.body as unknown as Request;
    const { isTier, asked } = this.place(entry.from);
    if (!isTier && nth === 1) {
      const { at, event } = entry;
      const began = { call, nth, event, arrivedAt: at, startedAt: at, tries: 1, waits: true };
      asked.set(call, { from: null, ...began });
      to.called(entry.from);
    } else {
      const own = asked.get(call);
      if (own !== undefined) {
        own.tries = nth;
        own.waits = true;
      }
    }
    to.tried(entry.from, entry.to, nth);
  }

  private comes(entry: EntryOf<'delivered'>, to: Readings): void {
    const place = this.place(entry.to);
    const { call, nth } = entry.body as unknown as Request;
    place.asked.set(++place.last, {
      from: entry.from,
      call,
      nth,
      arrivedAt: entry.at,
      event: entry.event,
      startedAt: -1,
      tries: 0,
      waits: false,
    });
    to.arrived(entry.to);
  }

  private starts(entry: EntryOf<'timer set'>, to: Readings): void {
    const node = entry.node as NodeId;
    const job = this.place(node).asked.get(Number(entry.name.slice(WORK.length)));
    if (job === undefined) return;
    job.startedAt = entry.at;
    to.started(node, entry.at - job.arrivedAt);
  }

  /** A tier is done with a request: its worker is free, or it had none. */
  private replies(entry: EntryOf<'sent'>, to: Readings): void {
    const { asked } = this.place(entry.from);
    const { job: id } = entry.body as unknown as Reply;
    const job = asked.get(id);
    if (job === undefined) return;
    asked.delete(id);
    if (job.startedAt < 0) to.refused(entry.from, job.event !== entry.event);
    else to.finished(entry.from, entry.at - job.startedAt, entry.kind === 'answer' && this.isWanted(job));
  }

  /** Whether every caller of a request waits for it, up to the user. */
  private isWanted(job: Asked): boolean {
    let at = job;
    while (at.from !== null) {
      const caller = this.place(at.from).asked.get(at.call);
      if (caller === undefined || !caller.waits || caller.tries !== at.nth) return false;
      at = caller;
    }
    return true;
  }

  private hears(entry: EntryOf<'delivered'>, to: Readings): void {
    const { call, nth } = entry.body as unknown as Reply;
    const { isTier, asked } = this.place(entry.to);
    const own = asked.get(call);
    if (own === undefined || !own.waits || own.tries !== nth) return;
    own.waits = false;
    if (isTier || entry.kind !== 'answer') return;
    asked.delete(call);
    to.ended(entry.to, 'ok', entry.at - own.arrivedAt);
  }

  private chooses(entry: EntryOf<'chose'>): void {
    const place = this.place(entry.node);
    if (!place.reborn) return;
    place.reborn = false;
    place.last = EARLIER * (1 + entry.value);
  }

  private tells(entry: EntryOf<'note'>, to: Readings): void {
    const node = entry.node as NodeId;
    const place = this.place(node);
    const mode = readBreaker(entry.text);
    if (mode !== null && place.next !== null) {
      place.breaker = mode;
      to.broke(node, place.next, mode);
      return;
    }
    const end = readGivenUp(entry.text);
    if (end === null) return;
    const id = Number(end.call.slice('call '.length));
    const own = place.asked.get(id);
    if (own === undefined) return;
    place.asked.delete(id);
    to.ended(node, end.outcome, entry.at - own.arrivedAt);
  }

  /** A crash takes everything along that was here. */
  private loses(entry: EntryOf<'crashed'>, to: Readings): void {
    const node = entry.node as NodeId;
    const place = this.place(node);
    for (const { from, startedAt, arrivedAt } of place.asked.values()) {
      if (from === null) to.ended(node, 'unknown', entry.at - arrivedAt);
      else if (startedAt < 0) to.refused(node, true);
      else to.finished(node, entry.at - startedAt, false);
    }
    place.asked.clear();
    if (place.breaker !== 'closed' && place.next !== null) to.broke(node, place.next, 'closed');
    place.breaker = 'closed';
  }
}

export function cascadeMeter({ nodes, params }: WorldConfig): Meter {
  const tiers = nodes.filter(({ role }) => role === 'tier').map(({ id }) => id);
  const places = nodes.map(({ id, role }): [NodeId, Place] => {
    const isTier = role === 'tier';
    const next = tiers[isTier ? tiers.indexOf(id) + 1 : 0] ?? null;
    return [id, { isTier, next, asked: new Map(), last: 0, reborn: false, breaker: 'closed' }];
  });
  return new CascadeMeter(new Map(places), { ...tierParams, ...params });
}
