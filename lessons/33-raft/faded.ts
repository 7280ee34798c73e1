/** Who is elected: worked once, then with the end left open, then wholly the learner's. */

import type { Authored, LessonData } from '#/scenarios';
import { behind, givenUp } from './worlds';

type Problems = Authored<NonNullable<LessonData['faded']>>[string];
type Steps = Extract<Problems[number], { kind: 'steps' }>;
type Blank = Steps['steps'][number]['blanks'][string];

const lastOf = (node: string, index: string, term: string): Record<'index' | 'last', Blank> => ({
  index: { node, at: 'stands', read: { last: 'index' }, label: `the last entry of ${node}`, worked: index },
  last: {
    node,
    at: 'stands',
    read: { last: 'term' },
    label: `the term of the last entry of ${node}`,
    worked: term,
  },
});
const vote = (node: string, among: string[], worked: string): Record<'vote', Blank> => ({
  vote: { node, at: 'voted', read: { fact: 'votedFor' }, label: `whom ${node} votes for`, among, worked },
});
const becomes = (node: string, worked: string): Record<'role', Blank> => ({
  role: {
    node,
    at: 'voted',
    read: { fact: 'role' },
    label: `what ${node} is then`,
    among: ['leader', 'candidate', 'follower'],
    worked,
  },
});
const term = (node: string, worked: string): Record<'term', Blank> => ({
  term: { node, at: 'stands', read: { fact: 'currentTerm' }, label: `the term of ${node}`, worked },
});
const servers = ['S1', 'S2', 'S3', 'S4', 'S5'];

const votes: Steps[] = [
  {
    id: 'votes-worked',
    kind: 'steps',
    question: 'S1 is down. S4, which has missed Alice’s “red”, stands first. Is it elected?',
    hints: [],
    variant: behind,
    moments: {
      stands: { type: 'sent', from: 'S4', kind: 'RequestVote' },
      voted: { type: 'delivered', from: 'S5', to: 'S4', kind: 'Vote' },
    },
    shown: 'stands',
    nodes: servers,
    steps: [
      {
        text: 'S4 begins term {term} and votes for itself. It says what its log ends with: entry {index}, of term {last}.',
        blanks: { ...term('S4', '2'), ...lastOf('S4', '1', '1') },
      },
      {
        text: 'S2 ends with entry {index}, of term {last}. The terms are equal, and its log is longer: S4 is behind. In this term S2 votes for {vote}.',
        blanks: { ...lastOf('S2', '2', '1'), ...vote('S2', ['S4', 'nobody'], 'nobody') },
      },
      {
        text: 'S3 ends with entry {index}, of term {last}, and so it is the same: it votes for {vote}.',
        blanks: { ...lastOf('S3', '2', '1'), ...vote('S3', ['S4', 'nobody'], 'nobody') },
      },
      {
        text: 'S5 ends with entry {index}, of term {last}, as S4 does. S4 is not behind. S5 votes for {vote}.',
        blanks: { ...lastOf('S5', '1', '1'), ...vote('S5', ['S4', 'nobody'], 'S4') },
      },
      {
        text: 'Its own vote and that of S5 are two of five. S4 is a {role}, and no leader.',
        blanks: becomes('S4', 'candidate'),
      },
    ],
    open: 0,
    reason:
      'Servers that have a committed entry are a majority, and so at least one of them is in any other.',
  },
  {
    id: 'votes-partly',
    kind: 'steps',
    question: 'Another run. S1 has given “red” to S2 alone, and is down. S5 stands first. Is it elected?',
    hints: [
      'Set the last entry of S5 beside that of each of the others.',
      'A vote is refused to whoever is behind: an earlier term at the end, or the same term and a shorter log.',
      'S3 and S4 end as S5 does, with entry 1 of term 1, so they vote for it. With its own vote that makes three.',
    ],
    variant: givenUp,
    moments: {
      stands: { type: 'sent', from: 'S5', kind: 'RequestVote' },
      voted: { type: 'delivered', from: 'S4', to: 'S5', kind: 'Vote' },
    },
    shown: 'stands',
    nodes: servers,
    steps: [
      {
        text: 'S5 begins term {term} and votes for itself. Its log ends with entry {index}, of term {last}.',
        blanks: { ...term('S5', '2'), ...lastOf('S5', '1', '1') },
      },
      {
        text: 'S2 ends with entry {index}, of term {last}: S5 is behind. S2 votes for {vote}.',
        blanks: { ...lastOf('S2', '2', '1'), ...vote('S2', ['S5', 'nobody'], 'nobody') },
      },
      {
        text: 'S3 ends with entry {index}, of term {last}. It votes for {vote}.',
        blanks: { ...lastOf('S3', '1', '1'), ...vote('S3', ['S5', 'nobody'], 'S5') },
      },
      {
        text: 'S4 ends with entry {index}, of term {last}. It votes for {vote}.',
        blanks: { ...lastOf('S4', '1', '1'), ...vote('S4', ['S5', 'nobody'], 'S5') },
      },
      { text: 'Three of five are needed. So S5 becomes {role}.', blanks: becomes('S5', 'leader') },
    ],
    open: 3,
    reason: '“red” is on two disks of five. Three servers have never heard of it, and three can elect.',
  },
  {
    id: 'votes-alone',
    kind: 'steps',
    stage: 'raft-figure-7',
    question:
      'Figure 7 of the paper: seven servers, after seven terms that went badly. The one called leader stands. Who votes for it, and is it elected?',
    hints: [
      'Each compares the last entry of the one that stands with its own.',
      'The term of the last entry decides; only where it is the same does the length of the log.',
      'f has one entry more, but it is of term 3, and that of the leader is of term 6: f votes for it. d ends with term 7, and refuses.',
    ],
    variant: {},
    moments: {
      stands: { type: 'sent', from: 'leader', kind: 'RequestVote' },
      voted: { type: 'delivered', from: 'c', to: 'leader', kind: 'Vote' },
    },
    shown: 'stands',
    steps: [
      {
        text: 'It stands in term {term}. Its log ends with entry {index}, of term {last}.',
        blanks: { ...term('leader', '8'), ...lastOf('leader', '10', '6') },
      },
      {
        text: 'a, which is one entry short, votes for {vote}.',
        blanks: vote('a', ['leader', 'nobody'], 'leader'),
      },
      {
        text: 'c has one entry more, of the same term {last}. It votes for {vote}.',
        blanks: { last: lastOf('c', '11', '6').last, ...vote('c', ['leader', 'nobody'], 'nobody') },
      },
      {
        text: 'd ends with term {last}. It votes for {vote}.',
        blanks: { last: lastOf('d', '12', '7').last, ...vote('d', ['leader', 'nobody'], 'nobody') },
      },
      {
        text: 'f ends with entry {index}, of term {last}. It votes for {vote}.',
        blanks: { ...lastOf('f', '11', '3'), ...vote('f', ['leader', 'nobody'], 'leader') },
      },
      {
        text: 'b and e are behind it as well. Four of seven are needed; it becomes {role}.',
        blanks: becomes('leader', 'leader'),
      },
    ],
    open: 6,
    reason:
      'a, b, e and f vote for it; c and d do not, and need not. What those two have beyond the leader was never on four of seven, and so it was never committed.',
  },
];

export default { votes } satisfies Authored<NonNullable<LessonData['faded']>>;
