/**
 * One question, from unanswered to understood. The verdict is handed in with REVEAL: the machine knows where the
 * learner stands, the run knows what is right.
 */

import { assign, setup } from 'xstate';
import type { Answer, Attempt } from './answer';

export interface QuestionContext {
  /** What is chosen and not yet locked; the locked answer after that. */
  readonly answer: Answer | null;
  /** Rungs of the hint ladder seen since the last try. */
  readonly hints: number;
  readonly attempts: readonly Attempt[];
}

export type QuestionEvent =
  | { type: 'CHOOSE'; answer: Answer }
  | { type: 'HINT' }
  | { type: 'LOCK' }
  /** The run has been made and says so. */
  | { type: 'REVEAL'; right: boolean }
  | { type: 'RETRY' }
  /** What was answered on an earlier visit or in another tab. */
  | { type: 'RESTORE'; attempts: readonly Attempt[] };

/** The ladder: where to look, the principle, a worked next step. */
export const RUNGS = 3;
const MOST_ATTEMPTS = 10;

export const questionMachine = setup({
  types: { context: {} as QuestionContext, events: {} as QuestionEvent },
  guards: {
    'has an answer': ({ context }) => context.answer !== null,
    'has a rung left': ({ context }) => context.hints < RUNGS,
    'is right': ({ event }) => event.type === 'REVEAL' && event.right,
    'was right': ({ event }) => event.type === 'RESTORE' && event.attempts.at(-1)?.right === true,
    'was wrong': ({ event }) => event.type === 'RESTORE' && event.attempts.at(-1)?.right === false,
  },
  actions: {
    choose: assign(({ event }) => (event.type === 'CHOOSE' ? { answer: event.answer } : {})),
    'show a rung': assign({ hints: ({ context }) => context.hints + 1 }),
    'keep the attempt': assign(({ context, event }) => {
      if (event.type !== 'REVEAL' || context.answer === null) return {};
      const made: Attempt = { answer: context.answer, right: event.right, hints: context.hints };
      return { attempts: [...context.attempts, made].slice(0, MOST_ATTEMPTS) };
    }),
    restore: assign(({ event }) => {
      if (event.type !== 'RESTORE') return {};
      const last = event.attempts.at(-1);
      return { attempts: event.attempts, answer: last?.answer ?? null, hints: last?.hints ?? 0 };
    }),
    'clear the answer': assign({ answer: null, hints: 0 }),
  },
}).createMachine({
  id: 'question',
  context: { answer: null, hints: 0, attempts: [] },
  initial: 'unanswered',
  states: {
    unanswered: {
      on: {
        CHOOSE: { actions: 'choose' },
        HINT: { target: 'hinted', actions: 'show a rung' },
        LOCK: { target: 'locked', guard: 'has an answer' },
        RESTORE: [
          { target: 'right', guard: 'was right', actions: 'restore' },
          { target: 'wrong', guard: 'was wrong', actions: 'restore' },
        ],
      },
    },
    hinted: {
      on: {
        CHOOSE: { actions: 'choose' },
        HINT: { guard: 'has a rung left', actions: 'show a rung' },
        LOCK: { target: 'locked', guard: 'has an answer' },
      },
    },
    /** The answer stands, the run is being made. */
    locked: {
      on: {
        REVEAL: [
          { target: 'right', guard: 'is right', actions: 'keep the attempt' },
          { target: 'wrong', actions: 'keep the attempt' },
        ],
      },
    },
    right: { on: { RETRY: { target: 'retried', actions: 'clear the answer' } } },
    wrong: { on: { RETRY: { target: 'retried', actions: 'clear the answer' } } },
    retried: {
      on: {
        CHOOSE: { actions: 'choose' },
        HINT: { guard: 'has a rung left', actions: 'show a rung' },
        LOCK: { target: 'locked', guard: 'has an answer' },
      },
    },
  },
});
