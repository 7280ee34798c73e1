/**
 * The kinds of trouble that a storm is made of. Each uses only verbs that are allowed, begins at a moment and, if it
 * lasts, ends at another one.
 */

import type { Latency, LinkRef, LinkRules, Micros, NodeId, Verb } from '#/kernel';
import { type Die, oneOf, someOf, span } from './dice';
import type { Squall, ToMessage, Weather } from './squall';

type Trouble = (die: Die, weather: Weather, at: Micros) => readonly Squall[];

const SHORTEST_US = 1_000;
const LONGEST_US = 4_000_000;
/** As many as one command takes. */
const MOST_LINKS = 64;

const lasting = (die: Die): Micros => Math.floor(span(die, SHORTEST_US, LONGEST_US));

/** When what began at `at` is over. */
const over = (die: Die, { calmAt }: Weather, at: Micros): Micros => Math.min(calmAt, at + lasting(die));

const touching = (links: readonly LinkRef[], node: NodeId) =>
  links.filter(({ from, to }) => from === node || to === node);

/** Anybody, or somebody who sends a lot. */
const somebody = (die: Die, { nodes, senders }: Weather): NodeId =>
  oneOf(die, senders.length > 0 && die(2) === 0 ? senders : nodes);

/** Down at once, or in the middle of something; and up again, if that is allowed. */
const crash: Trouble = (die, weather, at) => {
  const { mayCrash, triggers, verbs } = weather;
  const back = verbs.includes('restart');
  if (triggers.length > 0 && die(2) === 0) {
    const { node, on } = oneOf(die, triggers);
    const afterEffect = die(die(2) === 0 ? 3 : 12);
    const down: Squall = { at, command: { verb: 'crash', node, disk: 'kept', afterEffect, on } };
    // Half of them are back before anybody noticed: then what was forgotten matters most.
    const afterUs = die(2) === 0 ? SHORTEST_US : lasting(die);
    return back ? [down, { at, revive: node, afterUs }] : [down];
  }
  const favourite = somebody(die, weather);
  const node = mayCrash.includes(favourite) ? favourite : oneOf(die, mayCrash);
  const down: Squall = { at, command: { verb: 'crash', node, disk: 'kept' } };
  return back ? [down, { at: over(die, weather, at), command: { verb: 'restart', node } }] : [down];
};

/** One node from the rest, one group from another, or a few directions of links. */
function border(die: Die, weather: Weather): readonly LinkRef[] {
  const { links, nodes } = weather;
  const kind = die(4);
  if (kind === 0) return someOf(die, links);
  const side = new Set(kind === 1 ? [somebody(die, weather)] : someOf(die, nodes));
  const across = links.filter(({ from, to }) => side.has(from) !== side.has(to));
  const ways = kind === 3 ? across.filter(({ from }) => side.has(from)) : across;
  return ways.length > 0 ? ways : someOf(die, links);
}

const cut: Trouble = (die, weather, at) => {
  const links = border(die, weather).slice(0, MOST_LINKS);
  const mend: Squall = { at: over(die, weather, at), command: { verb: 'mend', links } };
  return [{ at, command: { verb: 'cut', links } }, ...(weather.verbs.includes('mend') ? [mend] : [])];
};

const pause: Trouble = (die, weather, at) => {
  const node = somebody(die, weather);
  return [
    { at, command: { verb: 'pause', node } },
    { at: over(die, weather, at), command: { verb: 'resume', node } },
  ];
};

const slow: Trouble = (die, weather, at) => {
  const node = somebody(die, weather);
  return [
    { at, command: { verb: 'slow', node, factor: 2 + die(8) } },
    { at: over(die, weather, at), command: { verb: 'slow', node, factor: 1 } },
  ];
};

/** Messages take anything from almost no time to so much that nobody waits for them. */
const spread = (die: Die): Latency => ({
  profile: 'uniform',
  minUs: SHORTEST_US,
  maxUs: Math.floor(span(die, 10 * SHORTEST_US, 1_000_000)),
});

/** Links that lose, copy, overtake or take their time. */
const badLinks: Trouble = (die, weather, at) => {
  const { links, rules: fair } = weather;
  const some = (die(2) === 0 ? links : touching(links, somebody(die, weather))).slice(0, MOST_LINKS);
  const chance = () => (die(2) === 0 ? 0 : (1 + die(6)) / 10);
  const odds: Partial<LinkRules> = { loss: chance() / 2, duplicate: chance(), reorder: chance() };
  const rules = die(2) === 0 ? odds : { ...odds, latency: spread(die) };
  if (some.length === 0) return [];
  return [
    { at, command: { verb: 'rule', links: some, rules } },
    { at: over(die, weather, at), command: { verb: 'rule', links: some, rules: fair } },
  ];
};

/** As far as clocks drift where nobody counts on them. */
const USUAL_DRIFT_PPM = 10_000;

/** Where promises rest on clocks, these drift as far as they may, and more often than they jump. */
const clock: Trouble = (die, weather, at) => {
  const node = somebody(die, weather);
  const sign = () => (die(2) === 0 ? -1 : 1);
  const most = weather.driftPpm > 0 ? weather.driftPpm : USUAL_DRIFT_PPM;
  const change =
    die(weather.driftPpm > 0 ? 4 : 2) !== 1
      ? { driftPpm: sign() * (die(2) === 0 ? most : die(most)) }
      : { stepUs: sign() * Math.floor(span(die, 1_000, 1_000_000)) };
  return [{ at, command: { verb: 'clock', node, ...change } }];
};

/** Half of them wait for a message of some kind: most are in flight for a small part of the time. */
const message =
  (toMessage: ToMessage['toMessage']): Trouble =>
  (die, { kinds }, at) => {
    const hit = { at, toMessage, which: die(1 << 20), byUs: lasting(die) };
    return [kinds.length > 0 && die(2) === 0 ? { ...hit, kind: oneOf(die, kinds) } : hit];
  };

const call: Trouble = (die, { calls }, at) => [{ at, command: { verb: 'invoke', ...oneOf(die, calls) } }];

/** By the verb that it needs. Some are drawn more often than others: what crashes and what is cut breaks most. */
const troubles: readonly (readonly [verb: Verb, weight: number, trouble: Trouble])[] = [
  ['crash', 4, crash],
  ['cut', 4, cut],
  ['pause', 2, pause],
  ['slow', 1, slow],
  ['rule', 3, badLinks],
  ['clock', 1, clock],
  ['drop', 2, message('drop')],
  ['duplicate', 2, message('duplicate')],
  ['delay', 3, message('delay')],
  ['invoke', 3, call],
];

/** Where promises rest on clocks. */
const CLOCK_WEIGHT = 6;

/** What may happen in this weather, each as often as it weighs. */
export function repertoire(weather: Weather): readonly Trouble[] {
  const can = (verb: Verb): boolean => {
    if (verb === 'invoke') return weather.calls.length > 0;
    if (verb === 'crash' && weather.mayCrash.length === 0) return false;
    if (verb === 'pause' && !weather.verbs.includes('resume')) return false;
    return weather.verbs.includes(verb) && weather.nodes.length > 0 && weather.links.length > 0;
  };
  return troubles.flatMap(([verb, usual, trouble]) => {
    const weight = verb === 'clock' && weather.driftPpm > 0 ? CLOCK_WEIGHT : usual;
    return can(verb) ? new Array<Trouble>(weight).fill(trouble) : [];
  });
}
