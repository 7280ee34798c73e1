/**
 * The kinds of trouble that a storm is made of. Each uses only verbs that are allowed, begins at a moment and, if it
 * lasts, ends at another one. A message is not named in advance: which one it hits is decided when it is there.
 */

import type { Command, LinkRef, LinkRules, Micros, NodeId, OperationCall, Verb } from '#/kernel';
import { type Die, oneOf, someOf, span } from './dice';

/** Something done at a moment: a command, or one to a message among those that are then in flight. */
export type Squall =
  | { readonly at: Micros; readonly command: Command }
  | {
      readonly at: Micros;
      readonly toMessage: 'drop' | 'duplicate' | 'delay';
      readonly which: number;
      readonly byUs: Micros;
    };

/** What storms over a world are drawn from. */
export interface Weather {
  readonly verbs: readonly Verb[];
  readonly nodes: readonly NodeId[];
  /** Those that may crash. */
  readonly mayCrash: readonly NodeId[];
  readonly links: readonly LinkRef[];
  /** Who handles which kinds of messages and names of timers, for crashes in the middle of something. */
  readonly triggers: readonly { readonly node: NodeId; readonly on: string }[];
  /** Calls that clients may be asked to make, besides those of the scenario. */
  readonly calls: readonly { readonly node: NodeId; readonly op: OperationCall }[];
  /** When something happens in the calm run, in ascending order. */
  readonly moments: readonly Micros[];
  /** All trouble is over by then. */
  readonly calmAt: Micros;
  /** The most troubles of one storm. */
  readonly most: number;
}

type Trouble = (die: Die, weather: Weather, at: Micros) => readonly Squall[];

const SHORTEST_US = 2_000;

/** When what began at `at` is over. */
const over = (die: Die, { calmAt }: Weather, at: Micros): Micros =>
  Math.min(calmAt, at + Math.floor(span(die, SHORTEST_US, 4_000_000)));

const touching = (links: readonly LinkRef[], node: NodeId) =>
  links.filter(({ from, to }) => from === node || to === node);

const crash: Trouble = (die, weather, at) => {
  const { mayCrash, triggers, verbs } = weather;
  const inTheMiddle = triggers.length > 0 && die(2) === 0;
  const { node, ...middle } = inTheMiddle
    ? { ...oneOf(die, triggers), afterEffect: die(die(2) === 0 ? 3 : 12) }
    : { node: oneOf(die, mayCrash) };
  const again: Squall = { at: over(die, weather, at), command: { verb: 'restart', node } };
  const down: Squall = { at, command: { verb: 'crash', node, disk: 'kept', ...middle } };
  return verbs.includes('restart') ? [down, again] : [down];
};

/** One node from the rest, one group from another, or a few directions of links. */
function border(die: Die, { links, nodes }: Weather): readonly LinkRef[] {
  const kind = die(4);
  if (kind === 0) return someOf(die, links);
  const side = new Set(kind === 1 ? [oneOf(die, nodes)] : someOf(die, nodes));
  const across = links.filter(({ from, to }) => side.has(from) !== side.has(to));
  if (across.length === 0) return someOf(die, links);
  return kind === 3 ? across.filter(({ from }) => side.has(from)) : across;
}

const cut: Trouble = (die, weather, at) => {
  const links = border(die, weather);
  const some = links.length > 0 ? links : weather.links;
  const mend: Squall = { at: over(die, weather, at), command: { verb: 'mend', links: some } };
  return [{ at, command: { verb: 'cut', links: some } }, ...(weather.verbs.includes('mend') ? [mend] : [])];
};

const pause: Trouble = (die, weather, at) => {
  const node = oneOf(die, weather.nodes);
  return [
    { at, command: { verb: 'pause', node } },
    { at: over(die, weather, at), command: { verb: 'resume', node } },
  ];
};

const slow: Trouble = (die, weather, at) => {
  const node = oneOf(die, weather.nodes);
  return [
    { at, command: { verb: 'slow', node, factor: 2 + die(8) } },
    { at: over(die, weather, at), command: { verb: 'slow', node, factor: 1 } },
  ];
};

const FAIR: Partial<LinkRules> = { loss: 0, duplicate: 0, reorder: 0 };

/** Links that lose, copy or overtake. */
const badLinks: Trouble = (die, weather, at) => {
  const links = die(2) === 0 ? weather.links : touching(weather.links, oneOf(die, weather.nodes));
  const chance = () => (die(2) === 0 ? 0 : (1 + die(6)) / 10);
  const rules = { loss: chance() / 2, duplicate: chance(), reorder: chance() };
  if (links.length === 0 || links.length > 64) return [];
  return [
    { at, command: { verb: 'rule', links, rules } },
    { at: over(die, weather, at), command: { verb: 'rule', links, rules: FAIR } },
  ];
};

/** Clocks go wrong within what the protocols that care about them take for the worst. */
const MOST_DRIFT_PPM = 10_000;

const clock: Trouble = (die, { nodes }, at) => {
  const node = oneOf(die, nodes);
  const drift = (die(2) === 0 ? -1 : 1) * (die(2) === 0 ? MOST_DRIFT_PPM : die(MOST_DRIFT_PPM));
  const step = (die(2) === 0 ? -1 : 1) * Math.floor(span(die, 1_000, 1_000_000));
  return [
    { at, command: { verb: 'clock', node, ...(die(2) === 0 ? { driftPpm: drift } : { stepUs: step }) } },
  ];
};

const message =
  (toMessage: 'drop' | 'duplicate' | 'delay'): Trouble =>
  (die, _, at) => [
    { at, toMessage, which: die(1 << 20), byUs: Math.floor(span(die, SHORTEST_US, 4_000_000)) },
  ];

const call: Trouble = (die, { calls }, at) => [{ at, command: { verb: 'invoke', ...oneOf(die, calls) } }];

/** By the verb that it needs. Some are drawn more often than others: what crashes and what is cut breaks most. */
const troubles: readonly (readonly [verb: Verb, weight: number, trouble: Trouble])[] = [
  ['crash', 4, crash],
  ['cut', 4, cut],
  ['pause', 2, pause],
  ['slow', 1, slow],
  ['rule', 2, badLinks],
  ['clock', 1, clock],
  ['drop', 2, message('drop')],
  ['duplicate', 2, message('duplicate')],
  ['delay', 3, message('delay')],
  ['invoke', 3, call],
];

/** What may happen in this weather, each as often as it weighs. */
export function repertoire(weather: Weather): readonly Trouble[] {
  const can = (verb: Verb): boolean => {
    if (verb === 'invoke') return weather.calls.length > 0;
    if (verb === 'crash' && weather.mayCrash.length === 0) return false;
    if (verb === 'pause' && !weather.verbs.includes('resume')) return false;
    return weather.verbs.includes(verb) && weather.nodes.length > 0 && weather.links.length > 0;
  };
  return troubles.flatMap(([verb, weight, trouble]) =>
    can(verb) ? new Array<Trouble>(weight).fill(trouble) : [],
  );
}
