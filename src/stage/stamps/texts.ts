/** Stamps as text: short in a badge on the tape, whole in a table or a list of facts. */

import type { Counts, Hybrid, Interval, Scenario, StampKind } from '#/scenarios';
import { nodeName, timeText } from '../words';
import type { Stamp, Stamping } from './stamping';

/** Milliseconds with as many decimals as they need, without a unit. */
const ms = (us: number): string => String(Number((us / 1000).toFixed(3)));

const hybrid = ({ l, c }: Hybrid): string => (c === 0 ? ms(l) : `${ms(l)}+${c}`);

/** "± 2 ms": half of what lies between the earliest and the latest. */
const breadth = ({ earliest, latest }: Interval): string => `± ${timeText((latest - earliest) / 2)}`;

/** Whether true time lies in an interval. */
export const holds = ({ earliest, latest }: Interval, at: number): boolean => earliest <= at && at <= latest;

/** By how much true time lies outside an interval. */
const missedBy = ({ earliest, latest }: Interval, at: number): number =>
  at < earliest ? earliest - at : Math.max(0, at - latest);

/** "± 2 ms", or where the truth lies. */
export const breadthTexts = (interval: Interval, at: number): readonly string[] =>
  holds(interval, at) ? [breadth(interval)] : [`wrong by ${timeText(missedBy(interval, at))}`, 'wrong'];

/** What several events at one moment say together, then what the last of them says alone. Not for vectors. */
export function badgeTexts(kind: StampKind, first: Stamp, last: Stamp): readonly string[] {
  switch (kind) {
    case 'lamport':
    case 'oracle':
      return first === last ? [String(last)] : [`${first}–${last}`, String(last)];
    case 'hlc': {
      const [a, b] = [first as Hybrid, last as Hybrid];
      if (a.l !== b.l || a.c === b.c) return [hybrid(b)];
      return [`${ms(b.l)}+${a.c}–${b.c}`, hybrid(b)];
    }
    case 'interval':
      return [breadth(last as Interval)];
    case 'vector':
      return [];
  }
}

function vectorWords(own: Counts, before: Counts, changed: Stamping['changed'], scenario: Scenario): string {
  const now = new Set(changed(before, own));
  const slot = (id: string) => {
    const count = own[id] ?? 0;
    return `${nodeName(scenario, id)} ${now.has(id) ? `${before[id] ?? 0} → ${count}` : count}`;
  };
  // A node that is not named counts 0.
  const known = Object.keys(own).filter((id) => own[id] !== 0);
  return known.map(slot).join(', ');
}

function intervalWords(interval: Interval, at: number): string {
  const [from, to] = [timeText(interval.earliest), timeText(interval.latest)];
  const span = from === to ? from : `${from} to ${to}`;
  return holds(interval, at) ? span : `${span}, and the true time is not in it`;
}

/** The whole stamp. `before` is the one that the same node had before it, or null. */
export function stampText(
  kind: StampKind,
  stamp: Stamp,
  before: Stamp | null,
  at: number,
  scenario: Scenario,
  changed: Stamping['changed'],
): string {
  switch (kind) {
    case 'lamport':
    case 'oracle':
      return String(stamp);
    case 'vector':
      return vectorWords(stamp as Counts, (before ?? {}) as Counts, changed, scenario);
    case 'hlc': {
      const { l, c } = stamp as Hybrid;
      return c === 0 ? timeText(l) : `${timeText(l)} + ${c}`;
    }
    case 'interval':
      return intervalWords(stamp as Interval, at);
  }
}

/** The counts of a vector in the order of the nodes, and of whomever else it has heard of. */
export function slotsOf(counts: Counts, { nodes }: Scenario): readonly string[] {
  const named = nodes.map(({ id }) => id as string);
  return [...named, ...Object.keys(counts).filter((id) => !named.includes(id))];
}

export const slotTexts = (counts: Counts, slots: readonly string[]): readonly string[] =>
  slots.map((id) => String(counts[id] ?? 0));
