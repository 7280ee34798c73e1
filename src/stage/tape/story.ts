/**
 * A trace read as things that last: journeys of messages, timers, calls, times down, cuts. It is read once and
 * grows with the trace; a position in the past shows the same story, clipped to the entries it has.
 */

import type { EntryOf, MessageName, Seen } from '#/kernel';
import type { Entry, Micros } from '#/scenarios';

/** A moment and the entry that tells of it. */
export interface Point {
  readonly at: Micros;
  readonly entry: number;
}

export interface Change extends Point {
  readonly type: 'held' | 'released' | 'delayed';
  readonly byUs: Micros;
}

/** A message from the moment it is put on its link; a copy has a journey of its own. */
export interface Journey extends Point, MessageName {
  /** The journey it is a copy of, by entry; −1 for an original. */
  readonly origin: number;
  readonly changes: Change[];
  /** Since when it lies at a paused node. */
  waits: Point | null;
  end: (Point & { readonly how: 'delivered' | EntryOf<'dropped'>['reason']; readonly place: number }) | null;
}

export interface TimerSpan extends Point {
  readonly node: string;
  readonly name: string;
  readonly delayUs: Micros;
  end: (Point & { readonly how: 'fired' | 'cancelled' | 'replaced' | 'crashed' }) | null;
}

export interface CallSpan extends Point {
  readonly node: string;
  readonly op: string;
  readonly f: string;
  readonly value: EntryOf<'invoked'>['value'];
  end: (Point & { readonly outcome: EntryOf<'completed'>['outcome']; readonly seen: Seen }) | null;
  readonly late: Point[];
}

/** A node crashed or paused. */
export interface IdleSpan extends Point {
  readonly node: string;
  readonly how: 'crashed' | 'paused';
  end: Point | null;
}

export interface CutSpan extends Point {
  readonly links: readonly { readonly from: string; readonly to: string }[];
  end: Point | null;
}

/** Something at a node that takes no time. */
export interface Mark extends Point {
  readonly node: string;
  readonly type: Entry['type'];
}

const MARKED: ReadonlySet<Entry['type']> = new Set([
  'persisted',
  'note',
  'clock changed',
  'slowed',
  'restarted',
  'resumed',
  'invoked',
  'completed',
  'late',
  'timer fired',
]);

const keyOf = (m: MessageName): string => `${m.from}>${m.to}>${m.kind}>${m.nth}>${m.copy}`;

export class Story {
  readonly journeys: Journey[] = [];
  readonly timers: TimerSpan[] = [];
  readonly calls: CallSpan[] = [];
  readonly idle: IdleSpan[] = [];
  readonly cuts: CutSpan[] = [];
  readonly marks: Mark[] = [];
  /** What has been read. */
  private trace: readonly Entry[] = [];
  private readonly underWay = new Map<string, Journey>();
  private readonly byEntry = new Map<number, Journey>();
  private readonly ticking = new Map<string, TimerSpan>();
  private readonly open = new Map<string, CallSpan>();

  /** Reads on to the end of a trace that begins with what has been read. */
  readOn(trace: readonly Entry[]): this {
    for (let i = this.trace.length; i < trace.length; i++) this.read(trace[i] as Entry);
    if (trace.length > this.trace.length) this.trace = trace;
    return this;
  }

  /** Whether a trace begins like this one, as far as both go. Entries are shared, never copied, so one look does. */
  agrees(trace: readonly Entry[]): boolean {
    const both = Math.min(trace.length, this.trace.length);
    return both > 0 && trace[both - 1] === this.trace[both - 1];
  }

  journey(entry: number): Journey | undefined {
    return this.byEntry.get(entry);
  }

  private read(entry: Entry): void {
    const point = { at: entry.at, entry: entry.id };
    if (entry.node !== null && MARKED.has(entry.type)) {
      this.marks.push({ ...point, node: entry.node, type: entry.type });
    }
    switch (entry.type) {
      case 'sent':
        this.setOut(entry, -1);
        break;
      case 'duplicated':
        this.setOut(entry, this.underWay.get(keyOf({ ...entry, copy: entry.of }))?.entry ?? -1);
        break;
      case 'held':
      case 'released':
      case 'delayed':
        this.underWay.get(keyOf(entry))?.changes.push({
          ...point,
          type: entry.type,
          byUs: entry.type === 'delayed' ? entry.byUs : 0,
        });
        break;
      case 'delivered':
        this.arrive(entry, { ...point, how: 'delivered', place: 1 });
        break;
      case 'dropped':
        this.arrive(entry, { ...point, how: entry.reason, place: entry.place });
        break;
      case 'waits': {
        const journey = entry.what === 'message' ? this.byEntry.get(entry.cause) : undefined;
        if (journey && !journey.waits) journey.waits = point;
        break;
      }
      case 'invoked': {
        const { op, f, value, node } = entry;
        const call: CallSpan = { ...point, node: node as string, op, f, value, end: null, late: [] };
        this.calls.push(call);
        this.open.set(op, call);
        break;
      }
      case 'completed': {
        const call = this.open.get(entry.op);
        if (call) call.end = { ...point, outcome: entry.outcome, seen: entry.seen };
        break;
      }
      case 'late':
        this.open.get(entry.op)?.late.push(point);
        break;
      case 'command':
        if (entry.refused === null) this.readLinks(entry.command, point);
        break;
      default:
        this.readNode(entry, point);
    }
  }

