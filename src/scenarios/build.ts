/** From a scenario, and what a variant changes of it, to the configuration of a world. */

import { KernelError, type LinkConfig, type NodeId, type WorldConfig } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { type Preset, presetKnob, refuseKnob, type Scalar } from './knobs';
import type { Scenario, Variant } from './schema/scenario';

/** The configuration with explicit rules for each direction, so that a knob can turn one of them. */
function linksOf(scenario: Scenario): { between: readonly [NodeId, NodeId]; rules: object; back: object }[] {
  return scenario.links.map(({ between, rules, back }) => ({
    between: between as readonly [NodeId, NodeId],
    rules: { ...rules },
    back: { ...rules, ...back },
  }));
}

/** A node's clock as the scenario has it, then as its knobs have it, the last to turn it having its way. */
function clockOf(
  { id, offsetUs, driftPpm }: Scenario['nodes'][number],
  clocks: Preset['clocks'],
): { offsetUs?: number; driftPpm?: number } {
  const own = {
    ...(offsetUs === undefined ? {} : { offsetUs }),
    ...(driftPpm === undefined ? {} : { driftPpm }),
  };
  return Object.assign(own, ...clocks.filter(({ node }) => node === id).map(({ setting }) => setting));
}

/** Throws a sentence for a knob or parameter that does not exist or cannot take its value. */
export function worldConfig(scenario: Scenario, module: ProtocolModule, variant: Variant = {}): WorldConfig {
  const start: Preset = { params: { ...scenario.params, ...variant.params }, rules: [], clocks: [] };
  for (const knob of scenario.knobs) presetKnob(start, knob, knob.default);
  for (const [param, value] of Object.entries(variant.params ?? {})) start.params[param] = value;
  for (const [id, value] of Object.entries(variant.knobs ?? {})) {
    const knob = scenario.knobs.find((k) => k.id === id);
    if (!knob) throw new KernelError(`${scenario.name} has no knob called ${id}.`);
    const refused = refuseKnob(knob, value);
    if (refused !== null) throw new KernelError(refused);
    presetKnob(start, knob, value);
  }
  for (const [param, value] of Object.entries(start.params)) checkParam(module, param, value);
  for (const { node } of start.clocks) {
    if (!scenario.nodes.some(({ id }) => id === node)) throw new KernelError(`No node is called ${node}.`);
  }

  const links = linksOf(scenario);
  for (const { links: refs, rules } of start.rules) {
    for (const { from, to } of refs) {
      const forward = links.find((l) => l.between[0] === from && l.between[1] === to);
      const backward = links.find((l) => l.between[1] === from && l.between[0] === to);
      if (forward) Object.assign(forward.rules, rules);
      else if (backward) Object.assign(backward.back, rules);
      else throw new KernelError(`No link goes from ${from} to ${to}.`);
    }
  }
  return {
    seed: variant.seed ?? scenario.seed,
    nodes: scenario.nodes.map((node) => ({ id: node.id, role: node.role, ...clockOf(node, start.clocks) })),
    links: links as readonly LinkConfig[],
    params: start.params,
    durable: scenario.durable ?? {},
    workload: (variant.workload ?? scenario.workload ?? []) as NonNullable<WorldConfig['workload']>,
    script: [...(scenario.script ?? []), ...(variant.script ?? [])] as NonNullable<WorldConfig['script']>,
    stop: scenario.stop as NonNullable<WorldConfig['stop']>,
  };
}

function checkParam(module: ProtocolModule, param: string, value: Scalar): void {
  const usual = module.protocol.params[param];
  if (usual === undefined)
    throw new KernelError(`Protocol ${module.protocol.name} has no parameter ${param}.`);
  if (typeof usual !== typeof value) throw new KernelError(`${param} wants a ${typeof usual}.`);
  const words = module.choices[param];
  if (words && !words.includes(String(value))) {
    throw new KernelError(`${param} is one of ${words.join(', ')}, not ${String(value)}.`);
  }
}
