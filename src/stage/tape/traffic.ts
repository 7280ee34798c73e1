/**
 * How many messages came to each node, slot by slot: what a tape shows of a run so busy that single arrows would be a
 * blot. Every entry is counted once, also those that are no longer kept; of what was never at hand it knows that.
 */

import type { Entry, Micros } from '#/scenarios';
import { entriesTo } from '../run';

/** A second of watching has so many slots: shorter than anything drawn, unless one has come very close. */
const SLOTS_A_SECOND = 500;

class Counts {
  private slots = new Uint16Array(256);

  add(slot: number): void {
    if (slot >= this.slots.length) this.grow(slot);
    this.slots[slot] = (this.slots[slot] as number) + 1;
  }

  sum(from: number, to: number): number {
    let sum = 0;
    const end = Math.min(to, this.slots.length);
    for (let i = Math.max(0, from); i < end; i++) sum += this.slots[i] as number;
    return sum;
  }

  /** The first slots alone. */
  upTo(slot: number): Counts {
    const copy = new Counts();
    copy.slots = new Uint16Array(this.slots.length);
    copy.slots.set(this.slots.subarray(0, slot));
    return copy;
  }

  private grow(slot: number): void {
    const slots = new Uint16Array(Math.max(slot + 1, this.slots.length * 2));
    slots.set(this.slots);
    this.slots = slots;
  }
}

/** Entries that have been counted, by id, and the time they cover. */
interface Known {
  readonly fromId: number;
  readonly toId: number;
  readonly fromAt: Micros;
  readonly toAt: Micros;
}

export class Traffic {
  readonly slotUs: Micros;
  private readonly heard = new Map<string, Counts>();
  private readonly lost = new Map<string, Counts>();
  /** In order, with something unknown between any two. */
  private known: readonly Known[] = [];

  constructor(private readonly pace: Micros) {
    this.slotUs = Math.max(1, Math.round(pace / SLOTS_A_SECOND));
  }

  /** Counts what it has not counted yet. */
  readOn(trace: readonly Entry[]): this {
    if (trace.length === 0) return this;
    const first = trace[0] as Entry;
    const [fromId, toId] = [first.id, entriesTo(trace)];
    let next = fromId;
    for (const { fromId: from, toId: to } of this.known) {
      if (to <= next) continue;
      if (from >= toId) break;
      this.count(trace, next - fromId, from - fromId);
      next = to;
    }
    this.count(trace, next - fromId, toId - fromId);
    const toAt = (trace.at(-1) as Entry).at;
    this.add({ fromId, toId, fromAt: fromId === 0 ? 0 : first.at, toAt });
    return this;
  }

  /** Messages that came to a node, or were lost on their way to it, from one slot up to another. */
  sum(what: 'heard' | 'lost', node: string, fromSlot: number, toSlot: number): number {
    return this[what].get(node)?.sum(fromSlot, toSlot) ?? 0;
  }

  /** The stretches of time up to a moment of which nothing is known. */
  unknown(until: Micros): readonly (readonly [Micros, Micros])[] {
    const found: (readonly [Micros, Micros])[] = [];
    let at = 0;
    for (const { fromAt, toAt } of this.known) {
      if (fromAt > at && at < until) found.push([at, Math.min(fromAt, until)]);
      at = Math.max(at, toAt);
    }
    return found;
  }

  /** What a branch shares with this one: everything before a time and an entry at which a slot begins. */
  fork(beforeId: number, before: Micros): Traffic {
    const copy = new Traffic(this.pace);
    const slot = Math.floor(before / this.slotUs);
    for (const [node, counts] of this.heard) copy.heard.set(node, counts.upTo(slot));
    for (const [node, counts] of this.lost) copy.lost.set(node, counts.upTo(slot));
    copy.known = this.known
      .filter(({ fromId }) => fromId < beforeId)
      .map((k) => ({ ...k, toId: Math.min(k.toId, beforeId), toAt: Math.min(k.toAt, before) }));
    return copy;
  }

  private count(trace: readonly Entry[], from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const entry = trace[i] as Entry;
      if (entry.type === 'delivered') this.add1(this.heard, entry.to, entry.at);
      else if (entry.type === 'dropped') this.add1(this.lost, entry.to, entry.at);
    }
  }

  private add1(counts: Map<string, Counts>, node: string, at: Micros): void {
    let of = counts.get(node);
    if (!of) {
      of = new Counts();
      counts.set(node, of);
    }
    of.add(Math.floor(at / this.slotUs));
  }

  private add(range: Known): void {
    const apart = this.known.filter(({ fromId, toId }) => toId < range.fromId || fromId > range.toId);
    const met = this.known.filter(({ fromId, toId }) => toId >= range.fromId && fromId <= range.toId);
    const whole = [...met, range].reduce((a, b) => ({
      fromId: Math.min(a.fromId, b.fromId),
      toId: Math.max(a.toId, b.toId),
      fromAt: Math.min(a.fromAt, b.fromAt),
      toAt: Math.max(a.toAt, b.toAt),
    }));
    this.known = [...apart, whole].sort((a, b) => a.fromId - b.fromId);
  }
}
