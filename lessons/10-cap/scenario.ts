/**
 * The world of lesson 10: an account and a feed, kept by three replicas, and a person at either end. Latencies are
 * constant and calls few, so that every moment can be foreseen. A comes first, so it is the one that leads.
 */

import type { Authored, Scenario } from '#/scenarios';

const ways = (a: string, b: string) => [
  { from: a, to: b },
  { from: b, to: a },
];
const far = [...ways('A', 'B'), ...ways('A', 'C'), ...ways('B', 'C')];
/** What parts B, and Bob with it, from the rest. */
const border = [...ways('A', 'B'), ...ways('B', 'C')];

const near = { latency: { profile: 'constant', us: 10_000 } } as const;
const apart = { latency: { profile: 'constant', us: 50_000 } } as const;

const account = (value: [number, number]) => ({ f: 'cas', value: { key: 'account', value } });
const post = (value: string) => ({ f: 'write', value: { key: 'feed', value } });
const read = (key: string) => ({ f: 'read', value: { key } });
/** Takes 60 out, if there are 100: nothing else is asked of the account. */
const take = account([100, 40]);

const policies = [
  { value: 'leader', label: 'A alone' },
  { value: 'majority', label: 'a majority' },
  { value: 'available', label: 'whoever is asked' },
];

export default {
  name: 'cap',
  title: 'An account and a feed',
  summary:
    'Three replicas, A, B and C, keep an account of 100 and the last post of a feed. Alice asks A, Bob asks B. Who may answer is chosen for each of the two. Messages take 10 ms to a person and 50 ms between replicas.',
  protocol: 'bank-and-feed',
  seed: 1,
  nodes: [
    { id: 'alice', role: 'client', label: 'Alice', x: 11, y: 30 },
    { id: 'A', role: 'replica', x: 36, y: 30 },
    { id: 'C', role: 'replica', x: 36, y: 78 },
    { id: 'B', role: 'replica', x: 62, y: 50 },
    { id: 'bob', role: 'client', label: 'Bob', x: 90, y: 50 },
  ],
  links: [
    { between: ['alice', 'A'], rules: near },
    { between: ['A', 'C'], rules: apart },
    { between: ['A', 'B'], rules: apart },
    { between: ['C', 'B'], rules: apart },
    { between: ['B', 'bob'], rules: near },
  ],
  params: { giveUpUs: 220_000, timeoutUs: 800_000, resendUs: 400_000 },
  durable: { alice: { home: 'A' }, bob: { home: 'B' } },
  workload: [
    { at: 100_000, node: 'alice', op: post('hello') },
    { at: 400_000, node: 'alice', op: take },
    { at: 480_000, node: 'bob', op: take },
    { at: 700_000, node: 'alice', op: post('rain') },
    { at: 960_000, node: 'bob', op: read('feed') },
    { at: 1_250_000, node: 'bob', op: post('sun') },
    { at: 1_900_000, node: 'alice', op: read('feed') },
    { at: 1_900_000, node: 'bob', op: read('account') },
  ],
  stop: { atUs: 3_000_000 },
  pace: 80_000,
  faults: [
    ...(['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'] as const),
    ...(['crash', 'restart', 'pause', 'resume', 'slow', 'set', 'invoke'] as const),
  ],
  knobs: [
    {
      id: 'account',
      label: 'Who may answer for the account',
      bind: { param: 'accountPolicy' },
      kind: policies,
      default: 'available',
    },
    {
      id: 'feed',
      label: 'Who may answer for the feed',
      bind: { param: 'feedPolicy' },
      kind: policies,
      default: 'available',
    },
    {
      id: 'merge',
      label: 'Two values meet',
      help: 'Where whoever is asked may answer: what becomes of what was written on both sides.',
      bind: { param: 'merge' },
      kind: [
        { value: 'last writer wins', label: 'the last writer wins' },
        { value: 'siblings', label: 'both are kept' },
      ],
      default: 'last writer wins',
      more: true,
    },
    {
      id: 'latency',
      label: 'Latency between replicas',
      bind: { latency: 'constant', links: far, scale: 1000 },
      kind: { unit: 'ms', min: 2, max: 400, step: 2 },
      default: 50,
      more: true,
    },
    {
      id: 'patience',
      label: 'A replica waits for others',
      help: 'How long a replica waits for a majority. For A it waits twice as long.',
      bind: { param: 'giveUpUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 1000, step: 20 },
      default: 220,
      more: true,
    },
    {
      id: 'timeout',
      label: 'Alice and Bob wait',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 2000, step: 20 },
      default: 800,
      more: true,
    },
  ],
  actions: [
    { id: 'cut', label: 'Cut B off', command: { verb: 'cut', links: border }, primary: true },
    { id: 'mend', label: 'Mend the network', command: { verb: 'mend', links: border } },
    { id: 'take-a', label: 'Alice takes 60', command: { verb: 'invoke', node: 'alice', op: take } },
    { id: 'take-b', label: 'Bob takes 60', command: { verb: 'invoke', node: 'bob', op: take } },
    {
      id: 'pay-in',
      label: 'Alice pays 60 in',
      command: { verb: 'invoke', node: 'alice', op: account([40, 100]) },
    },
    {
      id: 'post-a',
      label: 'Alice posts “snow”',
      command: { verb: 'invoke', node: 'alice', op: post('snow') },
    },
    { id: 'read-b', label: 'Bob reads the feed', command: { verb: 'invoke', node: 'bob', op: read('feed') } },
  ],
  kinds: {
    read: { short: 'R?', shape: 'square', words: 'read' },
    write: { short: 'POST', shape: 'square', words: 'post' },
    cas: { short: 'CAS', shape: 'square', words: 'compare-and-set' },
    forward: { short: 'FWD', shape: 'square', words: 'call passed on' },
    answer: { short: 'ANS', shape: 'circle', words: 'answer' },
    refusal: { short: 'NO', shape: 'circle', words: 'refusal' },
    replicate: { short: 'NEWS', shape: 'diamond', words: 'news of a change' },
    replicated: { short: 'ACK', shape: 'circle', words: 'acknowledgement of the news' },
    query: { short: 'Q', shape: 'hexagon', words: 'question what is held' },
    value: { short: 'VAL', shape: 'circle', words: 'what is held' },
    store: { short: 'PUT', shape: 'diamond', words: 'order to hold a value' },
    stored: { short: 'HAS', shape: 'circle', words: 'word that it is held' },
  },
  moments: {
    taken: {
      label: 'Alice has her 60',
      when: { type: 'completed', op: 'alice/2' },
    },
    asked: { label: 'Bob asks for 60', when: { type: 'invoked', op: 'bob/1' } },
    'read the feed': { label: 'Bob has read the feed', when: { type: 'completed', op: 'bob/2' } },
  },
  opening: { atUs: 390_000 },
  observe: 'ends',
  explore: {
    maxLost: 0,
    maxDuplicated: 0,
    maxCrashes: 0,
    depth: 80,
    states: 400_000,
    // Nobody gives up and nothing is told twice: what stays unanswered at the end is unanswered for ever.
    params: { timeoutUs: 0, giveUpUs: 0, resendUs: 0 },
  },
} satisfies Authored<Scenario>;
