import { expect, it } from 'vitest';
import { nodeId, World } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { worldConfig } from './build';
import { everything } from './everything';
import { knobCommand, knobValue } from './knobs';
import type { Scenario } from './schema/scenario';
import { scenario as schema } from './schema/scenario';

const [browser, payment] = [nodeId('browser'), nodeId('payment')];
const call: Scenario = {
  name: 'call',
  title: 'A call',
  summary: 'A browser charges once.',
  protocol: 'rpc',
  seed: 1,
  nodes: [
    { id: browser, role: 'client', x: 20, y: 50 },
    { id: payment, role: 'server', x: 80, y: 50 },
  ],
  links: [
    { between: [browser, payment], rules: { latency: { profile: 'constant', us: 50_000 }, loss: 0.25 } },
  ],
  stop: { atUs: 2_000_000 },
  pace: 80_000,
  faults: [],
  knobs: [],
  actions: [],
  kinds: {},
  moments: {},
};

it('offers a knob for every rule of every direction, each where the world has it', async () => {
  const module = await loadProtocol('rpc');
  const all = everything(call, module);
  expect(schema.safeParse(all).success).toBe(true);
  expect(new Set(all.knobs.map((k) => k.id)).size).toBe(all.knobs.length);
  const start = Object.fromEntries(all.knobs.map((k) => [k.label, k.default]));
  expect(start).toMatchObject({
    Timeout: 200,
    'Retry pause': 0,
    Account: 'open',
    'browser to payment: latency': 50,
    'payment to browser: lost': 25,
    'browser to payment: shape of the latency': 'constant',
  });
});

it('turns each of them, and reads back what was turned', async () => {
  const module = await loadProtocol('rpc');
  for (const knob of everything(call, module).knobs) {
    const world = new World(worldConfig(call, module), module.protocol);
    const { kind } = knob;
    const value =
      kind === 'switch'
        ? true
        : Array.isArray(kind)
          ? kind[1]?.value
          : Math.min(7, 'max' in kind ? kind.max : 0);
    expect(world.apply(knobCommand(knob, value ?? 0, world.view())), knob.label).toBeNull();
    expect(knobValue(knob, world.view()), knob.label).toBe(value);
  }
});
