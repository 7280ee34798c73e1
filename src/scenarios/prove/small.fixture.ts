/** A lesson small enough to break in every way: one call, one loss, one retry. */

import type { Authored, LessonData } from '../schema/lesson';

const request = { from: 'browser', to: 'payment' };
const drop = (kind: string, link: { from: string; to: string }) => ({
  script: [
    {
      when: { type: 'sent', kind } as const,
      afterUs: 10_000,
      command: { verb: 'drop', message: { ...link, kind, nth: 1 } } as const,
    },
  ],
});
export const calm = {};
export const requestLost = drop('charge', request);
export const receiptLost = drop('receipt', { from: 'payment', to: 'browser' });
const retried = { ...receiptLost, knobs: { retries: 1 } };

const charges = (length: number) => [{ node: 'payment', list: 'ledger', length }];
const hints = ['Look at the link.', 'Follow the request.', 'Count what arrives.'];

export const small = {
  scenario: {
    name: 'small',
    title: 'One call',
    summary: 'A browser asks a payment service to charge 10.',
    protocol: 'rpc',
    seed: 1,
    nodes: [
      { id: 'browser', role: 'client', x: 20, y: 50 },
      { id: 'payment', role: 'server', x: 80, y: 50 },
    ],
    links: [{ between: ['browser', 'payment'], rules: { latency: { profile: 'constant', us: 50_000 } } }],
    workload: [{ at: 10_000, node: 'browser', op: { f: 'charge', value: 10 } }],
    stop: { atUs: 2_000_000 },
    pace: 80_000,
    faults: ['drop', 'cut'],
    knobs: [
      {
        id: 'retries',
        label: 'Retries',
        bind: { param: 'retries' },
        kind: { unit: 'tries', min: 0, max: 3, step: 1 },
        default: 0,
      },
    ],
    actions: [{ id: 'cut', label: 'Cut', command: { verb: 'cut', links: [request] }, primary: true }],
    kinds: {
      charge: { short: 'CHG', shape: 'square', words: 'charge request' },
      receipt: { short: 'RCP', shape: 'circle', words: 'receipt' },
    },
    moments: { asked: { label: 'the request leaves', when: { type: 'sent', kind: 'charge' } } },
    opening: { moment: 'asked' },
    checks: ['a receipt means a charge'],
    explore: { maxLost: 1, maxDuplicated: 0, maxCrashes: 0, depth: 20, states: 1000 },
    observe: 'outcome',
  },
  claims: [
    {
      id: 'lost',
      kind: 'run',
      text: 'A lost receipt ends in a time-out with one charge.',
      variant: receiptLost,
      checks: [{ outcome: 'time-out, 1 charge' }, { count: { type: 'dropped' }, is: 1 }],
    },
    {
      id: 'three',
      kind: 'reachable',
      text: 'Three ends can be reached.',
      outcomes: {
        'receipt, 1 charge': calm,
        'time-out, 0 charges': requestLost,
        'time-out, 1 charge': receiptLost,
      },
    },
    {
      id: 'proof',
      kind: 'always',
      text: 'A receipt means a charge.',
      property: 'a receipt means a charge',
      holds: true,
    },
    {
      id: 'twice',
      kind: 'always',
      text: 'With a retry some schedule charges twice.',
      property: 'charged at most once',
      holds: false,
      params: { retries: 1 },
    },
    {
      id: 'alike',
      kind: 'indistinguishable',
      text: 'The browser cannot tell which message was lost.',
      node: 'browser',
      left: receiptLost,
      right: requestLost,
      differ: { node: 'payment', list: 'ledger', length: 1 },
    },
  ],
  bet: {
    id: 'bet',
    kind: 'predict',
    question: 'The receipt is lost. How often was the card charged?',
    hints,
    variant: receiptLost,
    reason: 'The charge was written before the receipt was sent.',
    options: [
      {
        id: 'none',
        text: 'Not at all.',
        asserts: charges(0),
        misconception: 'M1',
        because: 'The request arrived.',
        elsewhere: { world: requestLost, differs: 'the request is lost' },
      },
      { id: 'once', text: 'Once.', asserts: charges(1), because: 'It was written once.' },
      {
        id: 'often',
        text: 'Nine times.',
        asserts: charges(9),
        because: 'Nobody asks nine times.',
        elsewhere: { none: 'No world of this lesson asks nine times.' },
      },
    ],
  },
  quiz: [
    {
      id: 'order',
      kind: 'order',
      question: 'In which order?',
      hints,
      variant: receiptLost,
      reason: 'A cause comes before its effect.',
      events: [
        { id: 'ask', text: 'It asks.', when: { type: 'sent', kind: 'charge' } },
        { id: 'answer', text: 'It answers.', when: { type: 'sent', kind: 'receipt' } },
        { id: 'loss', text: 'The receipt is lost.', when: { type: 'dropped' } },
        { id: 'give-up', text: 'The browser gives up.', when: { type: 'completed' } },
      ],
    },
    {
      id: 'which',
      kind: 'diagnose',
      question: 'Which world is it?',
      hints,
      variant: receiptLost,
      reason: 'Silence is silence.',
      node: 'browser',
      worlds: [
        { id: 'receipt-lost', text: 'The receipt was lost.', world: receiptLost, because: 'The same lane.' },
        { id: 'request-lost', text: 'The request was lost.', world: requestLost, because: 'The same lane.' },
        { id: 'calm', text: 'Nothing was lost.', world: calm, because: 'An answer comes.' },
      ],
    },
    {
      id: 'break',
      kind: 'adversary',
      question: 'Make it charge and not know.',
      hints,
      variant: calm,
      reason: 'The answer was lost.',
      goal: [{ outcome: 'time-out, 1 charge' }],
      solution: receiptLost,
      decoys: [requestLost],
    },
  ],
  challenge: {
    id: 'table',
    title: 'Fill the table',
    goal: 'See every cell.',
    hints,
    target: {
      outcomes: 'all reachable',
      rows: ['receipt', 'time-out'],
      columns: ['0 charges', '1 charge'],
      impossible: { 'receipt, 0 charges': 'It is written first.' },
    },
    solution: [calm, requestLost, receiptLost],
    decoys: [{ variant: requestLost, why: 'It is one cell.' }],
  },
  story: {
    variant: receiptLost,
    beats: [
      { until: { type: 'sent', kind: 'charge' }, caption: 'It asks.' },
      { until: { type: 'dropped' }, caption: 'The receipt is lost.' },
      { until: { type: 'completed' }, caption: 'It gives up.' },
    ],
  },
  twins: { retry: { left: receiptLost, right: retried, differs: 'the browser asks again' } },
} satisfies Authored<LessonData>;

export type Small = typeof small;

/** A copy of the lesson with one thing changed. */
export function changed(change: (lesson: Small) => void): Small {
  const copy = JSON.parse(JSON.stringify(small)) as Small;
  change(copy);
  return copy;
}
