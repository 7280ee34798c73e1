/** A browser and a payment service, for the sandbox and for framing: every fault, no lesson around it. */

const request = { from: 'browser', to: 'payment' };
const reply = { from: 'payment', to: 'browser' };
const percent = { unit: '%', min: 0, max: 100, step: 5 };

export default {
  name: 'call',
  title: 'A call and its answer',
  summary:
    'A browser asks a payment service to charge 10 and waits 200 ms for a receipt; it asks once more if none comes. Messages take 20 to 60 ms each way.',
  protocol: 'rpc',
  seed: 3,
  nodes: [
    { id: 'browser', role: 'client', x: 18, y: 50 },
    { id: 'payment', role: 'server', x: 82, y: 50 },
  ],
  links: [{ between: ['browser', 'payment'] }],
  params: { retries: 1 },
  workload: [{ at: 10_000, node: 'browser', op: { f: 'charge', value: 10 } }],
  stop: { atUs: 3_000_000 },
  pace: 80_000,
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['crash', 'disarm', 'restart', 'pause', 'resume', 'slow', 'clock', 'set', 'invoke'],
  ],
  knobs: [
    {
      id: 'latency',
      label: 'Latency, each way',
      bind: { latency: 'uniform', links: [request, reply], scale: 1000 },
      kind: { unit: 'ms', min: 2, max: 400, step: 2 },
      default: 40,
    },
    {
      id: 'timeout',
      label: 'Browser time-out',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 1000, step: 10 },
      default: 200,
    },
    {
      id: 'loss',
      label: 'Messages lost',
      bind: { rule: 'loss', links: [request, reply], scale: 0.01 },
      kind: percent,
      default: 0,
    },
    {
      id: 'retries',
      label: 'Retries after a time-out',
      bind: { param: 'retries' },
      kind: { unit: 'tries', min: 0, max: 3, step: 1 },
      default: 1,
    },
    {
      id: 'work',
      label: 'Work before an answer',
      bind: { param: 'workUs', scale: 1000 },
      kind: { unit: 'ms', min: 0, max: 500, step: 10 },
      default: 0,
      more: true,
    },
    {
      id: 'duplication',
      label: 'Messages duplicated',
      bind: { rule: 'duplicate', links: [request, reply], scale: 0.01 },
      kind: percent,
      default: 0,
      more: true,
    },
  ],
  actions: [
    {
      id: 'charge',
      label: 'Charge 10 again',
      command: { verb: 'invoke', node: 'browser', op: { f: 'charge', value: 10 } },
      primary: true,
    },
    { id: 'cut', label: 'Cut the link', command: { verb: 'cut', links: [request, reply] } },
    { id: 'mend', label: 'Mend the link', command: { verb: 'mend', links: [request, reply] } },
    { id: 'crash', label: 'Crash the service', command: { verb: 'crash', node: 'payment', disk: 'kept' } },
    { id: 'restart', label: 'Restart the service', command: { verb: 'restart', node: 'payment' } },
  ],
  kinds: {
    charge: { short: 'CHG', shape: 'square', words: 'charge request' },
    receipt: { short: 'RCP', shape: 'circle', words: 'receipt' },
    error: { short: 'ERR', shape: 'circle', words: 'error reply' },
  },
  moments: {
    asked: { label: 'the request leaves', when: { type: 'sent', kind: 'charge' } },
    written: { label: 'the charge is written', when: { type: 'persisted', key: 'ledger' } },
  },
  opening: { atUs: 0 },
  truth: { client: 'browser', server: 'payment', key: 'ledger', unit: 'charge' },
  checks: ['a receipt means a charge', 'failed means nothing happened'],
  explore: {
    maxLost: 1,
    maxDuplicated: 1,
    maxCrashes: 1,
    mayCrash: ['payment'],
    depth: 60,
    states: 200_000,
    params: { retries: 1 },
  },
  observe: 'outcome',
};
