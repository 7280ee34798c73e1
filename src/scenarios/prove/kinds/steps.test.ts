import { describe, expect, it } from 'vitest';
import { clonePlain } from '#/kernel';
import { loadProtocol, scenarioLoaders } from '#/protocols';
import type { Authored } from '../../schema/lesson';
import { problems } from '../../schema/problems';
import { type Question, question } from '../../schema/quiz';
import { scenario } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import { Lab } from '../lab';
import { proveFading, proveSteps } from './prove-steps';
import { gradeSteps, stepsKey, toldIn } from './steps';

const lab = new Lab(scenario.parse(await scenarioLoaders['raft-figure-8']()), await loadProtocol('raft'));

const votes = {
  id: 'votes',
  kind: 'steps',
  question: 'Is S5 elected?',
  hints: ['Look at the logs.', 'Compare the last entries.', 'The later term wins.'],
  reason: 'So it is.',
  variant: {},
  moments: {
    stands: { type: 'sent', from: 'S5', kind: 'RequestVote' },
    leads: { type: 'persisted', node: 'S5', key: 'led' },
  },
  shown: 'stands',
  nodes: ['S3', 'S5'],
  steps: [
    {
      text: 'S5 ends with entry {index}, of term {term}.',
      blanks: {
        index: { node: 'S5', at: 'stands', read: { last: 'index' }, label: 'its last entry', worked: '2' },
        term: { node: 'S5', at: 'stands', read: { last: 'term' }, label: 'the term of it', worked: '3' },
      },
    },
    {
      text: 'S3 has {second} in place 2, knows of {known} committed, and votes for {vote}.',
      blanks: {
        second: { node: 'S3', at: 'stands', read: { entry: 2 }, label: 'its second term', worked: '2' },
        known: { node: 'S3', at: 'stands', read: 'committed', label: 'what it knows committed', worked: '0' },
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

// biome-ignore lint/suspicious/noExplicitAny: a broken question is not of a question's type, which is the point.
type Broken = any;

function read(change: (q: Broken) => void = () => {}): QuestionOf<'steps'> {
  const copy = clonePlain(votes) as Broken;
  change(copy);
  const parsed = question.safeParse(copy);
  if (!parsed.success) throw new Error(problems(parsed.error).join('; '));
  return parsed.data as QuestionOf<'steps'>;
}

describe('a problem in steps', () => {
  const asked = read();
  const key = stepsKey(asked, lab.scenario, lab.module);

  it('reads every blank from the run', () => {
    expect(key.answers).toEqual([
      { index: '2', term: '3' },
      { second: '2', known: '0', vote: 'S5' },
    ]);
    expect(key.open).toEqual([false, true]);
    expect(key.shown.nodes.map(({ id }) => id)).toEqual(['S3', 'S5']);
  });

  it('grades what is open, and that alone', () => {
    const right = { '2 second': '2', '2 known': '0', '2 vote': 'S5' };
    expect(gradeSteps(asked, key, right).map((step) => step.right)).toEqual([true, true]);
    expect(gradeSteps(asked, key, { ...right, '1 index': '9' })[0]?.right).toBe(true);
    const wrong = gradeSteps(asked, key, { ...right, '2 vote': 'nobody', '2 known': '' })[1]?.wrong;
    expect(wrong?.map(({ blank, said, is }) => [blank.label, said, is])).toEqual([
      ['what it knows committed', '', '0'],
      ['whom S3 votes for', 'nobody', 'S5'],
    ]);
  });

  it('is told in words and blanks', () => {
    expect(toldIn('a {b} c{d}')).toEqual([{ words: 'a ' }, { blank: 'b' }, { words: ' c' }, { blank: 'd' }]);
  });

  it('is proved by the run', () => {
    expect(proveSteps(lab, asked)).toEqual({
      verdict: 'held',
      detail: 'All 5 blanks of 2 steps are as the run says; 1 steps are open.',
    });
  });

  it.each<[string, (q: Broken) => void, RegExp]>([
    [
      'a blank worked wrongly',
      (q) => (q.steps[1].blanks.vote.worked = 'nobody'),
      /vote, was worked as nobody; the run says S5/,
    ],
    ['a blank that is not there', (q) => delete q.steps[0].blanks.term, /Step 1 has no blank called term/],
    [
      'a blank without a place',
      (q) => (q.steps[0].text = 'S5 ends with {index}.'),
      /does not say where term goes/,
    ],
    [
      'a choice without the answer',
      (q) => (q.steps[1].blanks.vote.among = ['S4', 'nobody']),
      /S5 cannot be chosen/,
    ],
    ['a word to be written', (q) => delete q.steps[1].blanks.vote.among, /S5 is no number to write/],
    ['a moment that nobody named', (q) => (q.steps[1].blanks.vote.at = 'noon'), /no moment called noon/],
    [
      'a fact that nobody says',
      (q) => (q.steps[1].blanks.vote.read.fact = 'mood'),
      /S3 says nothing of its mood/,
    ],
    ['more open than there is', (q) => (q.open = 3), /More steps are open/],
    [
      'an open step with no blank',
      (q) => Object.assign(q.steps[1], { text: 'So.', blanks: {} }),
      /is open and has no blank/,
    ],
    ['hints where nothing is asked', (q) => (q.open = 0), /three hints where something is open/],
  ])('refuses %s', (_, change, why) => {
    const { verdict, detail } = proveSteps(lab, read(change));
    expect([verdict, detail]).toEqual(['failed', expect.stringMatching(why)]);
  });
});

describe('steps that fade', () => {
  const open = (n: number) => read((q) => (q.open = n));
  it('begin worked and end wholly open', () => {
    expect(proveFading([open(0), open(1), open(2)])).toEqual({
      verdict: 'held',
      detail: 'A worked example, then 1, then 2 steps are the learner’s.',
    });
  });
  it.each<[string, readonly { kind: string }[], RegExp]>([
    ['nothing worked', [open(1), open(2)], /first of them is not worked/],
    ['no more open than before', [open(0), open(1), open(1)], /no more is open/],
    ['an end that is told', [open(0), open(1)], /last of them is not wholly/],
    ['another kind of question', [open(0), { kind: 'order' }], /What fades is a problem in steps/],
  ])('are refused with %s', (_, rounds, why) => {
    const { verdict, detail } = proveFading(rounds);
    expect([verdict, detail]).toEqual(['failed', expect.stringMatching(why)]);
  });
});
