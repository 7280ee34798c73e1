/**
 * The bench of judges: one worker, kept for the next question when it has finished, stopped for good when somebody
 * loses interest before that. Where a browser has no workers, or cannot load ours, the page judges by itself.
 */

import { judgeHere } from './judge-here';
import type { Hear, Question, Word } from './question';

/** What the bench needs of a worker. */
export type JudgeWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** Asks, and returns how to stop. After stopping nothing more is heard. */
export type Bench = (question: Question, hear: Hear) => () => void;

export function createBench(hire: () => JudgeWorker | null): Bench {
  let spare: JudgeWorker | null = null;
  /** A worker has answered once: one that fails now has met something else than a browser without workers. */
  let works = false;
  let none = false;

  function hired(): JudgeWorker | null {
    if (none) return null;
    try {
      const worker = spare ?? hire();
      spare = null;
      none = worker === null;
      return worker;
    } catch {
      none = true;
      return null;
    }
  }

  return (question, hear) => {
    const worker = hired();
    if (!worker) return judgeHere(question, hear);
    let stop = (): void => worker.terminate();
    const finish = (): void => {
      worker.onmessage = null;
      worker.onerror = null;
      stop = () => {};
    };
    worker.onmessage = ({ data }: MessageEvent<Word>) => {
      works = true;
      if (data.type === 'FINISHED') {
        finish();
        spare = worker;
      }
      hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault?.();
      finish();
      worker.terminate();
      if (works) return hear({ type: 'FAILED', reason: event.message || 'The worker stopped.' });
      none = true;
      stop = judgeHere(question, hear);
    };
    worker.postMessage(question);
    return () => {
      worker.onmessage = null;
      worker.onerror = null;
      stop();
    };
  };
}

function hireWorker(): JudgeWorker | null {
  if (typeof Worker === 'undefined') return null;
  return new Worker(new URL('../judge-worker.ts', import.meta.url), { type: 'module', name: 'judges' });
}

export const pageBench: Bench = createBench(hireWorker);
