/**
 * Reads the trace of a service for what it says about load. It knows what the nodes themselves know, and one thing more:
 * whether the client of a request still waits for an answer when the work is done.
 */

import type { Entry, EntryOf, Micros, NodeId, WorldConfig } from '#/kernel';
import type { Meter, Readings } from '../metering';
import { readBreaker, readGivenUp } from '../policies/telling';
import { serverParams } from './server';

interface Job {
  readonly from: NodeId;
  readonly call: string;
  readonly arrivedAt: Micros;
  readonly event: number;
  /** −1 until a worker takes it up. Changed in place. */
  startedAt: Micros;
}

interface Place {
  readonly isService: boolean;
  /** When each call that has not ended began. */
  readonly calls: Map<string, Micros>;
  readonly jobs: Map<string, Job>;
  /** How many requests have come since it started. */
  requests: number;
  breaker: string;
}

const newPlace = (isService: boolean): Place => ({
  ...{ isService, calls: new Map(), jobs: new Map(), requests: 0, breaker: 'closed' },
});

const copyPlace = (p: Place): Place => ({
  ...p,
  calls: new Map(p.calls),
  jobs: new Map(Array.from(p.jobs, ([id, job]) => [id, { ...job }])),
});

class ServiceMeter implements Meter {
  constructor(
    private readonly places: ReadonlyMap<NodeId, Place>,
    private readonly service: NodeId | null,
    private workers: number,
  ) {}

  copy(): Meter {
    const places = new Map(Array.from(this.places, ([id, place]) => [id, copyPlace(place)]));
    return new ServiceMeter(places, this.service, this.workers);
  }

  take(entry: Entry, to: Readings): void {
    switch (entry.type) {
      case 'sent':
        if (entry.kind === 'request') this.asks(entry, to);
        else if (entry.kind === 'refusal') this.refuses(entry, to);
        break;
      case 'delivered':
        if (entry.kind === 'request') this.comes(entry, to);
        else if (entry.kind === 'answer') {
          this.ends(entry.to, (entry.body as { call: string }).call, 'ok', entry.at, to);
        }
        break;
      case 'timer set':
        this.starts(entry, to);
        break;
      case 'timer fired':
        this.finishes(entry, to);
        break;
      case 'note':
        this.tells(entry, to);
        break;
      case 'started':
        if (this.place(entry.node).isService) to.staffed(entry.node as NodeId, this.workers);
        break;
      case 'crashed':
        this.loses(entry, to);
        break;
      case 'command':
        if (entry.refused === null && entry.command.verb === 'set' && entry.command.param === 'workers') {
          this.workers = entry.command.value as number;
          for (const [id, { isService }] of this.places) if (isService) to.staffed(id, this.workers);
        }
    }
  }

  private place(node: NodeId | null): Place {
    return this.places.get(node as NodeId) as Place;
  }

  private asks(entry: EntryOf<'sent'>, to: Readings): void {
    const { call, nth } = entry.body as { call: string; nth: number };
    if (nth === 1) this.begins(entry.from, call, entry.at, to);
    to.tried(entry.from, entry.to, nth);
  }

  private begins(node: NodeId, call: string, at: Micros, to: Readings): void {
    this.place(node).calls.set(call, at);
    to.called(node);
  }

  private ends(node: NodeId, call: string, how: 'ok' | 'failed' | 'unknown', at: Micros, to: Readings): void {
    const { calls } = this.place(node);
    const began = calls.get(call);
    if (began === undefined) return;
    calls.delete(call);
    to.ended(node, how, at - began);
  }

  private comes(entry: EntryOf<'delivered'>, to: Readings): void {
    const place = this.place(entry.to);
    const { call } = entry.body as { call: string };
    const { from, event, at } = entry;
    place.jobs.set(`job ${++place.requests}`, { from, call, event, arrivedAt: at, startedAt: -1 });
    to.arrived(entry.to);
  }

  private starts({ node, name, at }: EntryOf<'timer set'>, to: Readings): void {
    const job = this.place(node).jobs.get(name);
    if (job === undefined) return;
    job.startedAt = at;
    to.started(node as NodeId, at - job.arrivedAt);
  }

  private finishes({ node, name, at }: EntryOf<'timer fired' | 'timer cancelled'>, to: Readings): void {
    const { jobs } = this.place(node);
    const job = jobs.get(name);
    if (job === undefined) return;
    jobs.delete(name);
    to.finished(node as NodeId, at - job.startedAt, this.place(job.from).calls.has(job.call));
  }

  private refuses(entry: EntryOf<'sent'>, to: Readings): void {
    const { jobs } = this.place(entry.from);
    const { job: id } = entry.body as { job: string };
    const job = jobs.get(id);
    if (job === undefined) return;
    jobs.delete(id);
    to.refused(entry.from, job.event !== entry.event);
  }

  private tells(entry: EntryOf<'note'>, to: Readings): void {
    const node = entry.node as NodeId;
    const mode = readBreaker(entry.text);
    if (mode !== null && this.service !== null) {
      this.place(node).breaker = mode;
      to.broke(node, this.service, mode);
      return;
    }
    const end = readGivenUp(entry.text);
    if (end === null) return;
    // A call that its breaker never let out has shown itself nowhere before.
    if (!this.place(node).calls.has(end.call)) this.begins(node, end.call, entry.at, to);
    this.ends(node, end.call, end.outcome, entry.at, to);
  }

  /** A crash takes everything along that was here. */
  private loses(entry: EntryOf<'crashed'>, to: Readings): void {
    const node = entry.node as NodeId;
    const place = this.place(node);
    for (const call of [...place.calls.keys()]) this.ends(node, call, 'unknown', entry.at, to);
    for (const { startedAt } of place.jobs.values()) {
      if (startedAt < 0) to.refused(node, true);
      else to.finished(node, entry.at - startedAt, false);
    }
    place.jobs.clear();
    place.requests = 0;
    if (place.breaker !== 'closed' && this.service !== null) to.broke(node, this.service, 'closed');
    place.breaker = 'closed';
  }
}

export function serviceMeter({ nodes, params }: WorldConfig): Meter {
  const places = nodes.map(({ id, role }): [NodeId, Place] => [id, newPlace(role === 'service')]);
  const service = nodes.find(({ role }) => role === 'service')?.id ?? null;
  return new ServiceMeter(new Map(places), service, (params?.workers ?? serverParams.workers) as number);
}
