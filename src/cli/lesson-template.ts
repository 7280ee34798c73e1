/** What `npm run lesson:new` writes: a small lesson that is proved as it stands, to be changed piece by piece. */

export interface NewLesson {
  /** Two digits. */
  readonly number: string;
  readonly slug: string;
  readonly title: string;
}

/** As the formatter would quote it: singly, unless that wants more escapes. */
function quoted(text: string): string {
  const escaped = JSON.stringify(text);
  if (text.split('"').length < text.split("'").length) return escaped;
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

const scenario = ({
  slug,
  title,
}: NewLesson) => `/** The world of the lesson: a client, a server, one call. */

import type { Authored, Scenario } from '#/scenarios';

const request = { from: 'client', to: 'server' };
const reply = { from: 'server', to: 'client' };

export default {
  name: ${quoted(slug)},
  title: ${quoted(title)},
  summary: 'A client asks a server to charge 10 and waits 200 ms. Messages take 50 ms each way.',
  protocol: 'rpc',
  seed: 1,
  nodes: [
    { id: 'client', role: 'client', x: 18, y: 50 },
    { id: 'server', role: 'server', x: 82, y: 50 },
  ],
  links: [{ between: ['client', 'server'], rules: { latency: { profile: 'constant', us: 50_000 } } }],
  workload: [{ at: 10_000, node: 'client', op: { f: 'charge', value: 10 } }],
  stop: { atUs: 2_000_000 },
  pace: 80_000,
  faults: ['drop', 'hold', 'release', 'delay', 'duplicate', 'cut', 'mend', 'rule', 'set'],
  knobs: [
    {
      id: 'timeout',
      label: 'Time-out',
      bind: { param: 'timeoutUs', scale: 1000 },
      kind: { unit: 'ms', min: 20, max: 1000, step: 10 },
      default: 200,
    },
    {
      id: 'loss-of-replies',
      label: 'Replies lost',
      bind: { rule: 'loss', links: [reply], scale: 0.01 },
      kind: { unit: '%', min: 0, max: 100, step: 5 },
      default: 0,
    },
  ],
  actions: [
    { id: 'cut', label: 'Cut the link', command: { verb: 'cut', links: [request, reply] }, primary: true },
    { id: 'mend', label: 'Mend the link', command: { verb: 'mend', links: [request, reply] } },
  ],
  kinds: {
    charge: { short: 'CHG', shape: 'square', words: 'charge request' },
    receipt: { short: 'RCP', shape: 'circle', words: 'receipt' },
  },
  moments: { asked: { label: 'the request leaves', when: { type: 'sent', kind: 'charge' } } },
  opening: { atUs: 30_000 },
  truth: { client: 'client', server: 'server', key: 'ledger', unit: 'charge' },
  checks: ['a receipt means a charge'],
  explore: { maxLost: 1, maxDuplicated: 0, maxCrashes: 0, depth: 30, states: 10_000 },
  observe: 'outcome',
} satisfies Authored<Scenario>;
`;

const worlds = () => `/** The worlds the lesson speaks of, each the scenario and one thing more. */

import type { Authored, Variant } from '#/scenarios';

type World = Authored<Variant>;

export const calm: World = {};

export const requestLost: World = {
  script: [
    {
      when: { type: 'sent', kind: 'charge' },
      afterUs: 25_000,
      command: { verb: 'drop', message: { from: 'client', to: 'server', kind: 'charge', nth: 1 } },
    },
  ],
};

export const replyLost: World = {
  script: [
    {
      when: { type: 'sent', kind: 'receipt' },
      afterUs: 25_000,
      command: { verb: 'drop', message: { from: 'server', to: 'client', kind: 'receipt', nth: 1 } },
    },
  ],
};
`;

const claims = () => `/** What the prose says of the lab, for the prover to decide. */

import type { Authored, Claim } from '#/scenarios';
import * as world from './worlds';

export default [
  {
    id: 'three-ends',
    kind: 'reachable',
    text: 'When at most one message is lost, a call ends in one of three ways.',
    outcomes: {
      'receipt, 1 charge': world.calm,
      'time-out, 0 charges': world.requestLost,
      'time-out, 1 charge': world.replyLost,
    },
  },
] satisfies Authored<Claim>[];
`;

const quiz = () => `/** The opening bet and the questions of recall. The runs are the answer key. */

import type { Authored, Question } from '#/scenarios';
import * as world from './worlds';

const charges = (length: number) => [{ node: 'server', list: 'ledger', length }];
const hints = ['Look at the link.', 'Follow the request.', 'The server writes, then it answers.'];

export const bet = {
  id: 'bet',
  kind: 'predict',
  question: 'The answer is lost on its way back. How many charges does the ledger hold?',
  hints,
  variant: world.replyLost,
  reason: 'The charge was written before the answer set out.',
  options: [
    { id: 'one', text: 'One.', asserts: charges(1), because: 'The request arrived.' },
    {
      id: 'none',
      text: 'None.',
      asserts: charges(0),
      misconception: 'M1',
      because: 'The request had arrived before anything was lost.',
      elsewhere: { world: world.requestLost, differs: 'the request is lost, and not the answer' },
    },
  ],
} satisfies Authored<Question>;

export default [
  {
    id: 'in-order',
    kind: 'order',
    question: 'Put the events of the run with the lost answer into an order that could have been.',
    hints,
    variant: world.replyLost,
    reason: 'A message is received after it is sent. The time-out needs only the client.',
    events: [
      { id: 'ask', text: 'The client asks.', when: { type: 'sent', kind: 'charge' } },
      { id: 'write', text: 'The server writes the charge.', when: { type: 'persisted', key: 'ledger' } },
      { id: 'give-up', text: 'The client gives up.', when: { type: 'completed', seen: 'timeout' } },
    ],
  },
  {
    id: 'which-world',
    kind: 'diagnose',
    question: 'You are the client. You asked, waited and gave up. In which of these worlds could you be?',
    hints,
    variant: world.replyLost,
    reason: 'The client lives through the same in two of them.',
    node: 'client',
    worlds: [
      { id: 'request', text: 'The request was lost.', world: world.requestLost, because: 'The same lane.' },
      { id: 'reply', text: 'The answer was lost.', world: world.replyLost, because: 'The same lane.' },
      { id: 'calm', text: 'Nothing was lost.', world: world.calm, because: 'An answer would have come.' },
    ],
  },
  {
    id: 'make-it-so',
    kind: 'adversary',
    question: 'Bring it about that the card is charged and the client does not know.',
    hints,
    variant: world.calm,
    reason: 'Losing the answer leaves the work done.',
    goal: [{ outcome: 'time-out, 1 charge' }],
    solution: world.replyLost,
    decoys: [world.requestLost],
  },
] satisfies Authored<Question>[];
`;

const challenge = () => `/** Something to bring about. The learner's runs decide when it is met. */

import type { Authored, Challenge } from '#/scenarios';
import * as world from './worlds';

export default {
  id: 'outcome-table',
  title: 'See every end',
  goal: 'Make runs until every cell that can be reached has been seen.',
  hints: ['There are two messages.', 'Lose one at a time.', 'Cut the link before the request arrives.'],
  target: {
    outcomes: 'all reachable',
    rows: ['receipt', 'time-out'],
    columns: ['0 charges', '1 charge'],
    impossible: { 'receipt, 0 charges': 'The charge is written before the receipt is sent.' },
  },
  solution: [world.calm, world.requestLost, world.replyLost],
  decoys: [{ variant: world.requestLost, why: 'It is one cell of three.' }],
} satisfies Authored<Challenge>;
`;

const story = () => `/** The run the beats tell. */

import type { Authored, LessonData } from '#/scenarios';
import { replyLost } from './worlds';

export default {
  variant: replyLost,
  beats: [
    { until: { type: 'sent', kind: 'charge' }, caption: 'The client asks, and waits.' },
    { until: { type: 'persisted', key: 'ledger' }, caption: 'The server writes the charge and answers.' },
    { until: { type: 'dropped', kind: 'receipt' }, caption: 'The answer is lost halfway.' },
    { until: { type: 'completed', seen: 'timeout' }, caption: 'The client gives up. It knows nothing more.' },
  ],
} satisfies Authored<LessonData['story']>;
`;

const page = ({ title }: NewLesson) => `---
title: ${JSON.stringify(title)}
summary: Say in one or two sentences what the lesson is about.
minutes: 20
part: 0
able:
  - say what the reader will be able to do
---

<Hook>

Say what has just happened in the figure, and what to try.

</Hook>

Say what the idea is, in plain words, before any name for it.

## Before you run it

<Bet />

## What happened, step by step

<Beats />

<Reconcile />

## What it means

Explain it, and let the lab stand behind what you say.

<Claims only="three-ends" />

## The table of everything it can mean

<Puzzle />

<Bites title="Where it was seen">

Say what happened to a real system, when, and where a reader can find it.

</Bites>

<Model>

- Say what the model leaves out.

</Model>

## What you can say now

<Quiz />

## Take it further

<Sandbox />

<Sources>

- Author, title, where and when.

</Sources>
`;

/** The files of a new lesson, by their names in its folder. */
export const lessonFiles = (lesson: NewLesson): Readonly<Record<string, string>> => ({
  'lesson.mdx': page(lesson),
  'scenario.ts': scenario(lesson),
  'worlds.ts': worlds(),
  'claims.ts': claims(),
  'quiz.ts': quiz(),
  'challenge.ts': challenge(),
  'story.ts': story(),
});
