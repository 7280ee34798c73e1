/** The job of searching, with searchers that do what they are told. */

import { describe, expect, it, vi } from 'vitest';
import { createActor } from 'xstate';
import { type Scenario, scenarioLoaders, scenario as schema } from '#/scenarios';
import { chase } from './chase';
import { drive } from './drive';
import type { Hear, Question, Word } from './question';
import { createSearcher, type SearchWorker } from './searcher';

const scenario: Scenario = schema.parse(await scenarioLoaders['two-phase-commit']());
const question: Question = { scenario, options: { schedules: 50, seed: 1 } };
const broken: Question = { scenario, options: { schedules: 500, seed: 1, mutant: 'forgets' } };

function job() {
  let tell: Hear = () => {};
  const stopped = vi.fn();
  const actor = createActor(chase, {
    input: {
      searcher: (_, hear) => {
        tell = hear;
        return stopped;
      },
    },
  }).start();
  return { actor, stopped, tell: (word: Word) => tell(word) };
}

const progress = { doing: 'searching', schedules: 7, events: 100, steps: 3 } as const;
const nothing = { found: null, properties: ['consistent'], schedules: 50, events: 9, undecided: [] };

describe('a search', () => {
  it('says how far it is, and ends with what it found', () => {
    const { actor, tell } = job();
    expect(actor.getSnapshot().value).toBe('idle');
    actor.send({ type: 'SEARCH', question });
    tell({ type: 'PROGRESS', progress });
    expect(actor.getSnapshot()).toMatchObject({ value: 'searching', context: { progress } });
    tell({ type: 'DONE', searched: nothing });
    expect(actor.getSnapshot()).toMatchObject({ value: 'nothing', context: { searched: nothing } });
    actor.send({ type: 'SEARCH', question });
    expect(actor.getSnapshot()).toMatchObject({
      value: 'searching',
      context: { searched: null, progress: null },
    });
    tell({ type: 'DONE', searched: { ...nothing, found: { foundSteps: 3, steps: [] } as never } });
    expect(actor.getSnapshot().value).toBe('found');
  });
  it('remembers how large what broke it was, and each smaller run', () => {
    const { actor, tell } = job();
    const sizes = () => actor.getSnapshot().context.sizes;
    actor.send({ type: 'SEARCH', question });
    tell({ type: 'PROGRESS', progress });
    expect(sizes()).toEqual([]);
    for (const steps of [9, 9, 4]) {
      tell({ type: 'PROGRESS', progress: { ...progress, doing: 'shrinking', steps } });
    }
    expect(sizes()).toEqual([9, 4]);
    const found = { foundSteps: 12, steps: [{}, {}] } as never;
    tell({ type: 'PROGRESS', progress: { ...progress, doing: 'shrinking', steps: 1 } });
    tell({ type: 'DONE', searched: { ...nothing, found } });
    expect(sizes()).toEqual([12, 9, 4, 2]);
    actor.send({ type: 'SEARCH', question });
    expect(sizes()).toEqual([]);
    tell({ type: 'DONE', searched: { ...nothing, found } });
    expect(sizes()).toEqual([12, 2]);
  });
  it('is stopped when one has seen enough, and when something else is to be searched', () => {
    const { actor, stopped, tell } = job();
    actor.send({ type: 'SEARCH', question });
    tell({ type: 'PROGRESS', progress });
    actor.send({ type: 'STOP' });
    expect(actor.getSnapshot()).toMatchObject({ value: 'stopped', context: { progress } });
    expect(stopped).toHaveBeenCalledTimes(1);
    actor.send({ type: 'SEARCH', question });
    actor.send({ type: 'CLEAR' });
    expect(actor.getSnapshot()).toMatchObject({ value: 'idle', context: { question: null } });
    expect(stopped).toHaveBeenCalledTimes(2);
  });
  it('says why it failed', () => {
    const { actor, tell } = job();
    actor.send({ type: 'SEARCH', question });
    tell({ type: 'FAILED', reason: 'out of memory' });
    expect(actor.getSnapshot()).toMatchObject({ value: 'failed', context: { reason: 'out of memory' } });
  });
});

/** All words, up to the last. */
const words = (asked: Question, search: (asked: Question, hear: Hear) => () => void): Promise<Word[]> =>
  new Promise((resolve) => {
    const heard: Word[] = [];
    search(asked, (word) => {
      heard.push(word);
      if (word.type === 'DONE' || word.type === 'FAILED') resolve(heard);
    });
  });

describe('driven in slices', () => {
  it('it comes to what it comes to in one go, with words in between', async () => {
    const heard = await words(broken, (asked, hear) => drive(asked, hear, 4));
    expect(heard.filter(({ type }) => type === 'PROGRESS').length).toBeGreaterThan(5);
    expect(heard.at(-1)).toMatchObject({ type: 'DONE', searched: { found: { property: 'consistent' } } });
    const whole = await words(broken, (asked, hear) => drive(asked, hear, 1e9));
    expect(whole).toEqual([heard.at(-1)]);
  });
  it('nothing is heard after it was stopped', async () => {
    const heard: Word[] = [];
    const stop = drive(question, (word) => heard.push(word), 0);
    stop();
    // Another that began later comes to its end, and this one would have as well.
    await words(question, (asked, hear) => drive(asked, hear, 0));
    expect(heard).toEqual([]);
  });
  it('what cannot be asked fails with a sentence', async () => {
    const luck = { scenario, options: { ...question.options, properties: ['luck'] } };
    const heard = await words(luck, (asked, hear) => drive(asked, hear, 5));
    expect(heard).toEqual([{ type: 'FAILED', reason: expect.stringContaining('no property "luck"') }]);
  });
});

describe('who searches', () => {
  it('is the page itself where there is no worker, and it says so', async () => {
    for (const hire of [
      () => null,
      () => {
        throw new Error('No workers here.');
      },
    ]) {
      const heard = await words(question, createSearcher(hire));
      expect(heard[0]).toEqual({ type: 'ON_PAGE' });
      expect(heard.at(-1)).toMatchObject({ type: 'DONE', searched: { schedules: 50, found: null } });
    }
  });
  it('is the page when the worker cannot be loaded, and nobody when it dies at work', async () => {
    const made: SearchWorker[] = [];
    const hire = () => {
      const worker = { postMessage: () => {}, terminate: vi.fn(), onmessage: null, onerror: null };
      made.push(worker);
      return worker as SearchWorker;
    };
    const fall = (worker: SearchWorker | undefined) =>
      worker?.onerror?.call(worker as never, { message: 'It fell.' } as never);
    const here = words(question, createSearcher(hire));
    fall(made[0]);
    expect((await here)[0]).toEqual({ type: 'ON_PAGE' });
    const there = words(question, createSearcher(hire));
    made[1]?.onmessage?.call(made[1] as never, { data: { type: 'PROGRESS', progress } } as never);
    fall(made[1]);
    expect((await there).at(-1)).toEqual({ type: 'FAILED', reason: 'It fell.' });
    expect(made[1]?.terminate).toHaveBeenCalled();
  });
});
