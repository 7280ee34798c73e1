/** A search as a statechart: what was asked is looked for until something is found, all was tried, or one has seen enough. */

import { assign, fromCallback, setup } from 'xstate';
import type { Searched, SearchProgress } from '#/scenarios';
import type { Question, Word } from './question';
import { pageSearcher, type Searcher } from './searcher';

interface ChaseContext {
  /** The last thing that was asked: what is shown is about it. */
  readonly question: Question | null;
  readonly progress: SearchProgress | null;
  /** How many things were done to what was found, and to each smaller run that still breaks it. */
  readonly sizes: readonly number[];
  readonly searched: Searched | null;
  readonly onPage: boolean;
  readonly reason: string;
  readonly searcher: Searcher;
}

type ChaseEvent =
  | { readonly type: 'SEARCH'; readonly question: Question }
  | { readonly type: 'STOP' }
  /** Something else is to be searched: what was found is about another question. */
  | { readonly type: 'CLEAR' }
  | Word;

const withNext = (sizes: readonly number[], next: number): readonly number[] =>
  sizes.at(-1) === next ? sizes : [...sizes, next];

const withSize = (sizes: readonly number[], { doing, steps }: SearchProgress): readonly number[] =>
  doing === 'shrinking' ? withNext(sizes, steps) : sizes;

/**
 * From what was found to what is shown, whole also where it was quick and nothing was heard on the way. What is shown
 * may have more done to it than another that was tried, since a short way to what breaks counts for more.
 */
function sizesIn(sizes: readonly number[], found: Searched['found']): readonly number[] {
  if (!found) return [];
  const last = found.steps.length;
  const down = [found.foundSteps, ...sizes].filter((size) => size > last);
  return [...down, last].reduce(withNext, [] as readonly number[]);
}

export const chase = setup({
  types: {
    context: {} as ChaseContext,
    events: {} as ChaseEvent,
    input: {} as { readonly searcher?: Searcher },
  },
  actors: {
    searching: fromCallback<ChaseEvent, { question: Question | null; searcher: Searcher }>(
      ({ input, sendBack }) => (input.question ? input.searcher(input.question, sendBack) : undefined),
    ),
  },
  guards: {
    'something was found': ({ event }) => event.type === 'DONE' && event.searched.found !== null,
  },
  actions: {
    'take the question': assign(({ event }) =>
      event.type === 'SEARCH'
        ? { question: event.question, progress: null, sizes: [], searched: null, onPage: false, reason: '' }
        : {},
    ),
    'say how far it is': assign(({ context, event }) =>
      event.type === 'PROGRESS'
        ? { progress: event.progress, sizes: withSize(context.sizes, event.progress) }
        : {},
    ),
    'take the answer': assign(({ context, event }) =>
      event.type === 'DONE'
        ? { searched: event.searched, sizes: sizesIn(context.sizes, event.searched.found) }
        : {},
    ),
    'say it is on the page': assign({ onPage: true }),
    'say why': assign(({ event }) => (event.type === 'FAILED' ? { reason: event.reason } : {})),
    forget: assign({ question: null, progress: null, sizes: [], searched: null, reason: '' }),
  },
}).createMachine({
  id: 'chase',
  context: ({ input }) => ({
    question: null,
    progress: null,
    sizes: [],
    searched: null,
    onPage: false,
    reason: '',
    searcher: input.searcher ?? pageSearcher,
  }),
  initial: 'idle',
  on: {
    SEARCH: { target: '.searching', actions: 'take the question' },
    CLEAR: { target: '.idle', actions: 'forget' },
  },
  states: {
    idle: {},
    searching: {
      invoke: {
        src: 'searching',
        input: ({ context: { question, searcher } }) => ({ question, searcher }),
      },
      on: {
        PROGRESS: { actions: 'say how far it is' },
        ON_PAGE: { actions: 'say it is on the page' },
        DONE: [
          { guard: 'something was found', target: 'found', actions: 'take the answer' },
          { target: 'nothing', actions: 'take the answer' },
        ],
        FAILED: { target: 'failed', actions: 'say why' },
        STOP: 'stopped',
      },
    },
    found: {},
    nothing: {},
    stopped: {},
    failed: {},
  },
});

export type ChaseMode = 'idle' | 'searching' | 'found' | 'nothing' | 'stopped' | 'failed';
