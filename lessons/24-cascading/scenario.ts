/**
 * The world of lesson 24: people, and four tiers that call one another. The database can do 83 requests a second and is
 * asked for 50, so that it is busy for six tenths of its time. Nothing is wrong with it, or with anything else.
 */

import type { Authored, Scenario } from '#/scenarios';

const chain = ['users', 'web', 'orders', 'stock', 'database'] as const;
const places = [
  { x: 9, y: 34 },
  { x: 30, y: 62 },
  { x: 50, y: 34 },
  { x: 70, y: 62 },
  { x: 91, y: 34 },
];
const links = [
  { between: ['users', 'web'] },
  { between: ['web', 'orders'] },
  { between: ['orders', 'stock'] },
  { between: ['stock', 'database'] },
] as const;

const ms = (min: number, max: number, step: number) => ({ unit: 'ms', min, max, step }) as const;

export default {
  name: 'four-tiers',
  title: 'Four tiers and a database that slows down',
  summary:
    'Fifty calls a second come to web, which asks orders, which asks stock, which asks the database. A worker is taken until whoever it asked has answered, or for 400 ms; then it asks again, twice at most. The database takes 12 ms for a request, and can do 83 a second.',
  protocol: 'cascade',
  seed: 24,
  nodes: chain.map((id, i) => ({
    id,
    role: i === 0 ? 'client' : 'tier',
    ...(places[i] as (typeof places)[number]),
  })),
  links: links.map(({ between }) => ({
    between: [...between],
    rules: { latency: { profile: 'constant', us: 500 } },
  })),
  params: {
    callsPerSecond: 50,
    userTimeoutUs: 3_000_000,
    workers: 40,
    workUs: 2_000,
    databaseWorkers: 1,
    databaseWorkUs: 12_000,
    timeoutStepUs: 0,
    retryPauseUs: 80_000,
  },
  stop: { atUs: 38_000_000 },
  pace: 1_500_000,
  faults: ['cut', 'mend', 'rule', 'crash', 'restart', 'pause', 'resume', 'slow', 'set', 'invoke'],
  knobs: [
    {
      id: 'retries',
      label: 'Retries at each tier',
      bind: { param: 'retries' },
      kind: { unit: 'tries', min: 0, max: 4, step: 1 },
      default: 2,
    },
    {
      id: 'budget',
      label: 'A budget for retries',
      help: 'Each tier retries once in ten calls, no more. A hundred may be saved up; a call whose retry is not in the budget has failed.',
      bind: { param: 'budget' },
      kind: 'switch',
      default: false,
    },
    {
      id: 'room',
      label: 'Room in each queue',
      bind: { param: 'room' },
      kind: { unit: '', min: 0, max: 1000, step: 1 },
      default: 50,
    },
    {
      id: 'order',
      label: 'Who is next in a queue',
      bind: { param: 'order' },
      kind: [
        { value: 'first in, first out', label: 'whoever came first' },
        { value: 'last in, first out', label: 'whoever came last' },
      ],
      default: 'first in, first out',
    },
    {
      id: 'timeout',
      label: 'Time-out of each tier',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: ms(50, 4000, 50),
      default: 400,
      more: true,
    },
    {
      id: 'breaker',
      label: 'A circuit breaker at each tier',
      help: 'Opens when 50 of the last 100 tries failed; after a second it lets five probes through.',
      bind: { param: 'breaker' },
      kind: 'switch',
      default: false,
      more: true,
    },
    {
      id: 'rate',
      label: 'Calls a second',
      bind: { param: 'callsPerSecond' },
      kind: { unit: '', min: 0, max: 100, step: 1 },
      default: 50,
      more: true,
    },
    {
      id: 'user-retries',
      label: 'Retries of the users',
      bind: { param: 'userRetries' },
      kind: { unit: 'tries', min: 0, max: 4, step: 1 },
      default: 0,
      more: true,
    },
    {
      id: 'back-off',
      label: 'Pause before a retry',
      bind: { param: 'backOff' },
      kind: ['fixed', 'exponential', 'full jitter', 'equal jitter', 'decorrelated jitter'].map((value) => ({
        value,
        label: value,
      })),
      default: 'full jitter',
      more: true,
    },
    {
      id: 'slowdown',
      label: 'The database takes so many times as long',
      bind: { param: 'slowdown' },
      kind: { unit: '×', min: 1, max: 10, step: 0.5 },
      default: 1,
      more: true,
    },
  ],
  actions: [
    {
      id: 'slow',
      label: 'Slow the database down, three times',
      command: { verb: 'set', param: 'slowdown', value: 3 },
      primary: true,
    },
    { id: 'well', label: 'Let it be well again', command: { verb: 'set', param: 'slowdown', value: 1 } },
    {
      id: 'less',
      label: 'Turn half the users away',
      command: { verb: 'set', param: 'callsPerSecond', value: 100 },
    },
  ],
  kinds: {
    request: { short: 'REQ', shape: 'square', words: 'request' },
    answer: { short: 'ANS', shape: 'circle', words: 'answer' },
    refusal: { short: 'REF', shape: 'diamond', words: 'refusal' },
    failure: { short: 'FAIL', shape: 'hexagon', words: 'failure' },
  },
  moments: {
    slow: { label: 'the database changes its pace', when: { type: 'command', verb: 'set' } },
    refused: {
      label: 'the database turns a request away',
      when: { type: 'sent', kind: 'refusal', from: 'database' },
    },
  },
  opening: { atUs: 3_000_000 },
  checks: [
    'every request is somewhere',
    'every call ends once',
    'Little’s law',
    'no more tries than allowed',
  ],
  observe: 'tally',
  charts: ['rate', 'queue', 'wasted'],
} satisfies Authored<Scenario>;
