import { describe, expect, it } from 'vitest';
import { gradeOrderAnswer, type QuestionOf } from '#/scenarios';
import { createLab } from '../lesson/lab';
import { prepareLesson } from '../lesson/prepare';
import { lesson01 } from '../lesson-01.fixture';
import type { Answer } from './answer';
import { isRight, shuffled } from './judge';

const { module } = await prepareLesson(lesson01);
const lab = createLab(lesson01.scenario, module);
const question = <K extends 'order' | 'diagnose' | 'adversary'>(kind: K) =>
  lesson01.quiz.find((q) => q.kind === kind) as QuestionOf<K>;

describe('judging by the run', () => {
  it('finds the one right option of the bet', () => {
    const right = ['none', 'once', 'twice'].filter((option) =>
      isRight(lab, lesson01.bet, { kind: 'predict', option }),
    );
    expect(right).toEqual(['once']);
  });

  it('accepts every order that could have happened, and no other', () => {
    const order = question('order');
    const judge = (text: string) => isRight(lab, order, { kind: 'order', events: text.split(' ') });
    expect(judge('ask write answer loss give-up')).toBe(true);
    expect(judge('ask give-up write answer loss')).toBe(true);
    expect(judge('ask answer write loss give-up')).toBe(false);
    expect(judge('ask write loss answer give-up')).toBe(false);
    expect(judge('ask')).toBe(false);
  });

  it('starts an order question wrong, with every event in it', () => {
    const order = question('order');
    const start = shuffled(lab, order);
    expect([...start].sort()).toEqual(order.events.map((e) => e.id).sort());
    expect(gradeOrderAnswer(lab.key(order), start).right).toBe(false);
  });

  it('wants all the worlds one node cannot tell apart, and the admission that it cannot', () => {
    const diagnose = question('diagnose');
    const fits = ['request-lost', 'receipt-lost', 'crash-before', 'crash-after'];
    const judge = (worlds: string[], unknowable: boolean) =>
      isRight(lab, diagnose, { kind: 'diagnose', worlds, unknowable });
    expect(judge(fits, true)).toBe(true);
    expect(judge(fits, false)).toBe(false);
    expect(judge([...fits, 'slow'], true)).toBe(false);
    expect(judge(['receipt-lost'], true)).toBe(false);
  });

  it('counts being shown a run as not having made one', () => {
    expect(isRight(lab, question('adversary'), { kind: 'adversary', run: null })).toBe(false);
    expect(isRight(lab, question('adversary'), { kind: 'adversary', run: { steps: [] } })).toBe(true);
  });

  it('does not take the answer to one kind for another', () => {
    for (const each of lesson01.quiz) {
      const answer: Answer =
        each.kind === 'predict'
          ? { kind: 'adversary', run: { steps: [] } }
          : { kind: 'predict', option: 'once' };
      expect(isRight(lab, each, answer)).toBe(false);
    }
  });
});
