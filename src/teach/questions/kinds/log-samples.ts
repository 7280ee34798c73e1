/** Questions about logs, for the gallery and the tests: on Figure 8 of the paper. */

import type { Authored, LessonData, Question, Scenario } from '#/scenarios';
import { lessonOf } from './samples';

const logs = {
  id: 'logs',
  kind: 'fill-log',
  question:
    'S1 is down. S5 stands for election and wins it. What is in these logs once S3 has the first entry that S5 writes as leader?',
  hints: [
    'What does S5 have where S3 has an entry of term 2?',
    'A leader makes the logs of its followers like its own.',
    'S5 has entries of terms 1 and 3, and writes one of term 5.',
  ],
  reason: 'The leader’s log is the one that counts; what is otherwise in a follower’s is overwritten.',
  variant: {},
  shown: { type: 'sent', from: 'S5', kind: 'RequestVote' },
  at: { type: 'persisted', node: 'S3', key: 'log', nth: 4 },
  when: 'S3 has the first entry that S5 wrote as leader',
  nodes: ['S3', 'S5'],
  entries: 4,
  asksCommitted: true,
  worked: { S3: { terms: [1, 3, 5], committed: 0 }, S5: { terms: [1, 3, 5], committed: 0 } },
  decoys: [
    {
      rows: { S3: { terms: [1, 2, 5], committed: 0 } },
      because: 'The entry of term 2 was on a majority, and on a majority is not yet committed.',
      misconception: 'M16',
      elsewhere: { none: 'S5 has another entry in that place, and a leader never changes its own.' },
    },
  ],
} satisfies Authored<Question>;

const elected = {
  id: 'elected',
  kind: 'steps',
  question: 'S1 is down, and S5 stands. Is it elected?',
  hints: [
    'Compare the last entry of S5 with that of S3.',
    'The later term wins, and only between equal terms the longer log.',
    'S3 ends with an entry of term 2, S5 with one of term 3.',
  ],
  reason: 'Whoever ends with a later term is ahead, whatever a majority has.',
  variant: {},
  moments: {
    stands: { type: 'sent', from: 'S5', kind: 'RequestVote' },
    leads: { type: 'persisted', node: 'S5', key: 'led' },
  },
  shown: 'stands',
  steps: [
    {
      text: 'S5 ends with entry {index}, of term {term}.',
      blanks: {
        index: { node: 'S5', at: 'stands', read: { last: 'index' }, label: 'its last entry', worked: '2' },
        term: { node: 'S5', at: 'stands', read: { last: 'term' }, label: 'the term of that', worked: '3' },
      },
    },
    {
      text: 'S3 ends with an entry of term {term}, and votes for {vote}.',
      blanks: {
        term: { node: 'S3', at: 'stands', read: { last: 'term' }, label: 'the last term of S3', worked: '2' },
        vote: {
          node: 'S3',
          at: 'leads',
          read: { fact: 'votedFor' },
          label: 'whom S3 votes for',
          among: ['S5', 'nobody'],
          worked: 'S5',
        },
      },
    },
  ],
  open: 1,
} satisfies Authored<Question>;

const all: readonly unknown[] = [logs, elected];
export const logQuestions = all as readonly Question[];

/** `scenario` is Figure 8. */
export const logLesson = (scenario: Scenario): LessonData => lessonOf(scenario, logQuestions);
