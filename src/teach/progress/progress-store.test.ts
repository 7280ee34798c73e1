import { describe, expect, it, vi } from 'vitest';
import type { KeptRun } from '../questions/answer';
import { MOST_RUNS, markOf, type Progress, untouched } from './progress';
import { createProgressStore } from './progress-store';
import { ASIDE_KEY, KEY, shelfOn } from './shelf';

/** A storage that can be made to misbehave. */
class Cupboard implements Storage {
  readonly kept = new Map<string, string>();
  /** Characters it takes for one value. */
  room = Number.POSITIVE_INFINITY;
  get length() {
    return this.kept.size;
  }
  key = (i: number) => [...this.kept.keys()][i] ?? null;
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem(key: string, text: string) {
    if (text.length > this.room) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    this.kept.set(key, text);
  }
  removeItem = (key: string) => void this.kept.delete(key);
  clear = () => this.kept.clear();
}

async function open(cupboard: Cupboard) {
  const store = createProgressStore(shelfOn(() => cupboard));
  await store.ready;
  return store;
}
const bet = { option: 'none', confidence: 'certain' } as const;
const run = (at: number): KeptRun => ({
  steps: [{ index: 1, at, command: { verb: 'pause', node: 'browser' } }] as unknown as KeptRun['steps'],
});
const holding = (progress: unknown): Cupboard => {
  const cupboard = new Cupboard();
  cupboard.setItem(KEY, typeof progress === 'string' ? progress : JSON.stringify(progress));
  return cupboard;
};

describe('progress', () => {
  it('is there after a reload', async () => {
    const cupboard = new Cupboard();
    (await open(cupboard)).update('neither', (lesson) => ({ ...lesson, bet }));
    const again = await open(cupboard);
    expect(again.lesson('neither').bet).toEqual(bet);
    expect(markOf(again.lesson('neither'))).toBe('started');
    expect(markOf(again.lesson('clocks'))).toBe('new');
    expect(again.store.getState().trouble).toBeNull();
  });

  it('brings what version 0 kept into the present', async () => {
    const old = { bets: { neither: 'none' }, done: ['neither', 'cap'] };
    const store = await open(holding(old));
    expect(store.store.getState().trouble).toBeNull();
    expect(store.lesson('neither')).toEqual({
      ...untouched,
      touched: true,
      bet: { option: 'none', confidence: 'guessing' },
      done: true,
    });
    expect(markOf(store.lesson('cap'))).toBe('done');
  });

  it.each([
    ['half a text', '{"version":1,"les'],
    ['another shape', { version: 1, lessons: { neither: { bet: 7 } } }],
    ['a later version', { version: 9, lessons: {} }],
    ['something else entirely', '"hello"'],
  ])('sets %s aside, says so, and starts anew', async (_title, kept) => {
    const cupboard = holding(kept);
    const before = cupboard.getItem(KEY);
    const store = await open(cupboard);
    expect(store.store.getState().trouble).toMatch(/could not be read/);
    expect(cupboard.getItem(ASIDE_KEY)).toBe(before);
    store.update('neither', (lesson) => ({ ...lesson, touched: true }));
    expect((await open(cupboard)).lesson('neither').touched).toBe(true);
  });

  it.each([
    ['is missing', () => null],
    [
      'throws',
      () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    ],
  ])('lives in memory where the storage %s, and says so', async (_title, broken) => {
    const store = createProgressStore(shelfOn(broken));
    expect(store.store.getState().trouble).toMatch(/does not let the lab keep/);
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    expect(store.lesson('neither').bet).toEqual(bet);
    store.forget();
    expect(store.store.getState().trouble).toMatch(/does not let the lab keep/);
  });

  it('lets saved runs go before anything else when the storage is full', async () => {
    const cupboard = new Cupboard();
    const store = await open(cupboard);
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    cupboard.room = 300;
    store.saveRun('neither', run(1));
    expect(store.store.getState().remark).toMatch(/saved runs/);
    expect(store.store.getState().trouble).toBeNull();
    expect((await open(cupboard)).lesson('neither')).toMatchObject({ bet, runs: [] });
  });

  it('says so when not even that is enough, and goes on in memory', async () => {
    const cupboard = new Cupboard();
    cupboard.room = 10;
    const store = await open(cupboard);
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    expect(store.store.getState().trouble).toMatch(/no room/);
    expect(store.lesson('neither').bet).toEqual(bet);
  });

  it('keeps runs as they grow, each once, and lets the oldest go with a sentence', async () => {
    const store = await open(new Cupboard());
    store.saveRun('neither', { steps: [] });
    expect(store.lesson('neither').runs).toEqual([]);
    store.saveRun('neither', run(1));
    store.saveRun('neither', { steps: [...run(1).steps, ...run(2).steps] });
    expect(store.lesson('neither').runs).toHaveLength(1);
    for (let at = 10; at < 10 + MOST_RUNS; at++) store.saveRun('neither', run(at));
    expect(store.lesson('neither').runs).toHaveLength(MOST_RUNS);
    expect(store.store.getState().remark).toMatch(/the oldest was let go/);
    expect(store.lesson('neither').runs[0]).toEqual(run(10));
  });
});

