/** Four tiers, two thousand calls a second, and a database that slows down for ten seconds. */

import { BACK_OFFS } from '../../policies/back-off';
import { choice, ms } from '../../policies/knobs';
import { ORDERS } from '../../policies/pool';

const chain = ['users', 'web', 'orders', 'stock', 'database'];

export default {
  name: 'cascading',
  title: 'Four tiers and a slow database',
  summary:
    'Two thousand calls a second come to the first of four tiers, each of which calls the next, and tries again twice. After ten seconds the database, which can do 3,333 requests a second, takes three times as long, for ten seconds.',
  protocol: 'cascade',
  seed: 24,
  nodes: chain.map((id, i) => ({ id, role: i === 0 ? 'client' : 'tier', x: 8 + 21 * i, y: 50 })),
  links: chain.slice(1).map((id, i) => ({
    between: [chain[i], id],
    rules: { latency: { profile: 'constant', us: 500 } },
  })),
  script: [
    { at: 10_000_000, command: { verb: 'set', param: 'slowdown', value: 3 } },
    { at: 20_000_000, command: { verb: 'set', param: 'slowdown', value: 1 } },
  ],
  stop: { atUs: 60_000_000 },
  pace: 1_000_000,
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['crash', 'restart', 'pause', 'resume', 'slow', 'set', 'invoke'],
  ],
  knobs: [
    {
      id: 'rate',
      label: 'Calls a second',
      bind: { param: 'callsPerSecond' },
      kind: { unit: '', min: 0, max: 4000, step: 100 },
      default: 2000,
    },
    {
      id: 'timeout',
      label: 'Time-out on the database',
      help: 'Each tier further up waits 100 ms longer, and users a second.',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: ms(10, 500, 10),
      default: 50,
    },
    {
      id: 'retries',
      label: 'Retries at each tier',
      bind: { param: 'retries' },
      kind: { unit: 'tries', min: 0, max: 4, step: 1 },
      default: 2,
    },
    {
      id: 'user-retries',
      label: 'Retries of the users',
      bind: { param: 'userRetries' },
      kind: { unit: 'tries', min: 0, max: 4, step: 1 },
      default: 0,
    },
    {
      id: 'back-off',
      label: 'Pause before a retry',
      bind: { param: 'backOff' },
      kind: choice(BACK_OFFS),
      default: 'exponential',
    },
    {
      id: 'budget',
      label: 'Each tier: one retry in ten calls, no more',
      help: 'A hundred may be saved up; a call whose retry is not in the budget has failed.',
      bind: { param: 'budget' },
      kind: 'switch',
      default: false,
    },
    {
      id: 'breaker',
      label: 'Each tier: a circuit breaker',
      help: 'Opens when 50 of the last 100 tries failed; after a second it lets five probes through.',
      bind: { param: 'breaker' },
      kind: 'switch',
      default: false,
    },
    {
      id: 'deadline',
      label: 'Deadline of a call, 0 for none',
      bind: { param: 'deadlineUs', scale: 1000 },
      kind: ms(0, 5000, 100),
      default: 0,
      more: true,
    },
    {
      id: 'travels',
      label: 'Requests say how long their caller waits',
      bind: { param: 'deadlineTravels' },
      kind: 'switch',
      default: false,
      more: true,
    },
    {
      id: 'sheds',
      label: 'Tiers turn away what is too late',
      bind: { param: 'shedsLate' },
      kind: 'switch',
      default: false,
      more: true,
    },
    {
      id: 'room',
      label: 'Room in each queue',
      bind: { param: 'room' },
      kind: { unit: '', min: 0, max: 2000, step: 10 },
      default: 500,
      more: true,
    },
    {
      id: 'order',
      label: 'Order of each queue',
      bind: { param: 'order' },
      kind: choice(ORDERS),
      default: 'first in, first out',
      more: true,
    },
    {
      id: 'workers',
      label: 'Workers of each tier but the last',
      bind: { param: 'workers' },
      kind: { unit: '', min: 10, max: 500, step: 10 },
      default: 240,
      more: true,
    },
    {
      id: 'arrivals',
      label: 'Calls come',
      bind: { param: 'arrivals' },
      kind: [
        { value: 'open', label: 'at random, whatever happens' },
        { value: 'closed', label: 'from a thousand users who wait and think' },
      ],
      default: 'open',
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
      id: 'cut',
      label: 'Let the database answer nothing',
      command: { verb: 'cut', links: [{ from: 'database', to: 'stock' }] },
    },
  ],
  kinds: {
    request: { short: 'REQ', shape: 'square', words: 'request' },
    answer: { short: 'ANS', shape: 'circle', words: 'answer' },
    refusal: { short: 'REF', shape: 'diamond', words: 'refusal' },
    failure: { short: 'FAIL', shape: 'hexagon', words: 'failure' },
  },
  moments: {
    slow: { label: 'the database slows down', when: { type: 'command', verb: 'set' } },
    refused: { label: 'a request is turned away', when: { type: 'sent', kind: 'refusal' } },
    failed: { label: 'a tier gives up', when: { type: 'sent', kind: 'failure' } },
  },
  opening: { atUs: 9_000_000 },
  checks: [
    'every request is somewhere',
    'every call ends once',
    'Little’s law',
    'no more tries than allowed',
  ],
  observe: 'tally',
};
