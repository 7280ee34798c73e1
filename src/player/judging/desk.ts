/**
 * The desk of the judge: one worker for all figures of a page. It has one question at a time; of those who wait, each
 * has only the newest. Whoever asks again while being served waits a moment, then the worker is stopped and begun anew.
 */

import { judgeIdly } from './judge-idly';
import type { Hear, Question } from './question';

interface Job {
  readonly owner: object;
  readonly question: Question;
  readonly hear: Hear;
}

/** What the desk needs of a worker. */
export type JudgeWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

/** An answer that is no longer wanted may still take this long. */
const PATIENCE_MS = 1_000;

export class Desk {
  private worker: JudgeWorker | null = null;
  /** A worker has answered once: one that fails now has met something else than a browser without workers. */
  private works = false;
  private idle = false;
  private current: Job | null = null;
  private readonly waiting = new Map<object, Job>();
  private patience: ReturnType<typeof setTimeout> | null = null;

  /** `hire` makes a worker, or returns null or throws where there are none. */
  constructor(private readonly hire: () => JudgeWorker | null) {}

  /** Takes the place of what the same owner asked before. */
  ask(owner: object, question: Question, hear: Hear): void {
    this.waiting.delete(owner);
    this.waiting.set(owner, { owner, question, hear });
    if (this.current === null) this.next();
    else if (this.current.owner === owner) this.loseInterest();
  }

  /** Nothing more is wanted by this owner. */
  leave(owner: object): void {
    this.waiting.delete(owner);
    if (this.current?.owner === owner) this.loseInterest();
  }

  private loseInterest(): void {
    this.patience ??= setTimeout(() => {
      this.dismiss();
      this.next();
    }, PATIENCE_MS);
  }

  private next(): void {
    if (this.patience !== null) clearTimeout(this.patience);
    this.patience = null;
    const [job] = this.waiting.values();
    this.current = job ?? null;
    if (!job) return;
    this.waiting.delete(job.owner);
    const worker = this.idle ? null : this.hired();
    if (worker) worker.postMessage(job.question);
    else void judgeIdly(job.question, () => this.current === job, this.answer);
  }

  private readonly answer: Hear = (judgements) => {
    const job = this.current;
    this.current = null;
    job?.hear(judgements);
    if (this.current === null) this.next();
  };

  private hired(): JudgeWorker | null {
    if (this.worker) return this.worker;
    try {
      this.worker = this.hire();
    } catch {
      this.worker = null;
    }
    this.idle = this.worker === null;
    if (!this.worker) return null;
    this.worker.onmessage = ({ data }: MessageEvent) => {
      this.works = true;
      this.answer(data);
    };
    this.worker.onerror = (event) => {
      event.preventDefault?.();
      // A browser that cannot run it is served on the page from now on; a worker that fell ill is replaced.
      this.idle = !this.works;
      const job = this.current;
      this.dismiss();
      if (job && this.idle && !this.waiting.has(job.owner)) this.waiting.set(job.owner, job);
      this.next();
    };
    return this.worker;
  }

  private dismiss(): void {
    this.worker?.terminate();
    this.worker = null;
    this.current = null;
  }
}

function hireWorker(): JudgeWorker | null {
  if (typeof Worker === 'undefined') return null;
  return new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module', name: 'judge' });
}

let page: Desk | null = null;

/** The desk of this page. */
export function pageDesk(): Desk {
  page ??= new Desk(hireWorker);
  return page;
}
