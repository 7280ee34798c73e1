import { expect, it } from 'vitest';
import { World } from '#/kernel';
import { loadProtocol, nodeId, operationsOf, type Scenario, worldConfig } from '#/scenarios';
import { timeText } from '../words';
import { truthOf, truthWords } from './truth';

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
  knobs: [],
  actions: [],
  kinds: {},
  moments: {},
  truth: { client: browser, server: payment, key: 'ledger', unit: 'charge' },
};

const dropOf = (from: string, to: string, kind: string) => ({
  when: { type: 'sent' as const, kind },
  afterUs: 1_000,
  command: { verb: 'drop' as const, message: { from: nodeId(from), to: nodeId(to), kind, nth: 1 } },
});

async function truthAfter(script: NonNullable<Scenario['script']>, until?: number) {
  const module = await loadProtocol('rpc');
  const world = new World(worldConfig({ ...call, script }, module), module.protocol).run(until);
  const truth = truthOf(world.trace, operationsOf(world.trace), call.truth as NonNullable<Scenario['truth']>);
  return { truth, words: truthWords(truth, call, timeText) };
}

it('parts them at the write and brings them together with the receipt', async () => {
  const { truth } = await truthAfter([]);
  expect(truth.apart).toMatchObject([{ from: 60_000, to: 110_000, known: 0, written: 1 }]);
  expect(truth.knows).toBe(1);
});

it('leaves them apart for ever when the receipt is lost', async () => {
  const { truth, words } = await truthAfter([dropOf('payment', 'browser', 'receipt')]);
  expect(truth.apart).toMatchObject([{ from: 60_000, to: null }]);
  expect(words).toBe(
    'browser knows of no charges, and is left not knowing about 1 call; payment has written 1 charge. They parted at 60 ms. Nothing has brought them together since.',
  );
});

it('does not part them when the request is lost, though the client is left not knowing', async () => {
  const { truth } = await truthAfter([dropOf('browser', 'payment', 'charge')]);
  expect(truth.apart).toEqual([]);
  expect(truth.unknowns).toBe(1);
});

it('says that an open call may still bring them together', async () => {
  const { words } = await truthAfter([], 80_000);
  expect(words).toContain('An answer may still bring them together.');
});
