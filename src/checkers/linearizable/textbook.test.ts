/** Histories of the textbooks, written down again: what their authors say of them, and why, in our words. */
import { describe, expect, it } from 'vitest';
import type { Json } from '#/kernel';
import type { HistoryOperation } from '../history';
import type { ObjectName } from '../names';
import { linearizable } from '.';

/** One line an operation: process, type, value, start, end; an end of -1 was never seen. */
type Line = readonly [
  process: string,
  type: string,
  value: Json | undefined,
  start: number,
  end: number,
  result?: boolean,
];

const judged = (object: ObjectName, lines: readonly Line[], initial: Json = null) =>
  linearizable(
    {
      name: 'textbook',
      initial,
      operations: lines.map(
        ([process, type, value, start, end, result]): HistoryOperation => ({
          process,
          type,
          ...(value === undefined ? {} : { value }),
          ...(result === undefined ? {} : { result }),
          start,
          end: end < 0 ? null : end,
          outcome: end < 0 ? 'unknown' : 'ok',
        }),
      ),
    },
    object,
  );

type Case = readonly [title: string, object: ObjectName, lines: readonly Line[], initial?: Json];

const lawful: readonly Case[] = [
  [
    'Herlihy & Wing 1990, H1: a queue that gives out of two at once the later one first',
    'queue',
    [
      ['A', 'enqueue', 'x', 0, 10],
      ['B', 'enqueue', 'y', 2, 6],
      ['B', 'dequeue', 'x', 8, 12],
      ['A', 'dequeue', 'y', 14, 16],
    ],
  ],
  [
    'Herlihy & Wing 1990, H5: a register with two writers of 0',
    'register',
    [
      ['A', 'write', 0, 0, 1],
      ['B', 'write', 1, 2, 7],
      ['A', 'read', 1, 3, 4],
      ['C', 'write', 0, 5, 6],
      ['B', 'read', 0, 8, 9],
    ],
  ],
  [
    'MIT 6.5840: a read may already see a write that goes on',
    'register',
    [
      ['C1', 'write', 1, 2, 8],
      ['C1', 'write', 2, 10, 16],
      ['C2', 'read', 2, 4, 14],
      ['C3', 'read', 1, 6, 12],
    ],
  ],
  [
    'MIT 6.5840: writes that overlap take either order',
    'register',
    [
      ['C0', 'write', 0, 0, 8],
      ['C1', 'write', 1, 11, 19],
      ['C2', 'write', 2, 12, 20],
      ['C3', 'read', 2, 21, 22],
      ['C4', 'read', 2, 23, 24],
    ],
  ],
  [
    'a write without a reply takes effect long after',
    'register',
    [
      ['A', 'write', 1, 0, -1],
      ['B', 'read', null, 10, 11],
      ['B', 'read', 1, 20, 21],
    ],
  ],
  [
    'a write without a reply never takes effect',
    'register',
    [
      ['A', 'write', 1, 0, -1],
      ['B', 'read', null, 10, 11],
    ],
  ],
  [
    'two comparisons, one of which came too late',
    'cas-register',
    [
      ['A', 'cas', [0, 1], 0, 10, true],
      ['B', 'cas', [0, 2], 0, 10, false],
    ],
    0,
  ],
  [
    'a stack whose top changes hands',
    'stack',
    [
      ['A', 'push', 1, 0, 1],
      ['B', 'push', 2, 2, 9],
      ['A', 'pop', 2, 3, 4],
      ['A', 'pop', 1, 5, 6],
      ['A', 'length', 0, 10, 11],
    ],
  ],
];

