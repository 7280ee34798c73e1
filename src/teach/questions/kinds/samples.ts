/** One question of each of these kinds, for the gallery and the tests: small, and right as they stand. */

import type { Authored, LessonData, Question, Scenario } from '#/scenarios';

type Operation = readonly [
  process: string,
  type: 'read' | 'write',
  value: number | null,
  from: number,
  to: number | null,
];

const register = (operations: readonly Operation[]) => ({
  object: 'register' as const,
  initial: 0,
  operations: operations.map(([process, type, value, start, end]) => ({
    process,
    type,
    ...(value === null ? {} : { value }),
    start,
    end,
  })),
});

const staleReads = {
  id: 'stale',
  kind: 'stale-reads',
  question: 'Three clients use one register. Which of these reads are stale?',
  hints: [
    'Look at what was over when each read began.',
    'A read may return the value of a write that runs beside it, or the one before.',
    'Read 5 began after writes 1 and 2 were over. What did it return?',
  ],
  reason: 'Only what was over when a read began can make it stale.',
  subject: register([
    ['A', 'write', 1, 0, 20],
    ['A', 'write', 2, 30, 50],
    ['A', 'write', 3, 60, 100],
    ['B', 'read', 2, 70, 90],
    ['C', 'read', 0, 80, 98],
    ['B', 'read', 3, 104, 112],
  ]),
  expects: [5],
  notes: [
    {
      read: 4,
      because: 'It may return the old value or the new one, since both are true while the write runs.',
    },
  ],
} satisfies Authored<Question>;

const strongest = {
  id: 'strongest',
  kind: 'strongest-model',
  question: 'B reads 0 although A’s write of 1 is over. Which is the strongest model this history satisfies?',
  hints: [
    'Does one order of the two explain both answers?',
    'Sequential consistency lets an order forget the time between clients.',
    'Put the read before the write. Whose own order does that break?',
  ],
  reason: 'One order explains it, the read and then the write; but it turns real time round.',
  subject: register([
    ['A', 'write', 1, 0, 20],
    ['B', 'read', 0, 30, 50],
  ]),
  options: [
    {
      model: 'linearizable',
      because: 'It would be, had B’s read begun before A’s write was over.',
      misconception: 'M11',
    },
    { model: 'sequential' },
    { model: 'pram', because: 'It asks less: each client may have an order of its own.' },
  ],
  expects: 'sequential',
} satisfies Authored<Question>;

const points = {
  id: 'points',
  kind: 'linearization-points',
  question: 'Place the moment at which each operation takes effect, so that every read returns what it did.',
  hints: [
    'Begin with the reads: what must have been written before each?',
    'A point may stand anywhere inside its own bar.',
    'The read of 2 comes before the read of 1, so the write of 1 must take effect between them.',
  ],
  reason: 'Starting first is not taking effect first.',
  subject: register([
    ['A', 'write', 1, 0, 100],
    ['B', 'write', 2, 10, 60],
    ['C', 'read', 2, 20, 45],
    ['C', 'read', 1, 70, 95],
    ['B', 'write', 3, 66, null],
  ]),
  expects: 'points',
  decoys: [
    { order: [1, 2, 3, 4], because: 'Then the write of 2 is the last word, and nothing returns 1 after it.' },
  ],
} satisfies Authored<Question>;

const nowhere = {
  ...points,
  id: 'nowhere',
  question: 'And here: when does each take effect?',
  reason: 'The reads see 1, then 2, then 1 again, and each value is written once.',
  subject: register([
    ['A', 'write', 1, 0, 100],
    ['B', 'write', 2, 10, 60],
    ['C', 'read', 1, 15, 30],
    ['C', 'read', 2, 42, 55],
    ['C', 'read', 1, 70, 95],
  ]),
  expects: 'none',
  decoys: [
    { order: [1, 3, 2, 4, 5], because: 'The last read would have to see 1 after 2 was written over it.' },
  ],
} satisfies Authored<Question>;

