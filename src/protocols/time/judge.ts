/** What can be said of a run in which clocks are wrong: how wrong, how certain, and what it cost. */

import { canonical, type Json, type Micros, type NodeView, type OperationRecord, type View } from '#/kernel';
import { of } from '../by-role';
import type { Property } from '../module';
import { type Discipline, shiftText } from './discipline';
import { boundOf, offsetOf } from './exchange';
import type { Measured } from './stopwatch';

const MILLION = 1_000_000;

/** What a node that asks the time keeps of it; null for other nodes, and for one that is down. */
function disciplineIn(node: NodeView): Discipline | null {
  const state = node.state as unknown as { readonly discipline?: Discipline } | null;
  return state?.discipline ?? null;
}

/**
 * How far a clock can have moved away from the server's by itself since the last exchange began: by drift.
 */
function moved(
  node: NodeView,
  server: NodeView,
  { t0, t3, monotonic }: NonNullable<Discipline['last']>,
): Micros {
  const rate = MILLION + node.driftPpm;
  const span = Math.max(0, t3 - t0);
  const drift =
    (Math.abs(node.driftPpm - server.driftPpm) * (node.monotonic - monotonic + 2 * span + 2)) / rate;
  return Math.ceil(drift) + 2;
}

/** What its discipline has still to do to the clock: all of it where it does nothing. */
const stillToDo = (node: NodeView, last: NonNullable<Discipline['last']>): Micros =>
  last.corrected ? (node.slew?.leftUs ?? 0) : offsetOf(last);

export const certainToWithin: Property = {
  words:
    'After an exchange a clock is wrong by no more than half the round trip, besides what is still being bent and what it drifts.',
  holds: (view) => {
    const server = of(view, 'time')[0];
    return view.nodes.every((node) => {
      const known = disciplineIn(node);
      if (!server || !known?.last) return true;
      const wrong = server.wall - node.wall - stillToDo(node, known.last);
      return (
        Math.abs(wrong) <=
        boundOf(known.last) + moved(node, server, known.last) + bent(known.last, view.params)
      );
    });
  },
};

/** A clock that was being bent during the exchange was asked for two different times. */
const bent = (
  { t0, t3 }: NonNullable<Discipline['last']>,
  { discipline, slewPpm }: View['params'],
): Micros =>
  discipline === 'slew' || discipline === 'ntpd'
    ? Math.ceil((Math.max(0, t3 - t0) * (slewPpm as number)) / (MILLION - (slewPpm as number)))
    : 0;

/**
 * The closed form of an exchange, for ways of constant latency: the node steps by what it found, and stays wrong by half
 * of what the way there takes longer than the way back. Drift since is allowed for, and rounding to a microsecond.
 */
export const halfTheAsymmetry: Property = {
  words:
    'A clock that was stepped by a time server is wrong by half of what the question takes longer than the answer, and by what it drifts since.',
  holds: (view) => {
    const server = of(view, 'time')[0];
    return view.nodes.every((node) => {
      const last = disciplineIn(node)?.last;
      if (!server || !last?.corrected || node.slew) return true;
      const [there, back] = [wayUs(view, node, server), wayUs(view, server, node)];
      if (there === null || back === null) return true;
      return Math.abs(node.wall - server.wall - (there - back) / 2) <= 1 + moved(node, server, last) - 2;
    });
  },
};

/** What every message from one to the other takes; null where it is not always the same. */
function wayUs(view: View, from: NodeView, to: NodeView): Micros | null {
  const latency = view.links.find((link) => link.from === from.id && link.to === to.id)?.rules.latency;
  return latency?.profile === 'constant' ? latency.us : null;
}

const measured = (operations: readonly OperationRecord[]): readonly Measured[] =>
  operations.flatMap(({ f, outcome, seen }) =>
    f === 'measure' && outcome === 'ok' ? [seen?.value as unknown as Measured] : [],
  );

export const noNegativeDuration: Property = {
  words: 'No duration by a wall clock is negative.',
  holds: (_, operations) => measured(operations).every(({ wallUs }) => wallUs >= 0),
};

export const noNegativeMonotonic: Property = {
  words: 'No duration by a monotonic clock is negative.',
  holds: (_, operations) => measured(operations).every(({ monotonicUs }) => monotonicUs >= 0),
};

/** How far each clock is off the time server's, or off true time where there is none: "A +12 ms, B −3 ms". */
export function errors(view: View): string {
  const server = of(view, 'time')[0];
  return view.nodes
    .filter((node) => disciplineIn(node) !== null)
    .map((node) => `${node.id} ${shiftText(node.wall - (server?.wall ?? view.at))}`)
    .join(', ');
}

export const same = (a: Json, b: Json): boolean => canonical(a) === canonical(b);
