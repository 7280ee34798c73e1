/** One question of each kind that a judge, a definition or every run decides, right as it stands, to be broken in tests. */

import type { Authored } from '../../schema/lesson';
import type { Question } from '../../schema/quiz';
import { small } from '../small.fixture';

const hints = ['Look at the intervals.', 'What was over when the read began?', 'The write of 1 was over.'];
const common = { hints, reason: 'So it is.' };

const register = (
  operations: [process: string, type: 'read' | 'write', value: number | null, number, number | null][],
) => ({
  object: 'register' as const,
  initial: 0,
  operations: operations.map(([process, type, value, start, end]) => ({ process, type, value, start, end })),
});

/** 5 is stale by two writes; 4 runs beside a write and may see either. */
export const stale = {
  ...common,
  id: 'stale',
  kind: 'stale-reads',
  question: 'Which reads are stale?',
  subject: register([
    ['A', 'write', 1, 0, 20],
    ['A', 'write', 2, 30, 50],
    ['A', 'write', 3, 60, 100],
    ['B', 'read', 2, 70, 90],
    ['C', 'read', 0, 95, 110],
    ['B', 'read', 3, 120, 130],
  ]),
  expects: [5],
  notes: [{ read: 4, because: 'The write of 3 is not over.' }],
} satisfies Authored<Question>;

/** Sequential, as nobody’s own order is broken; not linearizable, as 0 comes after the write of 1 was over. */
export const strongest = {
  ...common,
  id: 'strongest',
  kind: 'strongest-model',
  question: 'Which is the strongest?',
  subject: register([
    ['A', 'write', 1, 0, 20],
    ['B', 'read', 0, 30, 50],
  ]),
  options: [
    { model: 'linearizable', because: 'The read began after the write had ended.', misconception: 'M11' },
    { model: 'sequential' },
    { model: 'pram' },
  ],
  expects: 'sequential',
} satisfies Authored<Question>;

/** Everything overlaps: the read of 2 comes first, so the write of 2 must, and 1 must be the last. */
export const points = {
  ...common,
  id: 'points',
  kind: 'linearization-points',
  question: 'Where does each take effect?',
  subject: register([
    ['A', 'write', 1, 0, 100],
    ['B', 'write', 2, 10, 60],
    ['C', 'read', 2, 20, 50],
    ['C', 'read', 1, 70, 90],
  ]),
  expects: 'points',
  decoys: [{ order: [1, 2, 3, 4], because: 'Starting first is not taking effect first.' }],
} satisfies Authored<Question>;

/** As above, but the reads turn back: 1, then 2, then 1 again. */
export const nowhere = {
  ...points,
  id: 'nowhere',
  subject: register([
    ['A', 'write', 1, 0, 100],
    ['B', 'write', 2, 10, 60],
    ['C', 'read', 1, 20, 30],
    ['C', 'read', 2, 40, 50],
    ['C', 'read', 1, 70, 90],
  ]),
  expects: 'none',
  decoys: [{ order: [1, 3, 2, 4, 5], because: 'The last read would have seen 2.' }],
} satisfies Authored<Question>;

/** A browser, the service it asks, and one that it does not. */
export const threeNodes = {
  ...small.scenario,
  nodes: [...small.scenario.nodes, { id: 'spare', role: 'server', x: 50, y: 90 }],
  links: [
    ...small.scenario.links,
    { between: ['browser', 'spare'] as [string, string] },
    { between: ['payment', 'spare'] as [string, string] },
  ],
};

export const partition = {
  ...common,
  id: 'partition',
  kind: 'place-partition',
  question: 'Part the nodes so that no charge is made.',
  variant: {},
  most: 3,
  at: 0,
  goal: [{ outcome: 'time-out, 0 charges' }],
  solution: [['browser'], ['payment', 'spare']],
  decoys: [{ sides: [['browser', 'payment'], ['spare']], because: 'Both ends are on one side.' }],
} satisfies Authored<Question>;