const partition = {
  id: 'partition',
  kind: 'place-partition',
  question:
    'A majority must answer. Part the replicas so that Alice’s write is answered and Bob’s read is not.',
  hints: [
    'Each client asks the replica beside it.',
    'Two of three replicas are a majority.',
    'Leave A one companion, and take it from B.',
  ],
  reason: 'On the side with two of three replicas there is a majority; on the other there is none.',
  variant: {
    knobs: { policy: 'majority' },
    workload: [
      { at: 300_000, node: 'alice', op: { f: 'write', value: 1 } },
      { at: 900_000, node: 'bob', op: { f: 'read' } },
    ],
  },
  most: 3,
  together: [
    ['A', 'alice'],
    ['B', 'bob'],
  ],
  at: 100_000,
  goal: [
    { count: { type: 'completed', node: 'alice', outcome: 'ok' }, is: 1 },
    { count: { type: 'completed', node: 'bob', outcome: 'ok' }, is: 0 },
  ],
  says: ['Alice’s write is answered', 'Bob’s read is not'],
  solution: [
    ['A', 'alice', 'C'],
    ['B', 'bob'],
  ],
  decoys: [
    {
      sides: [
        ['A', 'alice'],
        ['B', 'bob', 'C'],
      ],
      because: 'C is the third vote, and it went with Bob.',
    },
  ],
} satisfies Authored<Question>;

const tuned = {
  id: 'tuned',
  kind: 'tune',
  question:
    'Bob asks 600 ms after Alice has begun to write 1. Set it up so that both are answered, and Bob reads 1.',
  hints: [
    'Whom does each replica ask before it answers?',
    'A majority has to be heard, and each of its messages crosses a link.',
    'Let a majority answer, and keep the links short.',
  ],
  reason:
    'Whoever answers from its own copy may not have heard; whoever asks the others has to wait for them.',
  variant: {
    knobs: { policy: 'available', latency: 400 },
    workload: [
      { at: 300_000, node: 'alice', op: { f: 'write', value: 1 } },
      { at: 600_000, node: 'bob', op: { f: 'read' } },
    ],
  },
  knobs: ['policy', 'latency'],
  goal: [
    { operation: 'alice/1', ended: 'ok' },
    { operation: 'bob/1', saw: 1 },
  ],
  says: ['Alice’s write is answered', 'Bob reads 1'],
  solution: { policy: 'majority', latency: 80 },
  decoys: [
    { knobs: { policy: 'majority', latency: 400 }, because: 'A gives up before a majority has answered.' },
    { knobs: { policy: 'available', latency: 400 }, because: 'Bob’s replica has not heard of it yet.' },
  ],
} satisfies Authored<Question>;

const filled = {
  id: 'filled',
  kind: 'fill-clocks',
  question: 'A’s clock is ahead of B’s. Which hybrid stamps do these events have?',
  hints: [
    'Look at what b1 has heard of, and at what its own clock reads.',
    'l is the largest wall clock heard of; c tells apart events that share an l.',
    'At b1 the largest is 11, and it came with the message, with c = 1.',
  ],
  reason: 'B goes on from 11 until its own clock has passed it.',
  clock: 'hlc',
  nodes: ['A', 'B'],
  events: [
    { id: 'a1', node: 'A', kind: 'local', wallMs: 11 },
    { id: 'a2', node: 'A', kind: 'send', message: 'm', wallMs: 11 },
    { id: 'b1', node: 'B', kind: 'receive', message: 'm', wallMs: 4 },
    { id: 'b2', node: 'B', kind: 'local', wallMs: 15 },
  ],
  given: ['a1'],
  worked: [
    [11, 0],
    [11, 1],
    [11, 2],
    [15, 0],
  ],
} satisfies Authored<Question>;

const all: readonly unknown[] = [staleReads, strongest, points, nowhere, partition, tuned, filled];
export const sampleQuestions = all as readonly Question[];

/** As a lesson that has nothing but these questions. `scenario` is the register on three replicas. */
export const sampleLesson = (scenario: Scenario): LessonData => lessonOf(scenario, sampleQuestions);

/** As a lesson that has nothing but questions. */
export function lessonOf(scenario: Scenario, questions: readonly Question[]): LessonData {
  const story = { variant: {}, beats: [] };
  return {
    scenario,
    claims: [],
    quiz: [...questions],
    bet: questions[0],
    challenge: {},
    story,
  } as unknown as LessonData;
}
