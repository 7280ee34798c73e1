/** Who searches: a worker for each search, or the page itself where a browser has none or cannot load ours. */

import { drive } from './drive';
import type { Hear, Question } from './question';

export type SearchWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Asks, and returns how to stop. After stopping nothing more is heard. */
export type Searcher = (question: Question, hear: Hear) => () => void;

/** Leaves most of a frame to the page. */
const PAGE_SLICE_MS = 8;

/** `hire` makes a worker; it returns null or throws where there are none. */
export const createSearcher =
  (hire: () => SearchWorker | null): Searcher =>
  (question, hear) => {
    const onPage = () => {
      hear({ type: 'ON_PAGE' });
      return drive(question, hear, PAGE_SLICE_MS);
    };
    const worker = attempt(hire);
    if (worker === null) return onPage();
    let heard = false;
    let stop = () => worker.terminate();
    worker.onmessage = ({ data }) => {
      heard = true;
      if (data.type === 'DONE' || data.type === 'FAILED') worker.terminate();
      hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      worker.terminate();
      if (heard) hear({ type: 'FAILED', reason: event.message || 'The worker stopped.' });
      else stop = onPage();
    };
    worker.postMessage(question);
    return () => {
      worker.onmessage = null;
      worker.onerror = null;
      stop();
    };
  };

function attempt(hire: () => SearchWorker | null): SearchWorker | null {
  try {
    return hire();
  } catch {
    return null;
  }
}

export const pageSearcher = createSearcher(() =>
  typeof Worker === 'undefined'
    ? null
    : new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module', name: 'search' }),
);
