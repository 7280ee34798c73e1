/**
 * A space-time diagram from vector clocks: a line a host, events on it, and happens-before between them, since one
 * event happened before another exactly when the other's clock counts it.
 */

import { Stop } from '../place';

export interface SpaceTimeEvent {
  readonly host: string;
  /** How many events of each host this one knows of, itself included; hosts it knows nothing of are left out. */
  readonly clock: ReadonlyMap<string, number>;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

export interface SpaceTime {
  /** What the delimiter said of this execution; empty where there is one alone. */
  readonly name: string;
  /** In the order in which they appear. */
  readonly hosts: readonly string[];
  readonly events: readonly SpaceTimeEvent[];
}

const counts = (event: SpaceTimeEvent, host: string): number => event.clock.get(host) ?? 0;

/** Whether one event could have influenced another. */
export const happensBefore = (one: SpaceTimeEvent, other: SpaceTimeEvent): boolean =>
  one !== other && counts(other, one.host) >= counts(one, one.host);

/** How many pairs of events happened one before the other, and how many did not. */
export function orderedPairs({ events }: SpaceTime): {
  readonly ordered: number;
  readonly concurrent: number;
} {
  let ordered = 0;
  // A clock counts everything that came before its event, and the event itself.
  for (const { clock } of events) for (const count of clock.values()) ordered += count;
  ordered -= events.length;
  return { ordered, concurrent: (events.length * (events.length - 1)) / 2 - ordered };
}

/** The events of each host in the order of that host, which may not be the order of the log. */
function byHost(events: readonly SpaceTimeEvent[]): ReadonlyMap<string, readonly SpaceTimeEvent[]> {
  const lines = new Map<string, SpaceTimeEvent[]>();
  for (const event of events) {
    const line = lines.get(event.host);
    if (line) line.push(event);
    else lines.set(event.host, [event]);
  }
  for (const line of lines.values()) line.sort((a, b) => counts(a, a.host) - counts(b, b.host));
  return lines;
}

const size = (event: SpaceTimeEvent): number =>
  [...event.clock.values()].reduce((sum, count) => sum + count, 0);

/** The Lamport stamp of each event: one more than the largest of those before it, from 1. */
export function lamport({ events }: SpaceTime): readonly number[] {
  const lines = byHost(events);
  const stamps = new Map<SpaceTimeEvent, number>();
  // Whatever came before knows of less.
  for (const event of [...events].sort((a, b) => size(a) - size(b))) {
    let largest = 0;
    for (const [host, count] of event.clock) {
      const before = lines.get(host)?.[host === event.host ? count - 2 : count - 1];
      if (before) largest = Math.max(largest, stamps.get(before) ?? 0);
    }
    stamps.set(event, largest + 1);
  }
  return events.map((event) => stamps.get(event) ?? 0);
}

/** Throws a Stop at the first clock that no run can have shown. `at` is where an event's clock is. */
export function checkClocks(events: readonly SpaceTimeEvent[], at: (index: number) => number): void {
  const lines = byHost(events);
  const place = new Map(events.map((event, index) => [event, index]));
  const stop = (event: SpaceTimeEvent, reason: string) => new Stop(at(place.get(event) ?? 0), reason);
  for (const [host, line] of lines) {
    for (const [i, event] of line.entries()) {
      const count = counts(event, host);
      if (count === 0) throw stop(event, `The clock of an event at ${host} does not count ${host} itself.`);
      if (count === i + 1) continue;
      throw count <= i
        ? stop(event, `There are two events ${count} at ${host}.`)
        : stop(
            event,
            `The clocks of ${host} leave a gap: event ${count} is there, and event ${i + 1} is not.`,
          );
    }
  }
  for (const event of events) {
    for (const [host, count] of event.clock) {
      const known = host === event.host ? count - 1 : count;
      const before = lines.get(host)?.[known - 1];
      if (known > 0 && !before)
        throw stop(event, `This counts ${known} events of ${host}, and there are not as many.`);
      for (const [other, seen] of before?.clock ?? []) {
        if (other === event.host && seen >= counts(event, event.host)) {
          throw stop(
            event,
            `This knows event ${count} of ${host}, which knows of this one: cause goes in a circle.`,
          );
        }
        if (seen > counts(event, other)) {
          throw stop(
            event,
            `This knows event ${known} of ${host}, but not all that event knew: ${other} ${seen}.`,
          );
        }
      }
    }
  }
}
