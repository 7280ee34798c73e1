import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { type Attempt, evidenceOf } from './answer';
import { type QuestionEvent, questionMachine } from './question-machine';

const chosen = { kind: 'predict', option: 'once' } as const;
const attempt = (right: boolean, hints = 0): Attempt => ({ answer: chosen, right, hints });

const events: QuestionEvent[] = [
  { type: 'CHOOSE', answer: chosen },
  { type: 'HINT' },
  { type: 'LOCK' },
  { type: 'REVEAL', right: true },
  { type: 'REVEAL', right: false },
  { type: 'RETRY' },
  { type: 'RESTORE', attempts: [attempt(true)] },
  { type: 'RESTORE', attempts: [] },
];

function walk(...sent: QuestionEvent[]) {
  let [at] = initialTransition(questionMachine);
  for (const event of sent) [at] = transition(questionMachine, at, event);
  return at;
}

describe('a question', () => {
  it('reaches every state, and each path is walked', () => {
    const paths = getShortestPaths(questionMachine, {
      events,
      stopWhen: (at) => at.context.attempts.length >= 2,
      limit: 10_000,
    });
    const reached = new Set(paths.map((path) => String(path.state.value)));
    expect(reached).toEqual(new Set(Object.keys(questionMachine.states)));
    for (const path of paths) {
      const walked = walk(
        ...path.steps.map((step) => step.event).filter((e) => e.type !== ('xstate.init' as never)),
      );
      expect(walked.value).toBe(path.state.value);
    }
  });

  it('cannot be locked without an answer, nor changed once locked', () => {
    expect(walk({ type: 'LOCK' }).value).toBe('unanswered');
    const locked = walk(events[0] as QuestionEvent, { type: 'LOCK' });
    expect(locked.value).toBe('locked');
    const [tried] = transition(questionMachine, locked, {
      type: 'CHOOSE',
      answer: { kind: 'predict', option: 'twice' },
    });
    expect(tried.context.answer).toEqual(chosen);
  });

  it('has three rungs and no more', () => {
    const hint = { type: 'HINT' } as const;
    expect(walk(hint, hint, hint, hint, hint).context.hints).toBe(3);
  });

  it('keeps every try, and counts the first', () => {
    const choose = events[0] as QuestionEvent;
    const tried = walk(
      choose,
      { type: 'LOCK' },
      { type: 'REVEAL', right: false },
      { type: 'RETRY' },
      choose,
      { type: 'LOCK' },
      { type: 'REVEAL', right: true },
    );
    expect(tried.value).toBe('right');
    expect(tried.context.attempts.map((a) => a.right)).toEqual([false, true]);
    expect(evidenceOf(tried.context.attempts)).toBe('wrong');
  });

  it('calls a hinted right answer practice', () => {
    expect(evidenceOf([])).toBeNull();
    expect(evidenceOf([attempt(true)])).toBe('right');
    expect(evidenceOf([attempt(true, 1)])).toBe('hinted');
    expect(evidenceOf([attempt(false, 1)])).toBe('wrong');
  });

  it('takes up where an earlier visit left, and ignores an empty one', () => {
    expect(walk({ type: 'RESTORE', attempts: [attempt(false)] }).value).toBe('wrong');
    expect(walk({ type: 'RESTORE', attempts: [] }).value).toBe('unanswered');
    expect(walk({ type: 'HINT' }, { type: 'RESTORE', attempts: [attempt(true)] }).value).toBe('hinted');
  });
});
