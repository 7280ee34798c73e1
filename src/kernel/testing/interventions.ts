/**
 * Turns arbitrary integers into interventions: any command, at any position and time, on whatever is there just
 * then. A property test draws the integers; the same ones always do the same to the same world.
 */

import type { Step } from '../branch';
import { type Command, VERBS, type Verb } from '../command';
import type { Protocol } from '../protocol';
import type { NodeId } from '../values';
import type { NodeView, View } from '../view';
import type { World } from '../world';

/** First let `events` happen, then give the command that `verb` and `detail` pick, a way into the gap after. */
export interface Play {
  readonly events: number;
  readonly verb: number;
  readonly detail: number;
}

/** Takes a fresh digit out of a number. */
class Digits {
  constructor(private rest: number) {}
  below(n: number): number {
    const digit = this.rest % n;
    this.rest = Math.floor(this.rest / n);
    return digit;
  }
  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(Math.max(1, list.length))];
  }
}

const PROFILES = [
  { profile: 'constant', us: 3_000 },
  { profile: 'uniform', minUs: 0, maxUs: 30_000 },
  { profile: 'exponential', minUs: 500, meanUs: 6_000 },
  { profile: 'long-tailed', minUs: 2_000 },
] as const;

const RULES = [
  { loss: 0.5 },
  { loss: 0, duplicate: 0.5 },
  { reorder: 0.5 },
  { fifo: true },
  { bandwidth: { bytesPerSecond: 20_000, queueLimit: 2 } },
  ...PROFILES.map((latency) => ({ latency })),
] as const;

const fits = (n: NodeView, verb: Verb): boolean =>
  (verb === 'restart' && n.status === 'crashed') ||
  (verb === 'resume' && n.status === 'paused') ||
  (verb === 'disarm' && n.armed !== null);

function mendable(view: View): Verb[] {
  const node = (verb: Verb) => (view.nodes.some((n) => fits(n, verb)) ? [verb] : []);
  const release = view.messages.some((m) => m.status === 'held') ? (['release'] as const) : [];
  const mend = view.links.some((l) => l.cut) ? (['mend'] as const) : [];
  return [...node('restart'), ...node('resume'), ...node('disarm'), ...release, ...mend];
}

/** A command for the world that the view shows; now and then one that must be refused. */
export function commandFor(view: View, protocol: Protocol, play: Play): Command {
  const digits = new Digits(play.detail);
  // What is broken is mended often enough for runs to go on.
  const mending = digits.below(2) === 0 ? digits.of(mendable(view)) : undefined;
  const verb = mending ?? (VERBS[play.verb % VERBS.length] as Verb);
  const fitting = view.nodes.filter((n) => fits(n, verb));
  const node = digits.of(fitting.length > 0 ? fitting : view.nodes)?.id as NodeId;
  switch (verb) {
    case 'drop':
    case 'hold':
    case 'release':
    case 'duplicate':
    case 'delay': {
      const wanted = view.messages.filter((m) => (m.status === 'held') === (verb === 'release'));
      const found = digits.of(wanted.length > 0 ? wanted : view.messages);
      const message = found
        ? { from: found.from, to: found.to, kind: found.kind, nth: found.nth, copy: found.copy }
        : { from: node, to: node, kind: 'nothing', nth: 1 };
      return verb === 'delay' ? { verb, message, byUs: digits.below(40_000) } : { verb, message };
    }
    case 'cut':
    case 'mend':
    case 'rule': {
      const link = digits.of(view.links);
      const links = link ? [{ from: link.from, to: link.to }] : [];
      if (link && digits.below(2) === 0) links.push({ from: link.to, to: link.from });
      return verb === 'rule' ? { verb, links, rules: digits.of(RULES) ?? {} } : { verb, links };
    }
    case 'crash': {
      const disk = digits.below(3) === 0 ? 'lost' : 'kept';
      const armed = { verb, node, disk, afterEffect: digits.below(4) } as const;
      const kinds = [{ verb, node, disk }, armed, { ...armed, on: 'invoke' }] as const;
      return kinds[digits.below(3)] as Command;
    }
    case 'slow':
      return { verb, node, factor: 1 + digits.below(5) };
    case 'clock':
      return [
        { verb, node, offsetUs: digits.below(9_000) - 4_500 },
        { verb, node, driftPpm: digits.below(400_000) - 200_000 },
        { verb, node, stepUs: digits.below(90_000) - 45_000 },
      ][digits.below(3)] as Command;
    case 'set': {
      const param = digits.of(Object.keys(protocol.params)) ?? 'none';
      const now = view.params[param];
      const value = typeof now === 'number' ? 1 + digits.below(4) : typeof now === 'boolean' ? !now : 'other';
      return { verb, param, value };
    }
    case 'invoke':
      return { verb, node, op: { f: 'extra', value: digits.below(100) } };
    default:
      return { verb, node };
  }
}

/** A moment from now to the next event, both included. */
export function momentFor(now: number, next: number | null, play: Play): number {
  const gap = next === null ? 5_000 : next - now;
  return now + Math.floor((gap * (play.detail % 5)) / 4);
}

/** Plays on a world, looking at it at every position; gives the steps that a recording would need. */
export function perform(
  world: World,
  plays: readonly Play[],
  look: (world: World) => void = () => {},
): readonly Step[] {
  const steps: Step[] = [];
  look(world);
  for (const play of plays) {
    for (let left = play.events; left > 0 && world.next(); left--) look(world);
    const command = commandFor(world.view(), world.core.protocol, play);
    const at = momentFor(world.now, world.nextAt(), play);
    steps.push({ index: world.index, at, command });
    world.apply(command, at);
    look(world);
  }
  for (let left = 40; left > 0 && world.next(); left--) look(world);
  return steps;
}
