/** A small world for the tests of the stage: one client, one payment service, one link. Not a lesson. */

import type { Scenario } from '#/scenarios';

const request = { from: 'browser', to: 'payment' };
const reply = { from: 'payment', to: 'browser' };
const latency = { profile: 'constant', us: 50_000 } as const;

/** Node names are plain words here, as an author writes them. */
export const sample = {
  name: 'sample',
  title: 'A call',
  summary: 'A browser asks a payment service to charge 10.',
  protocol: 'rpc',
  seed: 1,
  nodes: [
    { id: 'browser', role: 'client', x: 18, y: 50 },
    { id: 'payment', role: 'server', x: 82, y: 50 },
  ],
  links: [{ between: ['browser', 'payment'], rules: { latency } }],
  workload: [{ at: 10_000, node: 'browser', op: { f: 'charge', value: 10 } }],
  stop: { atUs: 2_000_000 },
  pace: 80_000,
  faults: [
    'drop',
    'hold',
    'release',
    'delay',
    'duplicate',
    'cut',
    'mend',
    'crash',
    'restart',
    'pause',
    'resume',
  ],
  knobs: [
    {
      id: 'timeout',
      label: 'Browser time-out',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 1000, step: 10 },
      default: 200,
    },
  ],
  actions: [
    { id: 'cut', label: 'Cut the link', command: { verb: 'cut', links: [request, reply] }, primary: true },
    {
      id: 'again',
      label: 'Charge 10 again',
      command: { verb: 'invoke', node: 'browser', op: { f: 'charge', value: 10 } },
    },
  ],
  kinds: {
    charge: { short: 'CHG', shape: 'square', words: 'charge request' },
    receipt: { short: 'RCP', shape: 'circle', words: 'receipt' },
    error: { short: 'ERR', shape: 'circle', words: 'error reply' },
  },
  moments: {},
  opening: { atUs: 34_000 },
  truth: { client: 'browser', server: 'payment', key: 'ledger', unit: 'charge' },
} as unknown as Scenario;