  private setOut(entry: EntryOf<'sent' | 'duplicated'>, origin: number): void {
    const { at, id, from, to, kind, nth, copy } = entry;
    const journey = { at, entry: id, from, to, kind, nth, copy, origin, changes: [], waits: null, end: null };
    this.journeys.push(journey);
    this.byEntry.set(id, journey);
    this.underWay.set(keyOf(journey), journey);
  }

  private arrive(entry: MessageName, end: NonNullable<Journey['end']>): void {
    const journey = this.underWay.get(keyOf(entry));
    if (!journey) return;
    journey.end = end;
    this.underWay.delete(keyOf(entry));
  }

  private readNode(entry: Entry, point: Point): void {
    const node = entry.node as string;
    switch (entry.type) {
      case 'timer set': {
        this.stopTimer(node, entry.name, { ...point, how: 'replaced' });
        const timer = { ...point, node, name: entry.name, delayUs: entry.delayUs, end: null };
        this.timers.push(timer);
        this.ticking.set(`${node}>${entry.name}`, timer);
        break;
      }
      case 'timer fired':
      case 'timer cancelled':
        this.stopTimer(node, entry.name, {
          ...point,
          how: entry.type === 'timer fired' ? 'fired' : 'cancelled',
        });
        break;
      case 'crashed':
      case 'paused':
        if (entry.type === 'crashed') {
          for (const [key, timer] of this.ticking) {
            if (timer.node !== node) continue;
            timer.end = { ...point, how: 'crashed' };
            this.ticking.delete(key);
          }
        }
        this.wake(node, point);
        this.idle.push({ ...point, node, how: entry.type, end: null });
        break;
      case 'restarted':
      case 'resumed':
        this.wake(node, point);
    }
  }

  private stopTimer(node: string, name: string, end: NonNullable<TimerSpan['end']>): void {
    const timer = this.ticking.get(`${node}>${name}`);
    if (!timer) return;
    timer.end = end;
    this.ticking.delete(`${node}>${name}`);
  }

  private wake(node: string, end: Point): void {
    const span = this.idle.findLast((s) => s.node === node && s.end === null);
    if (span) span.end = end;
  }

  private readLinks(command: EntryOf<'command'>['command'], point: Point): void {
    if (command.verb !== 'cut' && command.verb !== 'mend') return;
    const touched = (l: { from: string; to: string }) =>
      command.links.some((other) => other.from === l.from && other.to === l.to);
    const open = this.cuts.filter((cut) => cut.end === null);
    if (command.verb === 'cut') {
      const links = command.links.filter(
        (l) => !open.some((cut) => cut.links.some((o) => o.from === l.from && o.to === l.to)),
      );
      if (links.length > 0) this.cuts.push({ ...point, links, end: null });
      return;
    }
    for (const cut of open) {
      const left = cut.links.filter((l) => !touched(l));
      if (left.length === cut.links.length) continue;
      cut.end = point;
      if (left.length > 0) this.cuts.push({ ...point, links: left, end: null });
    }
  }
}

/** Keeps the stories of a few traces, so that going back and forth, or between branches, reads nothing twice. */
export class Shelf {
  private readonly stories: Story[] = [];

  /** The story that begins with this trace; it may already know more, which views must clip. */
  storyOf(trace: readonly Entry[]): Story {
    const story = (this.stories.find((s) => s.agrees(trace)) ?? new Story()).readOn(trace);
    this.stories.splice(0, this.stories.length, story, ...this.stories.filter((s) => s !== story));
    this.stories.length = Math.min(this.stories.length, 6);
    return story;
  }
}

/** An end, unless it lies after the position shown: `entries` is how many entries that position has. */
export function endWithin<E extends Point>(end: E | null, entries: number): E | null {
  return end !== null && end.entry < entries ? end : null;
}
