/**
 * A script of events for `lab clock`: `{"nodes": […], "events": [{"id", "node", "kind", "message"?, "wallMs"?}]}`, each
 * cause before its effect. A message is sent once and may be received any number of times, as copies are. Members
 * that are not named here are let be. Whatever is wrong is said with its line and column.
 */

import type { Json } from '#/kernel';
import { offsetOf, type Path, parseJson, reading, Stop, type Unreadable } from '#/scenarios';

const MOST_EVENTS = 20_000;
const MOST_NODES = 100;
const KINDS = ['local', 'send', 'receive'] as const;

export interface ScriptEvent {
  readonly id: string | number;
  readonly node: string;
  readonly kind: (typeof KINDS)[number];
  /** Of a send and a receive; null of a local event. */
  readonly message: string | null;
  /** What the wall clock of the node reads, in milliseconds; null where the script does not say. */
  readonly wallMs: number | null;
}

export interface ClockScript {
  readonly ok: true;
  readonly nodes: readonly string[];
  readonly events: readonly ScriptEvent[];
}

type Members = Readonly<Record<string, Json>>;
type Refuse = (path: Path, reason: string) => Stop;

const shown = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));
const isName = (value: Json | undefined): value is string => typeof value === 'string' && value !== '';
const isId = (value: Json | undefined): value is string | number => isName(value) || Number.isFinite(value);

const isObject = (value: Json | undefined): value is Members =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function nodesOf(value: Json | undefined, refuse: Refuse): readonly string[] {
  if (!Array.isArray(value)) throw refuse(['nodes'], 'nodes is a list of names, and is missing here.');
  if (value.length === 0) throw refuse(['nodes'], 'There are no nodes.');
  if (value.length > MOST_NODES) throw refuse(['nodes'], `There are at most ${MOST_NODES} nodes.`);
  value.forEach((name: Json, i) => {
    if (!isName(name))
      throw refuse(['nodes', i], `A node has a name in quotation marks, not ${shown(name)}.`);
    if (value.indexOf(name) < i) throw refuse(['nodes', i], `Two nodes are called ${name}.`);
  });
  return value as string[];
}

function eventOf(value: Json, i: number, nodes: ReadonlySet<string>, refuse: Refuse): ScriptEvent {
  const at = (member: string): Path => ['events', i, member];
  if (!isObject(value)) throw refuse(['events', i], 'An event is an object, {"id", "node", "kind"}.');
  const { id, node, kind, message = null, wallMs = null } = value;
  if (!isId(id)) throw refuse(at('id'), 'An event has an id, a text or a number.');
  const name = `The event ${id}`;
  if (!isName(node)) throw refuse(at('node'), `${name} does not say at which node it happens.`);
  if (!nodes.has(node)) {
    throw refuse(
      at('node'),
      `${name} happens at ${node}, which is not a node. There are: ${[...nodes].join(', ')}.`,
    );
  }
  const known = KINDS.find((word) => word === kind);
  if (known === undefined) {
    const said = kind === undefined ? 'does not say what it is' : `is called ${shown(kind)}`;
    throw refuse(at('kind'), `${name} ${said}: its kind is one of ${KINDS.join(', ')}.`);
  }
  if (known === 'local' ? message !== null : !isId(message)) {
    const why = known === 'local' ? 'is local, and names a message' : `is a ${known}, and names no message`;
    throw refuse(at('message'), `${name} ${why}.`);
  }
  if (wallMs !== null && !(typeof wallMs === 'number' && wallMs >= 0)) {
    throw refuse(at('wallMs'), `The wallMs of event ${id} is no number of milliseconds, 0 or more.`);
  }
  return { id, node, kind: known, message: message === null ? null : String(message), wallMs };
}

/** Throws at an id that is there twice, and at a message whose sending does not come before. */
function checkOrder(events: readonly ScriptEvent[], refuse: Refuse): void {
  const ids = new Set<string>();
  const sentBy = new Map<string, ScriptEvent>();
  for (const [i, event] of events.entries()) {
    const { id, kind, message } = event;
    if (ids.has(String(id))) throw refuse(['events', i, 'id'], `Two events are called ${id}.`);
    ids.add(String(id));
    if (message === null) continue;
    const sender = sentBy.get(message);
    const path = ['events', i, 'message'];
    if (kind === 'send') {
      if (sender) throw refuse(path, `${message} is sent twice, by ${sender.id} and by ${id}.`);
      sentBy.set(message, event);
    } else if (!sender) {
      const later = events.find((e) => e.kind === 'send' && e.message === message);
      const why = later ? `which is sent only later, by ${later.id}` : 'which nobody sends';
      throw refuse(path, `The event ${id} receives ${message}, ${why}.`);
    }
  }
}

/** Never throws. `wantsWall`: every event has to say what the wall clock of its node reads. */
export function readClockScript(given: string, wantsWall: boolean): ClockScript | Unreadable {
  return reading(given, (text) => {
    const script = parseJson(text);
    const refuse: Refuse = (path, reason) => new Stop(offsetOf(text, path), reason);
    if (!isObject(script)) throw new Stop(0, 'A script is an object, {"nodes": […], "events": […]}.');
    const nodes = nodesOf(script.nodes, refuse);
    const { events: list } = script;
    if (!Array.isArray(list)) throw refuse(['events'], 'events is a list, and is missing here.');
    if (list.length > MOST_EVENTS) throw refuse(['events'], `There are at most ${MOST_EVENTS} events.`);
    const known = new Set(nodes);
    const events = list.map((value: Json, i) => eventOf(value, i, known, refuse));
    checkOrder(events, refuse);
    const without = wantsWall ? events.findIndex(({ wallMs }) => wallMs === null) : -1;
    if (without >= 0) {
      const { id } = events[without] as ScriptEvent;
      throw refuse(
        ['events', without],
        `The event ${id} has no wallMs, and a hybrid clock reads the wall clock.`,
      );
    }
    return { ok: true, nodes, events };
  });
}
