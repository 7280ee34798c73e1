/** A search as a statechart: what was asked is looked for until something is found, all was tried, or one has seen enough. */

import { assign, fromCallback, setup } from 'xstate';
import type { Searched, SearchProgress } from '#/scenarios';
import type { Question, Word } from './question';
import { pageSearcher, type Searcher } from './searcher';

interface ChaseContext {
  /** The last thing that was asked: what is shown is about it. */
  readonly question: Question | null;
  readonly progress: SearchProgress | null;
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
        ? { question: event.question, progress: null, searched: null, onPage: false, reason: '' }
        : {},
    ),
    'say how far it is': assign(({ event }) =>
      event.type === 'PROGRESS' ? { progress: event.progress } : {},
    ),
    'take the answer': assign(({ event }) => (event.type === 'DONE' ? { searched: event.searched } : {})),
    'say it is on the page': assign({ onPage: true }),
    'say why': assign(({ event }) => (event.type === 'FAILED' ? { reason: event.reason } : {})),
    forget: assign({ question: null, progress: null, searched: null, reason: '' }),
  },
}).createMachine({
  id: 'chase',
  context: ({ input }) => ({
    question: null,
    progress: null,
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
