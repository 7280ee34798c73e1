/** The state a world starts in, and what is refused about a scenario before it runs. */

import { newClock } from './clock';
import { DEFAULT_RULES, type WorldConfig } from './config';
import { DIGEST_START } from './digest';
import { KernelError } from './errors';
import { wrongClock, wrongRules, wrongSpan } from './limits';
import type { Protocol } from './protocol';
import type { LinkState, NodeState, WorldState } from './state';
import { clonePlain, type Json, type Micros } from './values';

/** Throws a KernelError with the sentence, if there is one. */
function mustBeFine(wrong: string | null): void {
  if (wrong !== null) throw new KernelError(wrong);
}

function startLinks(config: WorldConfig, place: (name: string) => number): (LinkState | null)[] {
  const size = config.nodes.length;
  const links: (LinkState | null)[] = new Array(size * size).fill(null);
  for (const { between, rules, back } of config.links) {
    const [a, b] = between.map(place) as [number, number];
    if (a < 0 || b < 0) throw new KernelError(`A link joins ${between.join(' and ')}; one is not a node.`);
    if (a === b) throw new KernelError(`A link joins ${between[0]} with itself.`);
    const there = { ...DEFAULT_RULES, ...rules };
    mustBeFine(wrongRules(there) ?? wrongRules(back ?? {}));
    links[a * size + b] = newLink(there);
    links[b * size + a] = newLink({ ...there, ...back });
  }
  return links;
}

export function initialState(
  config: WorldConfig,
  protocol: Protocol,
  place: (name: string) => number,
): WorldState {
  for (const item of [...(config.workload ?? []), ...(config.script ?? [])]) {
    if ('at' in item) mustBeFine(wrongSpan('A moment', item.at));
    else mustBeFine(wrongSpan('A script', item.afterUs ?? 0));
  }
  return {
    now: 0,
    seq: 0,
    index: 0,
    entries: 0,
    digest: DIGEST_START,
    atThisInstant: 0,
    nodes: config.nodes.map((n) => {
      mustBeFine(wrongClock(n));
      return newNode(n.offsetUs ?? 0, n.driftPpm ?? 0, config.durable?.[n.id]);
    }),
    links: startLinks(config, place),
    queue: [],
    begun: 0,
    held: [],
    params: { ...protocol.params, ...config.params },
    counts: { sent: 0, duplicated: 0, delivered: 0, dropped: 0 },
    awaiting: (config.script ?? []).map((item) => ('when' in item ? (item.when.nth ?? 1) : 0)),
    spent: { lost: 0, duplicated: 0, crashes: 0 },
  };
}

const newLink = (rules: LinkState['rules']): LinkState => ({
  rules,
  cut: false,
  sent: 0,
  kinds: {},
  lastArrival: 0,
  busyUntil: 0,
  backlog: [],
});

const newNode = (
  offsetUs: Micros,
  driftPpm: number,
  durable: Readonly<Record<string, Json>> | undefined,
): NodeState => ({
  status: 'running',
  state: null,
  durable: clonePlain({ ...durable }),
  clock: newClock(offsetUs, driftPpm),
  timers: [],
  inbox: [],
  waiting: [],
  open: null,
  ops: 0,
  epoch: 0,
  chosen: 0,
  armed: null,
});
