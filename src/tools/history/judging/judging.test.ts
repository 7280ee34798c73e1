import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createActor } from 'xstate';
import { type Judgement, usualBudget } from '#/scenarios';
import { createBench, type JudgeWorker } from './bench';
import { judgingJob, REST_MS } from './job';
import type { Question, Word } from './question';

// Fetched before the clock is a fake one.
await import('./judge-model');

const question: Question = {
  history: {
    name: 'one write',
    initial: null,
    operations: [{ process: 'C1', type: 'write', value: 1, start: 0, end: 1, outcome: 'ok' }],
  },
  object: 'register',
  models: ['linearizable', 'sequential'],
  budget: usualBudget,
};
const ok: Judgement = { verdict: 'ok', reason: 'Fine.', operations: [], steps: 1 };

/** A worker that says what it is told to. */
class Told implements JudgeWorker {
  asked: unknown[] = [];
  terminated = false;
  onmessage: JudgeWorker['onmessage'] = null;
  onerror: JudgeWorker['onerror'] = null;
  postMessage(asked: unknown): void {
    // What crosses to a worker is copied: a question that cannot be is a mistake.
    this.asked.push(structuredClone(asked));
  }
  terminate(): void {
    this.terminated = true;
  }
  say(...words: Word[]): void {
    for (const data of words) this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
  fail(message: string): void {
    this.onerror?.call(this as never, { message, preventDefault() {} } as ErrorEvent);
  }
}

let workers: Told[] = [];
const newest = (): Told => workers.at(-1) as Told;
const hire = () => {
  const worker = new Told();
  workers.push(worker);
  return worker;
};

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function job(bench = createBench(hire)) {
  const actor = createActor(judgingJob, { input: { verdicts: {}, bench } }).start();
  const ask = () => actor.send({ type: 'ASK', question, ids: [7] });
  return { actor, ask, at: () => actor.getSnapshot() };
}

describe('judging', () => {
  it('waits until the hand rests, and asks once', () => {
    const { ask, at } = job();
    expect(at().value).toBe('idle');
    ask();
    vi.advanceTimersByTime(REST_MS - 20);
    ask();
    vi.advanceTimersByTime(REST_MS - 20);
    expect(workers).toHaveLength(0);
    vi.advanceTimersByTime(20);
    expect(at().value).toBe('judging');
    expect(newest().asked).toHaveLength(1);
  });

  it('tells verdict after verdict, with the ids of what was judged', () => {
    const { ask, at } = job();
    ask();
    vi.advanceTimersByTime(REST_MS);
    newest().say(
      { type: 'BEGUN', model: 'linearizable' },
      { type: 'STEPS', model: 'linearizable', steps: 900 },
    );
    expect(at().context.now).toEqual({ model: 'linearizable', steps: 900 });
    newest().say({ type: 'JUDGED', model: 'linearizable', judgement: ok });
    expect(at().context.verdicts.linearizable).toEqual({ judgement: ok, ids: [7] });
    expect(at().context.fresh).toEqual(['linearizable']);
    newest().say({ type: 'FINISHED' });
    expect(at().value).toBe('done');
    expect(at().context.now).toBeNull();
  });

  it('keeps a worker that has finished, and stops one that is asked something else meanwhile', () => {
    const { ask, at } = job();
    ask();
    vi.advanceTimersByTime(REST_MS);
    newest().say({ type: 'JUDGED', model: 'linearizable', judgement: ok }, { type: 'FINISHED' });
    ask();
    vi.advanceTimersByTime(REST_MS);
    expect(workers).toHaveLength(1);
    ask();
    expect(newest().terminated).toBe(true);
    // The last word stays until there is another, and is not taken for one on this question.
    expect(at().context.verdicts.linearizable).toBeDefined();
    expect(at().context.fresh).toEqual([]);
    vi.advanceTimersByTime(REST_MS);
    expect(workers).toHaveLength(2);
  });

  it('can be cancelled and begun again', () => {
    const { actor, ask, at } = job();
    ask();
    vi.advanceTimersByTime(REST_MS);
    actor.send({ type: 'CANCEL' });
    expect(at().value).toBe('cancelled');
    expect(newest().terminated).toBe(true);
    newest().say({ type: 'FINISHED' });
    expect(at().value).toBe('cancelled');
    actor.send({ type: 'AGAIN' });
    expect(at().value).toBe('judging');
    expect(workers).toHaveLength(2);
  });

  it('says so when a worker that has worked stops', () => {
    const { ask, at } = job();
    ask();
    vi.advanceTimersByTime(REST_MS);
    newest().say({ type: 'BEGUN', model: 'linearizable' });
    newest().fail('out of memory');
    expect([at().value, at().context.reason]).toEqual(['failed', 'out of memory']);
  });

  it.each([
    ['has no workers', () => null],
    [
      'forbids them',
      () => {
        throw new Error('No.');
      },
    ],
  ])('goes on upon the page where the browser %s, and says so', async (_, none) => {
    const { ask, at } = job(createBench(none));
    ask();
    await vi.advanceTimersByTimeAsync(REST_MS + 1_000);
    expect(at().value).toBe('done');
    expect(at().context.onPage).toBe(true);
    expect(at().context.fresh).toEqual(['linearizable', 'sequential']);
  });

  it('goes on upon the page where the worker cannot be loaded', async () => {
    const { ask, at } = job();
    ask();
    vi.advanceTimersByTime(REST_MS);
    newest().fail('');
    await vi.advanceTimersByTimeAsync(1_000);
    expect([at().value, at().context.onPage]).toEqual(['done', true]);
    ask();
    await vi.advanceTimersByTimeAsync(REST_MS + 1_000);
    expect(workers).toHaveLength(1);
  });

  it('on the page too can be cancelled', async () => {
    const { actor, ask, at } = job(createBench(() => null));
    ask();
    vi.advanceTimersByTime(REST_MS);
    actor.send({ type: 'CANCEL' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(at().context.fresh).toEqual([]);
  });
});
