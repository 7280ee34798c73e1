/** Knobs: what a slider's value means to the engine, at the start of a run or in the middle of one. */

import type { Command, Latency, LinkRef, LinkRules, Micros, NodeId, View } from '#/kernel';
import type { Knob } from './schema/scenario';

export type Scalar = string | number | boolean;

/** A latency whose mean is about `us`, in the profile's own shape. */
function latencyOf(profile: Latency['profile'], us: number): Latency {
  switch (profile) {
    case 'constant':
      return { profile, us };
    case 'uniform':
      return { profile, minUs: Math.round(us / 2), maxUs: Math.round((us * 3) / 2) };
    case 'exponential':
      return { profile, minUs: Math.round(us / 4), meanUs: us - Math.round(us / 4) };
    case 'long-tailed':
      // The mean of a Pareto with shape 1.5 is three times its least value.
      return { profile, minUs: Math.round(us / 3) };
  }
}

export function latencyMean(latency: Latency): number {
  switch (latency.profile) {
    case 'constant':
      return latency.us;
    case 'uniform':
      return (latency.minUs + latency.maxUs) / 2;
    case 'exponential':
      return latency.minUs + latency.meanUs;
    case 'long-tailed':
      return latency.minUs * 3;
  }
}

/** Why a value cannot be given to a knob, in a sentence, or null. */
export function refuseKnob(knob: Knob, value: Scalar): string | null {
  const { kind } = knob;
  if (kind === 'switch') return typeof value === 'boolean' ? null : `${knob.id} is on or off.`;
  if (Array.isArray(kind)) {
    if (kind.some((k) => k.value === value)) return null;
    return `${knob.id} is one of ${kind.map((k) => k.value).join(', ')}.`;
  }
  if (typeof value === 'number' && value >= kind.min && value <= kind.max) return null;
  return `${knob.id} is a number from ${kind.min} to ${kind.max}${kind.unit ? ` ${kind.unit}` : ''}.`;
}

const scaled = (value: Scalar, scale: number): number => Math.round(Number(value) * scale);

/** The command that turns a knob in the middle of a run; `view` is the run there, if there is one yet. */
export function knobCommand(knob: Knob, value: Scalar, view?: View): Command {
  const { bind } = knob;
  if ('param' in bind) {
    const given = typeof value === 'number' ? scaled(value, bind.scale ?? 1) : value;
    return { verb: 'set', param: bind.param, value: given };
  }
  if ('clock' in bind) return { verb: 'clock', node: bind.node, ...settingOf(bind, value) };
  return { verb: 'rule', links: bind.links, rules: ruleOf(bind, value, view && rulesIn(bind.links, view)) };
}

type ClockBinding = Extract<Knob['bind'], { clock: string }>;
type LinkBinding = Exclude<Knob['bind'], { param: string } | ClockBinding>;
type ClockSetting = { readonly offsetUs: Micros } | { readonly driftPpm: number };

/** A new offset is a step; a new drift leaves what the clock reads at that moment. */
function settingOf(bind: ClockBinding, value: Scalar): ClockSetting {
  // Adding 0 turns −0 into 0, which is what JSON would make of it.
  const given = scaled(value, bind.scale ?? 1) + 0;
  return bind.clock === 'offset' ? { offsetUs: given } : { driftPpm: given };
}

const rulesIn = (links: LinkBinding['links'], view: View): LinkRules | undefined =>
  view.links.find((l) => l.from === links[0]?.from && l.to === links[0]?.to)?.rules;

function ruleOf(bind: LinkBinding, value: Scalar, now: LinkRules | undefined): Partial<LinkRules> {
  if ('latency' in bind) {
    const profile = bind.latency === 'as it is' ? (now?.latency.profile ?? 'constant') : bind.latency;
    return { latency: latencyOf(profile, scaled(value, bind.scale)) };
  }
  if ('shape' in bind) {
    const mean = now ? latencyMean(now.latency) : 10_000;
    return { latency: latencyOf(String(value) as Latency['profile'], Math.round(mean)) };
  }
  if ('order' in bind) return { fifo: value === true };
  if ('bandwidth' in bind) {
    const bytesPerSecond = scaled(value, bind.scale);
    return { bandwidth: bytesPerSecond === 0 ? null : { bytesPerSecond, queueLimit: bind.queueLimit } };
  }
  // Chances keep six digits, so that a slider's 0.1 % and its inverse meet exactly.
  return { [bind.rule]: Math.round(Number(value) * bind.scale * 1e6) / 1e6 };
}

/** What knobs can change of a world that has not started. */
export interface Preset {
  readonly params: Record<string, Scalar>;
  readonly rules: { readonly links: readonly LinkRef[]; readonly rules: Partial<LinkRules> }[];
  readonly clocks: { readonly node: NodeId; readonly setting: ClockSetting }[];
}

/** Turns a knob before the run starts. */
export function presetKnob(start: Preset, knob: Knob, value: Scalar): void {
  const { bind } = knob;
  if ('clock' in bind) {
    start.clocks.push({ node: bind.node, setting: settingOf(bind, value) });
    return;
  }
  const command = knobCommand(knob, value);
  if (command.verb === 'set') start.params[command.param] = command.value;
  else if (command.verb === 'rule') start.rules.push(command);
}

/** Where a knob stands in a run, read back from the world itself. */
export function knobValue(knob: Knob, view: View): Scalar {
  const { bind } = knob;
  if ('param' in bind) {
    const value = view.params[bind.param] ?? knob.default;
    return typeof value === 'number' ? value / (bind.scale ?? 1) : value;
  }
  if ('clock' in bind) {
    const node = view.nodes.find((n) => n.id === bind.node);
    if (!node) return knob.default;
    const stands = bind.clock === 'offset' ? node.offsetUs : node.driftPpm;
    return knob.kind === 'switch' ? stands !== 0 : stands / (bind.scale ?? 1);
  }
  const rules = rulesIn(bind.links, view);
  if (!rules) return knob.default;
  if ('latency' in bind) return Math.round((latencyMean(rules.latency) / bind.scale) * 1e3) / 1e3;
  if ('shape' in bind) return rules.latency.profile;
  if ('order' in bind) return rules.fifo;
  if ('bandwidth' in bind) return rules.bandwidth ? rules.bandwidth.bytesPerSecond / bind.scale : 0;
  return Math.round((rules[bind.rule] / bind.scale) * 1e6) / 1e6;
}
