/**
 * Those who wait for whole runs stand in a line, so that a page keeps one other core busy and no more. Whoever is served
 * may leave: then the worker is stopped, and the next gets a new one. Where there are no workers the page computes in
 * small bits.
 */

import type { Metrics, Stretch, WholeRun } from '#/scenarios';
import { usualWidth } from '#/scenarios';
import type { Asked, Progress, Told } from './asked';
import { serve } from './serve';

/** What the line needs of a worker. */
export type RunWorker = Pick<Worker, 'postMessage' | 'terminate' | 'onmessage' | 'onerror'>;

export interface Wanted extends Asked {
  readonly onProgress?: (progress: Progress) => void;
  /** Nobody wants it any more. */
  readonly signal?: AbortSignal;
}

interface Job extends Wanted {
  readonly resolve: (run: WholeRun) => void;
  readonly reject: (error: unknown) => void;
  readonly told: Stretch[];
}

const PATIENCE_MS = 120_000;
/** A few milliseconds of a slow machine. */
const AT_ONCE = 500;

export class Line {
  private worker: RunWorker | null = null;
  private current: Job | null = null;
  private readonly waiting: Job[] = [];
  private patience: ReturnType<typeof setTimeout> | null = null;
  /** Set once a worker could not be had. */
  private alone = false;
  private works = false;

  /** `hire` makes a worker, or returns null or throws where there are none. */
  constructor(private readonly hire: () => RunWorker | null) {}

  /** Rejects with a sentence where the run cannot be computed, and with the signal's reason once nobody wants it. */
  ask(wanted: Wanted): Promise<WholeRun> {
    const { signal } = wanted;
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const job: Job = { ...wanted, resolve, reject, told: [] };
      signal?.addEventListener('abort', () => this.leave(job), { once: true });
      this.waiting.push(job);
      if (this.current === null) this.next();
    });
  }

  private leave(job: Job): void {
    job.reject(job.signal?.reason);
    if (job !== this.current) {
      const place = this.waiting.indexOf(job);
      if (place >= 0) this.waiting.splice(place, 1);
      return;
    }
    this.dismiss();
    this.next();
  }

  private next(): void {
    if (this.patience !== null) clearTimeout(this.patience);
    this.patience = null;
    const job = this.waiting.shift() ?? null;
    this.current = job;
    if (job === null) return;
    const { scenario, variant = {}, steps = [] } = job;
    const worker = this.alone ? null : this.hired();
    if (worker === null) return this.serveHere(job);
    this.patience = setTimeout(() => {
      this.dismiss();
      this.hear(job, { is: 'failed', why: 'This run takes longer than two minutes, and is left there.' });
    }, PATIENCE_MS);
    worker.postMessage({ scenario, variant, steps } satisfies Asked);
  }

  private serveHere(job: Job): void {
    const pause = () => new Promise<boolean>((resolve) => setTimeout(() => resolve(this.current === job), 0));
    void serve(job, (told) => this.hear(job, told), { atOnce: AT_ONCE, pause });
  }

  private hear(job: Job, told: Told): void {
    if (job !== this.current) return;
    if (told.is === 'going on') {
      job.told.push(...(told.closed ?? []));
      job.onProgress?.({ share: told.share, metrics: told.closed && metricsOf(job) });
      return;
    }
    if (told.is === 'done') job.resolve(told.run);
    else job.reject(new Error(told.why));
    this.next();
  }

  private hired(): RunWorker | null {
    if (this.worker) return this.worker;
    try {
      this.worker = this.hire();
    } catch {
      this.worker = null;
    }
    this.alone = this.worker === null;
    if (!this.worker) return null;
    this.worker.onmessage = ({ data }: MessageEvent<Told>) => {
      this.works = true;
      if (this.current) this.hear(this.current, data);
    };
    this.worker.onerror = (event) => {
      event.preventDefault?.();
      const job = this.current;
      this.dismiss();
      if (!job) return;
      // One that never said a word is of a browser that cannot run it; one that did met something else.
      this.alone = !this.works;
      if (this.alone) {
        this.current = job;
        return this.serveHere(job);
      }
      job.reject(new Error('The worker that computes whole runs has failed.'));
      this.next();
    };
    return this.worker;
  }

  private dismiss(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}

const metricsOf = ({ scenario, told }: Job): Metrics => ({
  widthUs: usualWidth(scenario.stop.atUs),
  nodes: scenario.nodes.map(({ id }) => id),
  stretches: [...told],
});

function hireWorker(): RunWorker | null {
  if (typeof Worker === 'undefined') return null;
  return new Worker(new URL('./whole-run-worker.ts', import.meta.url), { type: 'module', name: 'run' });
}

let page: Line | null = null;

/** The line of this page. */
export function pageLine(): Line {
  page ??= new Line(hireWorker);
  return page;
}
