import { expect, it } from 'vitest';
import { type Command, nodeId, parting, Recording, World } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { worldConfig } from './build';
import { asScenario, scenarioText } from './copy';
import { type Scenario, scenario as schema } from './schema/scenario';

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
  links: [{ between: [browser, payment], rules: { latency: { profile: 'constant', us: 50_000 } } }],
  workload: [{ at: 10_000, node: browser, op: { f: 'charge', value: 10 } }],
  stop: { atUs: 2_000_000 },
  pace: 80_000,
  faults: [],
  knobs: [
    {
      id: 'timeout',
      label: 'Time-out',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 1000, step: 10 },
      default: 200,
    },
  ],
  actions: [],
  kinds: {},
  moments: {},
};

async function play(steps: readonly { at: number; command: Command }[]) {
  const module = await loadProtocol('rpc');
  const variant = { knobs: { timeout: 300 } };
  const recording = new Recording(worldConfig(call, module, variant), module.protocol);
  for (const { at, command } of steps) {
    recording.advance(0, at);
    expect(recording.act(0, recording.frontier(0), at, command).refused).toBeNull();
  }
  recording.advance(0);
  const copy = schema.parse(JSON.parse(scenarioText(asScenario(call, variant, recording.branch(0)))));
  const world = new World(worldConfig(copy, module), module.protocol).run();
  return { byHand: recording.branch(0).trace, copied: world.trace };
}

it('plays by itself what was done by hand', async () => {
  const message = { from: browser, to: payment, kind: 'charge', nth: 1 };
  const { byHand, copied } = await play([
    { at: 30_000, command: { verb: 'duplicate', message } },
    { at: 105_000, command: { verb: 'pause', node: browser } },
  ]);
  expect(parting(byHand, copied)).toBeNull();
  expect(byHand.some((e) => e.type === 'paused')).toBe(true);
});

it('keeps the side of an instant on which a command was given', async () => {
  // The receipt leaves at 60 ms, in the event that delivers the request; holding it comes after that.
  const message = { from: payment, to: browser, kind: 'receipt', nth: 1 };
  const { byHand, copied } = await play([{ at: 60_000, command: { verb: 'drop', message } }]);
  const what = (trace: readonly { type: string }[]) => trace.filter((e) => e.type === 'dropped').length;
  expect(what(copied)).toBe(what(byHand));
  expect(what(byHand)).toBe(1);
});
