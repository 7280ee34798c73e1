import { expect, it } from 'vitest';
import { loadProtocol, nodeId, type Scenario, type Variant } from '#/scenarios';
import { Player, stillness, Twin } from './index';

const [browser, payment] = [nodeId('browser'), nodeId('payment')];
const scenario: Scenario = {
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
  script: [
    {
      when: { type: 'sent', kind: 'receipt', message: 1 },
      afterUs: 25_000,
      command: { verb: 'drop', message: { from: payment, to: browser, kind: 'receipt', nth: 1 } },
    },
  ],
  stop: { atUs: 2_000_000 },
  pace: 80_000,
  faults: [],
  knobs: [],
  actions: [],
  kinds: {},
  moments: {},
};

async function twin(right: Variant): Promise<Twin> {
  const module = await loadProtocol('rpc');
  const make = (variant: Variant) => new Player({ scenario, module, variant, ticker: stillness });
  return new Twin(make({}), make(right));
}

it('keeps both runs on one cursor and marks where they part', async () => {
  const pair = await twin({ params: { retries: 1 } });
  pair.seek(209_000);
  expect(pair.left.now()).toBe(209_000);
  expect(pair.right.now()).toBe(209_000);
  expect(pair.parting()).toBeNull();
  pair.runUntil('end');
  expect(pair.left.view().nodes[1]?.words).toBe('1 charge');
  expect(pair.right.view().nodes[1]?.words).toBe('2 charges');
  expect(pair.parting()?.left?.type).toBe('completed');
  expect(pair.parting()?.right?.type).toBe('sent');
});

it('never parts from a twin that is the same', async () => {
  const pair = await twin({});
  pair.runUntil('end');
  expect(pair.parting()).toBeNull();
});

it('steps to the next event of either, and does the same to both', async () => {
  const pair = await twin({ params: { retries: 1 } });
  pair.seek(20_000);
  const links = [
    { from: browser, to: payment },
    { from: payment, to: browser },
  ];
  expect(pair.act({ verb: 'cut', links })).toBeNull();
  pair.runUntil('end');
  expect(pair.left.view().nodes[1]?.words).toBe('0 charges');
  expect(pair.right.view().nodes[1]?.words).toBe('0 charges');
});
