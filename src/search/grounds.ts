/**
 * Why a run breaks a promise: as small a part of it as breaks the promise by itself. A part is closed under causes
 * (who has a message has the sending of it, and all that its sender did before), so that it is a run of its own, with
 * everything else left for later. From the last event backwards, whatever can be left out is.
 */

import {
  clonePlain,
  type Entry,
  glance,
  type Json,
  type NodeView,
  operationsOf,
  type Protocol,
  predecessors,
  type View,
  World,
  type WorldConfig,
} from '#/kernel';
import type { Broken, CommandStep, Promised } from './ordeal';

export interface Grounds {
  /** The positions of its events, ascending; the last is the moment at which the promise is broken. */
  readonly past: readonly number[];
  /**
   * How many of these are steps: messages that arrive or are copied, timers that fire, calls that begin, crashes and
   * restarts. What delays, cuts or loses decides which steps there are, and is none; neither is arming a crash.
   */
  readonly steps: number;
}

const STEPS: ReadonlySet<string> = new Set([
  ...(['delivered', 'timer fired', 'invoked', 'restarted', 'crashed'] as const),
]);

/** What of a node a judge looks at, after each event that it took part in. */
type Course = { readonly event: number; readonly node: NodeView }[];

/** Replays a run to where it is broken. Null where a part of it says nothing: the promise is about the end. */
export function groundsOf(
  config: WorldConfig,
  protocol: Protocol,
  steps: readonly CommandStep[],
  { index }: Broken,
  promise: Promised,
): Grounds | null {
  if (!promise.always && !promise.lasting) return null;
  const { courses, trace, view } = replayed(config, protocol, steps, index);
  const events = eventsOf(trace, index);
  const part = new Set(events.keys());
  const breaks = (): boolean => {
    const operations = promise.always ? [] : operationsOf(trace.filter(({ event }) => part.has(event)));
    return !holds(promise, partial(view, courses, part), operations);
  };
  // The start alone keeps any promise worth the name, or there is nothing to tell.
  const needed = new Set<number>([0]);
  for (let event = index; event > 0; event--) {
    if (!needed.has(event) && part.delete(event) && breaks()) continue;
    part.add(event);
    needed.add(event);
    for (const before of events.get(event)?.after ?? []) needed.add(before);
  }
  const past = [...part].filter((event) => event > 0).sort((a, b) => a - b);
  const done = past.filter((event) => events.get(event)?.isStep).length;
  return { past, steps: done + copiesByLinks(trace, part) };
}

/** A link that copies a message does it within the sending: a step more, if the copy arrives. */
function copiesByLinks(trace: readonly Entry[], part: ReadonlySet<number>): number {
  return trace.filter((entry, i) => {
    if (entry.type !== 'duplicated' || !part.has(entry.event)) return false;
    if (trace[i - 1]?.type === 'command' && trace[i - 1]?.event === entry.event) return false;
    const { copy, from, kind, nth, to } = entry;
    return trace.some(
      (e) =>
        e.type === 'delivered' &&
        part.has(e.event) &&
        [e.copy, e.from, e.kind, e.nth, e.to].join() === [copy, from, kind, nth, to].join(),
    );
  }).length;
}

/** Where nobody can say, it is not broken. */
function holds(promise: Promised, view: View, operations: ReturnType<typeof operationsOf>): boolean {
  try {
    return promise.holds(view, operations);
  } catch {
    return true;
  }
}

function replayed(config: WorldConfig, protocol: Protocol, steps: readonly CommandStep[], index: number) {
  const world = new World(config, protocol);
  const ids = config.nodes.map(({ id }) => id);
  const courses = new Map<string, Course>(ids.map((id) => [id, []]));
  const look = (told: number) => {
    const { nodes } = glance(world);
    const touched = new Set(world.trace.slice(told).map(({ node }) => node));
    nodes.forEach((n, i) => {
      if (told > 0 && !touched.has(n.id)) return;
      const node = { ...(first[i] as NodeView), status: n.status, ...own(n) };
      courses.get(n.id)?.push({ event: world.index, node });
    });
  };
  const first = world.view().nodes;
  look(0);
  for (let [next, told] = [0, world.trace.length]; world.index < index; told = world.trace.length) {
    const step = steps[next];
    if (step?.index === world.index) {
      world.apply(step.command, step.at);
      next++;
    } else if (!world.next()) break;
    look(told);
  }
  return { courses, trace: world.trace, view: world.view() };
}

const own = ({ durable, state }: NodeView) => ({
  durable: clonePlain(durable as Json) as NodeView['durable'],
  state: clonePlain(state),
});

interface Happening {
  /** The events that come right before it. */
  readonly after: ReadonlySet<number>;
  readonly isStep: boolean;
}

function eventsOf(trace: readonly Entry[], until: number): ReadonlyMap<number, Happening> {
  const before = predecessors(trace);
  const found = new Map<number, { after: Set<number>; isStep: boolean }>([
    [0, { after: new Set(), isStep: false }],
  ]);
  trace.forEach((entry, i) => {
    const { event, type } = entry;
    if (event > until) return;
    const its = found.get(event) ?? { after: new Set(), isStep: false };
    found.set(event, its);
    its.isStep ||= STEPS.has(type) || (entry.type === 'command' && entry.command.verb === 'duplicate');
    for (const id of before[i] ?? []) {
      const of = (trace[id] as Entry).event;
      if (of !== event) its.after.add(of);
    }
  });
  return found;
}

/** The nodes as they are after those of their events that are in the part. */
function partial(view: View, courses: ReadonlyMap<string, Course>, part: ReadonlySet<number>): View {
  const nodes = view.nodes.map(({ id }) => {
    const course = courses.get(id) as Course;
    return (course.findLast(({ event }) => part.has(event)) ?? course[0])?.node as NodeView;
  });
  return { ...view, nodes };
}
