/**
 * The job of judging as a statechart: a question waits until the hand rests, is judged model by model, and may be
 * cancelled. The verdicts on the question before stay until each has its successor.
 */

import { assign, fromCallback, setup } from 'xstate';
import type { Judgement, ModelName } from '#/scenarios';
import { type Bench, pageBench } from './bench';
import type { Question, Word } from './question';

/** A verdict and the operations its indices are about, by their ids in the drawing. */
export interface Verdict {
  readonly judgement: Judgement;
  readonly ids: readonly number[];
}
export type Verdicts = Partial<Readonly<Record<ModelName, Verdict>>>;

export interface JobInput {
  readonly verdicts: Verdicts;
  readonly bench?: Bench;
}

interface JobContext {
  readonly question: Question | null;
  readonly ids: readonly number[];
  /** The last word on each model, of this question or of the one before. */
  readonly verdicts: Verdicts;
  /** The models whose verdict is of this question. */
  readonly fresh: readonly ModelName[];
  readonly now: { readonly model: ModelName; readonly steps: number } | null;
  readonly onPage: boolean;
  readonly reason: string;
  readonly bench: Bench;
}

type JobEvent =
  | { readonly type: 'ASK'; readonly question: Question; readonly ids: readonly number[] }
  | { readonly type: 'CANCEL' }
  | { readonly type: 'AGAIN' }
  | Word;

/** Long enough for a drag to pass, short enough to feel at once. */
export const REST_MS = 120;

export const judgingJob = setup({
  types: { context: {} as JobContext, events: {} as JobEvent, input: {} as JobInput },
  actors: {
    judges: fromCallback<JobEvent, { question: Question | null; bench: Bench }>(({ input, sendBack }) =>
      input.question ? input.bench(input.question, sendBack) : undefined,
    ),
  },
  delays: { rest: REST_MS },
  actions: {
    'take the question': assign(({ event }) =>
      event.type === 'ASK' ? { question: event.question, ids: event.ids, fresh: [], now: null } : {},
    ),
    'begin anew': assign({ fresh: [], now: null, reason: '', onPage: false }),
    'say where it is': assign(({ event }) => {
      if (event.type === 'BEGUN') return { now: { model: event.model, steps: 0 } };
      return event.type === 'STEPS' ? { now: { model: event.model, steps: event.steps } } : {};
    }),
    'take the verdict': assign(({ context, event }) => {
      if (event.type !== 'JUDGED') return {};
      const verdict: Verdict = { judgement: event.judgement, ids: context.ids };
      return {
        verdicts: { ...context.verdicts, [event.model]: verdict },
        fresh: [...context.fresh, event.model],
      };
    }),
    'say it is on the page': assign({ onPage: true }),
    'say why': assign(({ event }) => (event.type === 'FAILED' ? { reason: event.reason } : {})),
    rest: assign({ now: null }),
  },
}).createMachine({
  id: 'judging',
  context: ({ input }) => ({
    question: null,
    ids: [],
    verdicts: input.verdicts,
    fresh: [],
    now: null,
    onPage: false,
    reason: '',
    bench: input.bench ?? pageBench,
  }),
  initial: 'idle',
  on: { ASK: { target: '.waiting', actions: 'take the question' } },
  states: {
    /** Nothing was asked yet: the verdicts are those the page came with. */
    idle: {},
    waiting: {
      on: { ASK: { target: 'waiting', reenter: true, actions: 'take the question' }, CANCEL: 'cancelled' },
      after: { rest: 'judging' },
    },
    judging: {
      entry: 'begin anew',
      exit: 'rest',
      invoke: { src: 'judges', input: ({ context: { question, bench } }) => ({ question, bench }) },
      on: {
        BEGUN: { actions: 'say where it is' },
        STEPS: { actions: 'say where it is' },
        JUDGED: { actions: 'take the verdict' },
        ON_PAGE: { actions: 'say it is on the page' },
        FINISHED: 'done',
        FAILED: { target: 'failed', actions: 'say why' },
        CANCEL: 'cancelled',
      },
    },
    done: {},
    cancelled: { on: { AGAIN: 'judging' } },
    failed: { on: { AGAIN: 'judging' } },
  },
});
