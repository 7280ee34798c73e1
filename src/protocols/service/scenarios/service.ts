/** A client, and a service that copes until it slows down: a queue to watch fill, and retries to watch feed it. */

import { BACK_OFFS } from '../../policies/back-off';
import { choice, ms } from '../../policies/knobs';
import { ORDERS } from '../../policies/pool';
import { SHAPES } from '../load';

export default {
  name: 'service',
  title: 'A service and its queue',
  summary:
    'Fifteen calls a second, at random, go to a service of two workers, each of which takes 80 ms on average. The client waits 400 ms, then tries again, twice at most. After five seconds the service takes twice as long, for three seconds.',
  protocol: 'service',
  seed: 24,
  nodes: [
    { id: 'client', role: 'client', x: 18, y: 50 },
    { id: 'service', role: 'service', x: 82, y: 50 },
  ],
  links: [{ between: ['client', 'service'], rules: { latency: { profile: 'constant', us: 5000 } } }],
  script: [
    { at: 5_000_000, command: { verb: 'set', param: 'slowdown', value: 2 } },
    { at: 8_000_000, command: { verb: 'set', param: 'slowdown', value: 1 } },
  ],
  stop: { atUs: 15_000_000 },
  pace: 500_000,
  faults: [
    ...['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule'],
    ...['crash', 'restart', 'pause', 'resume', 'slow', 'set', 'invoke'],
  ],
  knobs: [
    {
      id: 'rate',
      label: 'Calls a second',
      bind: { param: 'callsPerSecond' },
      kind: { unit: '', min: 0, max: 60, step: 1 },
      default: 15,
    },
    {
      id: 'workers',
      label: 'Workers',
      bind: { param: 'workers' },
      kind: { unit: '', min: 1, max: 8, step: 1 },
      default: 2,
    },
    {
      id: 'room',
      label: 'Room in the queue',
      bind: { param: 'room' },
      kind: { unit: '', min: 0, max: 100, step: 1 },
      default: 20,
    },
    {
      id: 'timeout',
      label: 'Client time-out',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: ms(50, 2000, 50),
      default: 400,
    },
    {
      id: 'retries',
      label: 'Retries',
      bind: { param: 'retries' },
      kind: { unit: 'tries', min: 0, max: 5, step: 1 },
      default: 2,
    },
    {
      id: 'back-off',
      label: 'Pause before a retry',
      bind: { param: 'backOff' },
      kind: choice(BACK_OFFS),
      default: 'full jitter',
    },
    {
      id: 'budget',
      label: 'One retry in ten calls, no more',
      help: 'Ten may be saved up; a call whose retry is not in the budget is given up.',
      bind: { param: 'budget' },
      kind: 'switch',
      default: false,
    },
    {
      id: 'breaker',
      label: 'Circuit breaker',
      help: 'Opens when 10 of the last 20 tries failed; after a second it lets two probes through.',
      bind: { param: 'breaker' },
      kind: 'switch',
      default: false,
    },
    {
      id: 'deadline',
      label: 'Deadline of a call, 0 for none',
      bind: { param: 'deadlineUs', scale: 1000 },
      kind: ms(0, 2000, 100),
      default: 0,
      more: true,
    },
    {
      id: 'sheds',
      label: 'Turns away what is past its deadline',
      bind: { param: 'shedsLate' },
      kind: 'switch',
      default: false,
      more: true,
    },
    {
      id: 'order',
      label: 'Order of the queue',
      bind: { param: 'order' },
      kind: choice(ORDERS),
      default: 'first in, first out',
      more: true,
    },
    {
      id: 'heavy',
      label: 'Calls for heavy work',
      help: 'It takes ten times as long.',
      bind: { param: 'heavyPercent' },
      kind: { unit: '%', min: 0, max: 50, step: 1 },
      default: 0,
      more: true,
    },
    {
      id: 'layout',
      label: 'Whose the workers are',
      bind: { param: 'layout' },
      kind: [
        { value: 'shared', label: 'shared by all work' },
        { value: 'split', label: 'split: one for heavy work' },
      ],
      default: 'shared',
      more: true,
    },
    {
      id: 'arrivals',
      label: 'Calls come',
      bind: { param: 'arrivals' },
      kind: [
        { value: 'open', label: 'at random, whatever happens' },
        { value: 'closed', label: 'from users who wait and think' },
      ],
      default: 'open',
      more: true,
    },
    {
      id: 'shape',
      label: 'How long work takes',
      bind: { param: 'workShape' },
      kind: choice(SHAPES),
      default: 'exponential',
      more: true,
    },
  ],
  actions: [
    {
      id: 'slow',
      label: 'Slow the service down, three times',
      command: { verb: 'set', param: 'slowdown', value: 3 },
      primary: true,
    },
    { id: 'well', label: 'Let it be well again', command: { verb: 'set', param: 'slowdown', value: 1 } },
    { id: 'call', label: 'Call once', command: { verb: 'invoke', node: 'client', op: { f: 'call' } } },
    { id: 'crash', label: 'Crash the service', command: { verb: 'crash', node: 'service', disk: 'kept' } },
    { id: 'restart', label: 'Restart the service', command: { verb: 'restart', node: 'service' } },
  ],
  kinds: {
    request: { short: 'REQ', shape: 'square', words: 'request' },
    answer: { short: 'ANS', shape: 'circle', words: 'answer' },
    refusal: { short: 'REF', shape: 'diamond', words: 'refusal' },
  },
  moments: {
    slow: { label: 'the service slows down', when: { type: 'command', verb: 'set' } },
    refused: { label: 'a request is turned away', when: { type: 'sent', kind: 'refusal' } },
  },
  opening: { atUs: 5_000_000 },
  checks: ['every request is somewhere', 'every call ends once', 'Little’s law'],
  observe: 'tally',
};
