/** What a search is asked, and what it says on the way: plain data, so that it can go to a worker and back. */

import type { Scenario, Searched, SearchOptions, SearchProgress } from '#/scenarios';

export interface Question {
  readonly scenario: Scenario;
  readonly options: SearchOptions & { readonly schedules: number; readonly seed: number };
}

export type Word =
  | { readonly type: 'PROGRESS'; readonly progress: SearchProgress }
  | { readonly type: 'DONE'; readonly searched: Searched }
  /** There is no worker: the page itself searches, and more slowly. */
  | { readonly type: 'ON_PAGE' }
  | { readonly type: 'FAILED'; readonly reason: string };

export type Hear = (word: Word) => void;
