/**
 * Where the events of a log with clocks stand: a lane a host, a column a Lamport stamp, so that every arrow goes to
 * the right. An arrow is drawn only where no other way already says the same. Pure; CSS pixels.
 */

import { lamport, type SpaceTime, type SpaceTimeEvent } from '#/scenarios';

export interface Dot {
  readonly event: SpaceTimeEvent;
  readonly index: number;
  readonly stamp: number;
  readonly x: number;
  readonly y: number;
}

export interface Arrow {
  readonly from: Dot;
  readonly to: Dot;
}

export interface Plan {
  readonly dots: readonly Dot[];
  readonly arrows: readonly Arrow[];
  readonly lanes: readonly { readonly host: string; readonly y: number }[];
  /** Room at the left for the names of the hosts. */
  readonly names: number;
  readonly width: number;
  readonly height: number;
}

const COLUMN = 34;
const LANE = 52;
const TOP = 28;
export const LONGEST_HOST = 14;

/** Events another host is known by here for the first time, without those that a nearer one brought along. */
function arrivals(
  event: SpaceTimeEvent,
  before: SpaceTimeEvent | undefined,
): readonly (readonly [string, number])[] {
  return [...event.clock].filter(
    ([host, count]) => host !== event.host && count > (before?.clock.get(host) ?? 0),
  );
}

export function planOf(log: SpaceTime): Plan {
  const stamps = lamport(log);
  const letters = log.hosts.reduce((most, host) => Math.max(most, host.length), 2);
  const names = 22 + Math.min(letters, LONGEST_HOST) * 8.5;
  const lanes = log.hosts.map((host, index) => ({ host, y: TOP + index * LANE }));
  const laneOf = new Map(lanes.map(({ host, y }) => [host, y]));
  const dots = log.events.map((event, index): Dot => {
    const stamp = stamps[index] ?? 1;
    return { event, index, stamp, x: names + stamp * COLUMN - 8, y: laneOf.get(event.host) ?? TOP };
  });
  const byCount = new Map(
    dots.map((dot) => [`${dot.event.clock.get(dot.event.host)} ${dot.event.host}`, dot]),
  );
  const arrows = dots.flatMap((to) => {
    const own = to.event.clock.get(to.event.host) ?? 0;
    const fresh = arrivals(to.event, byCount.get(`${own - 1} ${to.event.host}`)?.event);
    const sources = fresh.flatMap(([host, count]) => byCount.get(`${count} ${host}`) ?? []);
    const direct = sources.filter(
      (source) =>
        !sources.some(
          (other) =>
            other !== source &&
            (other.event.clock.get(source.event.host) ?? 0) >=
              (source.event.clock.get(source.event.host) ?? 0),
        ),
    );
    return direct.map((from) => ({ from, to }));
  });
  const last = stamps.reduce((most, stamp) => Math.max(most, stamp), 1);
  return {
    dots,
    arrows,
    lanes,
    names,
    width: names + (last + 1) * COLUMN,
    height: TOP + (lanes.length - 1) * LANE + TOP,
  };
}