const unlawful: readonly (readonly [
  title: string,
  object: ObjectName,
  lines: readonly Line[],
  initial: Json,
  reason: string,
])[] = [
  [
    'Herlihy & Wing 1990, H2: y goes in after x and comes out before it',
    'queue',
    [
      ['A', 'enqueue', 'x', 0, 2],
      ['B', 'enqueue', 'y', 3, 5],
      ['B', 'dequeue', 'y', 6, 8],
    ],
    null,
    'B took out "y" at 6–8, although "x" had gone in before it (A put in "x" at 0–2) and was still in: first in, first out.',
  ],
  [
    'Herlihy & Wing 1990, H4: y comes out twice',
    'queue',
    [
      ['A', 'enqueue', 'x', 0, 1],
      ['B', 'enqueue', 'y', 0, 2],
      ['A', 'dequeue', 'y', 3, 4],
      ['C', 'dequeue', 'y', 5, 6],
    ],
    null,
    'A took out "y" at 3–4 and C took out "y" at 5–6, but "y" was put in only once.',
  ],
  [
    'MIT 6.5840: an old value after the new one was read',
    'register',
    [
      ['C1', 'write', 1, 2, 8],
      ['C1', 'write', 2, 10, 16],
      ['C2', 'read', 2, 4, 12],
      ['C3', 'read', 1, 14, 20],
    ],
    null,
    'C3 read 1 at 14–20, after C2 had already read 2 at 4–12; 2 was written later than 1.',
  ],
  [
    'MIT 6.5840: two readers see two writes in different orders',
    'register',
    [
      ['C0', 'write', 0, 0, 8],
      ['C0', 'write', 1, 11, 19],
      ['C3', 'write', 2, 12, 20],
      ['C1', 'read', 2, 9, 15],
      ['C1', 'read', 1, 16, 22],
      ['C2', 'read', 1, 9, 15],
      ['C2', 'read', 2, 16, 22],
    ],
    null,
    '1 must have come before 2, since C2 read 1 at 9–15 and then C2 read 2 at 16–22, but also 2 before 1, since C1 read 2 at 9–15 and then C1 read 1 at 16–22; each was there only once in that time.',
  ],
  [
    'MIT 6.5840: a stale read',
    'register',
    [
      ['C1', 'write', 1, 0, 1],
      ['C1', 'write', 2, 2, 3],
      ['C2', 'read', 1, 4, 5],
    ],
    null,
    'C2 read 1 at 4–5, although C1 had written 2 at 2–3; 1 was older (C1 wrote 1 at 0–1).',
  ],
  [
    'a process that does not see its own write',
    'register',
    [
      ['P', 'write', 0, 1, 2],
      ['P', 'read', null, 3, 4],
    ],
    null,
    'P read nothing at 3–4, although it had itself written 0 at 1–2.',
  ],
  [
    'a value from the future',
    'register',
    [
      ['P', 'read', 7, 1, 2],
      ['Q', 'write', 7, 3, 4],
    ],
    null,
    'P read 7 at 1–2, before it was there: Q wrote 7 at 3–4.',
  ],
  [
    'the only copy of a value is used twice',
    'cas-register',
    [
      ['A', 'cas', [0, 1], 0, 10, true],
      ['B', 'cas', [0, 2], 0, 10, true],
    ],
    0,
    'A changed 0 to 1 at 0–10 and B changed 0 to 2 at 0–10, but 0 was there only once in that time.',
  ],
  [
    'a comparison that ought to have held',
    'cas-register',
    [['A', 'cas', [0, 1], 0, 10, false]],
    0,
    'A did not find 0 at 0–10, although 0 was there from the beginning.',
  ],
  [
    'a transaction that sees half of another',
    'multi-register',
    [
      [
        'A',
        'txn',
        [
          ['write', 'x', 1],
          ['write', 'y', 1],
        ],
        0,
        2,
      ],
      [
        'B',
        'txn',
        [
          ['read', 'x', 1],
          ['read', 'y', 0],
        ],
        3,
        4,
      ],
    ],
    { x: 0, y: 0 },
    'B read x = 1, read y = 0 at 3–4, although A had written x = 1, written y = 1 at 0–2.',
  ],
  [
    'two hold the lock',
    'mutex',
    [
      ['A', 'acquire', undefined, 0, 2],
      ['B', 'acquire', undefined, 3, 4],
    ],
    null,
    'A and B both held the lock at 4: A acquired the lock at 0–2, B acquired the lock at 3–4.',
  ],
  [
    'an element that is gone again',
    'set',
    [
      ['A', 'add', 1, 0, 9],
      ['B', 'read', [1], 1, 2],
      ['C', 'read', [], 3, 4],
    ],
    null,
    'C read [] at 3–4, without 1, although B had already read [1] at 1–2, and nothing is ever taken out.',
  ],
  [
    'a sum that nothing makes',
    'counter',
    [
      ['A', 'add', 2, 0, 1],
      ['B', 'add', 4, 2, 9],
      ['C', 'read', 4, 3, 4],
    ],
    1,
    'C read 4 at 3–4, but what can have been added by then makes 3 or 7.',
  ],
  [
    'an append that is lost',
    'kv',
    [
      ['A', 'put', 'a', 0, 1],
      ['B', 'append', 'b', 2, 3],
      ['C', 'get', 'a', 4, 5],
    ],
    null,
    'C got "a" at 4–5, although B had appended "b" at 2–3.',
  ],
];

describe('lawful', () => {
  it.each(lawful.map(([title, object, lines, initial = null]) => [title, object, lines, initial] as const))(
    '%s',
    (_title, object, lines, initial) => {
      const { verdict, witness } = judged(object, lines, initial);
      expect(verdict).toBe('ok');
      expect(witness).toHaveLength(1);
    },
  );
});

describe('not lawful, and why', () => {
  it.each(unlawful)('%s', (_title, object, lines, initial, reason) => {
    expect(judged(object, lines, initial)).toMatchObject({ verdict: 'violated', reason });
  });
});

describe('not to be judged', () => {
  it.each<readonly [string, ObjectName, readonly Line[], Json, string]>([
    [
      'an operation the object does not know',
      'queue',
      [['A', 'read', 1, 0, 1]],
      null,
      'Operation 1 (read by A) cannot be judged: a queue has no operation "read", only "enqueue", "dequeue" and "length".',
    ],
    [
      'a cas without a pair',
      'cas-register',
      [['A', 'cas', 3, 0, 1]],
      null,
      'Operation 1 (cas by A) cannot be judged: a cas needs the pair [expected, new].',
    ],
    [
      'an end before the start',
      'register',
      [['A', 'read', 3, 5, 1]],
      null,
      'Operation 1 (read by A) cannot be judged: it ends before it starts.',
    ],
    [
      'a counter that begins with a word',
      'counter',
      [],
      'x',
      'A counter begins with a whole number, or with null for 0.',
    ],
  ])('%s', (_title, object, lines, initial, reason) => {
    expect(judged(object, lines, initial)).toMatchObject({ verdict: 'not-applicable', reason });
  });
});
