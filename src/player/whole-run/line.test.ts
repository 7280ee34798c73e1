import { describe, expect, it } from 'vitest';
import {
  loadProtocol,
  type Scenario,
  scenarioLoaders,
  scenario as schema,
  type WholeRun,
  wholeRun,
} from '#/scenarios';
import { computeWholeRun } from '../index';
import type { Asked, Progress, Told } from './asked';
import { Line, type RunWorker } from './line';
import { serve } from './serve';

const service: Scenario = schema.parse(await scenarioLoaders.service());
const module = await loadProtocol('service');
const atOnce = wholeRun(service, module);

/** A worker that computes in the same thread, and whose messages cross as copies. */
class NearWorker implements RunWorker {
  terminated = false;
  readonly asked: Asked[] = [];
  onmessage: RunWorker['onmessage'] = null;
  onerror: RunWorker['onerror'] = null;
  constructor(private readonly silent = false) {}
  postMessage(asked: Asked): void {
    this.asked.push(structuredClone(asked));
    if (this.silent) return;
    const pause = async () => !this.terminated;
    void serve(structuredClone(asked), (told) => this.say(structuredClone(told)), { atOnce: 300, pause });
  }
  terminate(): void {
    this.terminated = true;
  }
  say(data: Told): void {
    if (!this.terminated) this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
  fail(): void {
    this.onerror?.call(this as unknown as Worker, {} as ErrorEvent);
  }
}

function lineOf(silent = false) {
  const workers: NearWorker[] = [];
  const line = new Line(() => {
    const worker = new NearWorker(silent);
    workers.push(worker);
    return worker;
  });
  return { line, workers };
}

describe('a whole run from a worker', () => {
  it('is the run that is computed at once, and its progress grows towards it', async () => {
    const { line } = lineOf();
    const heard: Progress[] = [];
    const run = await line.ask({ scenario: service, onProgress: (progress) => heard.push(progress) });
    expect(run).toEqual(structuredClone(atOnce));
    expect(heard.length).toBeGreaterThan(3);
    for (const { share, metrics } of heard) {
      expect(share).toBeLessThan(1);
      expect(metrics?.stretches).toEqual(run.metrics?.stretches.slice(0, metrics?.stretches.length));
      expect(metrics).toMatchObject({ widthUs: run.metrics?.widthUs, nodes: run.metrics?.nodes });
    }
  });

  it('is of the variant that was asked for', async () => {
    const variant = { seed: 7, knobs: { workers: 4 } };
    const run = await lineOf().line.ask({ scenario: service, variant });
    expect(run.view.digest).toBe(wholeRun(service, module, variant).view.digest);
    expect(run.view.digest).not.toBe(atOnce.view.digest);
  });

  it('comes one after the other, from one worker', async () => {
    const { line, workers } = lineOf();
    const seeds = [1, 2, 3];
    const runs = await Promise.all(seeds.map((seed) => line.ask({ scenario: service, variant: { seed } })));
    expect(workers).toHaveLength(1);
    expect(new Set(runs.map(({ view }) => view.digest)).size).toBe(3);
  });

  it('says why when it cannot be computed, and serves the next', async () => {
    const { line } = lineOf();
    const knobs = { turbo: 1 };
    await expect(line.ask({ scenario: service, variant: { knobs } })).rejects.toThrow('no knob called turbo');
    expect((await line.ask({ scenario: service })).view.digest).toBe(atOnce.view.digest);
  });
});

describe('who no longer wants it', () => {
  it('leaves the line, or stops the worker, and the others are served', async () => {
    const { line, workers } = lineOf(true);
    const [first, second] = [new AbortController(), new AbortController()];
    const left = [first, second].map(({ signal }) => line.ask({ scenario: service, signal }));
    const stays: Promise<WholeRun> = line.ask({ scenario: service, variant: { seed: 3 } });
    second.abort(new Error('away'));
    await expect(left[1]).rejects.toThrow('away');
    expect(workers.map((w) => w.terminated)).toEqual([false]);
    first.abort(new Error('gone'));
    await expect(left[0]).rejects.toThrow('gone');
    expect(workers.map((w) => [w.terminated, w.asked.length])).toEqual([
      [true, 1],
      [false, 1],
    ]);
    workers[1]?.say({ is: 'done', run: atOnce });
    expect(await stays).toBe(atOnce);
  });
  it('is not served at all when that was so before', async () => {
    const { line, workers } = lineOf();
    await expect(line.ask({ scenario: service, signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow(
      'no',
    );
    expect(workers).toEqual([]);
  });
});

describe('without a worker', () => {
  it('the page computes it in small bits', async () => {
    for (const hire of [
      () => null,
      () => {
        throw new Error('none');
      },
    ]) {
      let heard = 0;
      const run = await new Line(hire).ask({ scenario: service, onProgress: () => heard++ });
      expect(run).toEqual(atOnce);
      expect(heard).toBeGreaterThan(1);
    }
    expect((await computeWholeRun({ scenario: service })).view.digest).toBe(atOnce.view.digest);
  });
  it('so it does where workers do not run; one that falls ill later is replaced', async () => {
    const { line, workers } = lineOf(true);
    const run = line.ask({ scenario: service });
    workers[0]?.fail();
    expect(await run).toEqual(atOnce);
    const ill = lineOf(true);
    const [failing, next] = [ill.line.ask({ scenario: service }), ill.line.ask({ scenario: service })];
    ill.workers[0]?.say({ is: 'going on', share: 0.1, closed: [] });
    ill.workers[0]?.fail();
    await expect(failing).rejects.toThrow('has failed');
    ill.workers[1]?.say({ is: 'done', run: atOnce });
    expect(await next).toBe(atOnce);
  });
});

it('a run without end is left somewhere, and says so', async () => {
  const heard: Told[] = [];
  await serve({ scenario: service }, (told) => heard.push(told), { atOnce: 100, mostEvents: 500 });
  expect(heard.at(-1)).toMatchObject({ is: 'failed' });
  expect(heard.filter(({ is }) => is === 'going on')).toHaveLength(5);
});