describe('while what was kept is being read', () => {
  const kept = { version: 1, lessons: { neither: { ...untouched, beats: 3 } } };

  it('nothing is written over it, and what is done meanwhile is added', async () => {
    const cupboard = holding(kept);
    const before = cupboard.getItem(KEY);
    const store = createProgressStore(shelfOn(() => cupboard));
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    expect(cupboard.getItem(KEY)).toBe(before);
    await store.ready;
    expect(store.lesson('neither')).toMatchObject({ beats: 3, bet });
    expect((await open(cupboard)).lesson('neither')).toMatchObject({ beats: 3, bet });
  });

  it('and cannot be, it is left as it is, and that is said', async () => {
    const cupboard = holding(kept);
    const before = cupboard.getItem(KEY);
    const store = createProgressStore(
      shelfOn(() => cupboard),
      () => Promise.reject(new Error('offline')),
    );
    await store.ready;
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    expect(cupboard.getItem(KEY)).toBe(before);
    expect(store.store.getState().trouble).toMatch(/this time/);
  });
});

describe('a file', () => {
  it('carries everything to another browser', async () => {
    const here = await open(new Cupboard());
    here.update('neither', (lesson) => ({ ...lesson, bet, beats: 3 }));
    here.saveRun('neither', run(5));
    const there = await open(new Cupboard());
    there.update('neither', (lesson) => ({ ...lesson, touched: true, beats: 4 }));
    expect((await there.imported(here.exported())).ok).toBe(true);
    expect(there.lesson('neither')).toMatchObject({ touched: true, bet, beats: 4, runs: [run(5)] });
  });

  it.each([
    ['no JSON', 'PK\u0003\u0004', /not JSON/],
    ['other JSON', '{"name":"faultline"}', /not progress/],
    ['a list', '[]', /not progress/],
    ['a later version', '{"version":2,"lessons":{}}', /version 2/],
    ['a damaged lesson', '{"version":1,"lessons":{"neither":{"beats":-1}}}', /lessons\.neither/],
    [
      'an invented command',
      JSON.stringify({
        version: 1,
        lessons: {
          neither: { ...untouched, runs: [{ steps: [{ index: 0, at: 0, command: { verb: 'rm' } }] }] },
        },
      }),
      /lessons\.neither\.runs/,
    ],
    ['a name that is no slug', '{"version":1,"lessons":{"../x":{}}}', /lessons/],
  ])('with %s gets a sentence and changes nothing', async (_title, text, said) => {
    const store = await open(new Cupboard());
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    const before = store.store.getState();
    const read = await store.imported(text);
    expect(read.ok ? '' : read.why).toMatch(said);
    expect(store.store.getState()).toBe(before);
  });
});

describe('two tabs', () => {
  async function tabs() {
    const target = new EventTarget();
    const cupboard = new Cupboard();
    const store = await open(cupboard);
    const stop = store.listen(target as never);
    const hear = (key: string | null, newValue: string | null) =>
      target.dispatchEvent(Object.assign(new Event('storage'), { key, newValue }));
    return { store, stop, hear };
  }
  const other: Progress = {
    version: 1,
    lessons: { neither: { ...untouched, beats: 2, bet: { option: 'once', confidence: 'guessing' } } },
  };

  it('add to one another, and neither replaces a bet that stands', async () => {
    const { store, hear } = await tabs();
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    hear(KEY, JSON.stringify(other));
    await vi.waitFor(() => expect(store.lesson('neither').beats).toBe(2));
    expect(store.lesson('neither')).toMatchObject({ bet, beats: 2 });
  });

  it('forget together', async () => {
    const { store, hear } = await tabs();
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    hear(KEY, null);
    expect(store.lesson('neither')).toEqual(untouched);
  });

  it('ignore what is not theirs, and what is damaged', async () => {
    const { store, hear, stop } = await tabs();
    store.update('neither', (lesson) => ({ ...lesson, bet }));
    hear('theme', null);
    hear(KEY, '{');
    expect(store.lesson('neither').bet).toEqual(bet);
    stop();
    hear(KEY, null);
    expect(store.lesson('neither').bet).toEqual(bet);
  });
});
