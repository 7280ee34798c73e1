/** For the sandbox: the same scenario with every fault and every rule the engine has within reach. */

import { VERBS, World } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from './build';
import { knobValue } from './knobs';
import type { Knob, Scenario } from './schema/scenario';

const SHAPES = [
  { value: 'constant', label: 'always the same' },
  { value: 'uniform', label: 'anything within half of it' },
  { value: 'exponential', label: 'memoryless' },
  { value: 'long-tailed', label: 'long-tailed' },
];

type Way = { readonly from: string; readonly to: string };

/** Each direction of each link, so that a rule can be changed on one of them. */
const waysOf = (scenario: Scenario): readonly Way[] =>
  scenario.links.flatMap(({ between: [a, b] }) => [
    { from: a, to: b },
    { from: b, to: a },
  ]);

const idOf = (prefix: string, n: number): string => `${prefix}-${n}`;

function linkKnobs(way: Way, n: number): readonly Knob[] {
  const links = [way] as never;
  const name = `${way.from} to ${way.to}`;
  const percent = { unit: '%', min: 0, max: 100, step: 1 } as const;
  const chance = (rule: 'loss' | 'duplicate' | 'reorder', words: string): Knob => ({
    id: idOf(rule, n),
    label: `${name}: ${words}`,
    bind: { rule, links, scale: 0.01 },
    kind: percent,
    default: 0,
    more: true,
  });
  return [
    {
      id: idOf('latency', n),
      label: `${name}: latency`,
      bind: { latency: 'as it is', links, scale: 1000 },
      kind: { unit: 'ms', min: 0, max: 2000, step: 1 },
      default: 10,
      more: true,
    },
    {
      id: idOf('shape', n),
      label: `${name}: shape of the latency`,
      bind: { shape: 'latency', links },
      kind: SHAPES,
      default: 'constant',
      more: true,
    },
    chance('loss', 'lost'),
    chance('duplicate', 'duplicated'),
    chance('reorder', 'on a detour'),
    {
      id: idOf('order', n),
      label: `${name}: keeps order`,
      bind: { order: 'fifo', links },
      kind: 'switch',
      default: false,
      more: true,
    },
    {
      id: idOf('bandwidth', n),
      label: `${name}: bandwidth, 0 for no limit`,
      bind: { bandwidth: 'bytes a second', queueLimit: 10, links, scale: 1000 },
      kind: { unit: 'kB/s', min: 0, max: 1000, step: 1 },
      default: 0,
      more: true,
    },
  ];
}

/** `retryPauseUs` as people read it: "Retry pause". */
function inWords(param: string): string {
  const words = param.replace(/Us$/, '').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Knobs for parameters that the scenario has none for, in the parameter's own unit. */
function paramKnobs(scenario: Scenario, module: ProtocolModule): readonly Knob[] {
  const known = new Set(scenario.knobs.flatMap((k) => ('param' in k.bind ? [k.bind.param] : [])));
  const names = Object.keys(module.protocol.params).filter((param) => !known.has(param));
  return names.map((param, n): Knob => {
    const label = inWords(param);
    const value = scenario.params?.[param] ?? module.protocol.params[param] ?? 0;
    const common = { id: idOf('param', n), default: value, more: true };
    const words = module.choices[param];
    if (words) return { ...common, label, bind: { param }, kind: words.map((w) => ({ value: w, label: w })) };
    if (typeof value === 'boolean') return { ...common, label, bind: { param }, kind: 'switch' };
    const inMicros = param.endsWith('Us');
    return {
      ...common,
      label,
      default: inMicros ? Number(value) / 1000 : Number(value),
      bind: { param, ...(inMicros ? { scale: 1000 } : {}) },
      kind: { unit: inMicros ? 'ms' : '', min: 0, max: inMicros ? 2000 : 100, step: 1 },
    };
  });
}

/**
 * What the sandbox shows of a scenario. It is for the page only: the world is still made from the scenario itself,
 * and each added knob starts where that world has it.
 */
export function everything(scenario: Scenario, module: ProtocolModule): Scenario {
  const start = new World(worldConfig(scenario, module), module.protocol).view();
  const added = [...paramKnobs(scenario, module), ...waysOf(scenario).flatMap((way, n) => linkKnobs(way, n))];
  return {
    ...scenario,
    faults: VERBS.filter((verb) => verb !== 'set'),
    knobs: [...scenario.knobs, ...added.map((knob) => ({ ...knob, default: knobValue(knob, start) }))],
  };
}
