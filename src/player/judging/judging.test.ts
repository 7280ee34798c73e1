import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Judgement, loadProtocol, nodeId, type ProtocolModule, type Scenario } from '#/scenarios';
import { Player, stillness } from '../index';
import { Desk, type JudgeWorker } from './desk';
import { Judging } from './judging';
import type { Question } from './question';

const [browser, payment] = [nodeId('browser'), nodeId('payment')];
/** Three calls, 200 ms apart, each answered after 100 ms. To the judges they are what they are told they are. */
const scenario: Scenario = {
  name: 'calls',
  title: 'Three calls',
  summary: 'A browser charges three times.',
  protocol: 'rpc',
  seed: 1,
  nodes: [
    { id: browser, role: 'client', x: 20, y: 50 },
    { id: payment, role: 'server', x: 80, y: 50 },
  ],
  links: [{ between: [browser, payment], rules: { latency: { profile: 'constant', us: 50_000 } } }],
  workload: [5_000, 205_000, 405_000].map((at) => ({
    at,
    node: browser,
    op: { f: 'write', value: at / 1000 },
  })),
  stop: { atUs: 2_000_000 },
  pace: 80_000,
  faults: ['cut', 'mend'],
  knobs: [],
  actions: [],
  kinds: {},
  moments: {},
};
// Fetched before the clock is a fake one.
await import('./judge-one');
const rpc = await loadProtocol('rpc');
const module: ProtocolModule = { ...rpc, history: { object: 'register', initial: null } };

/** A worker that answers when it is told to. */
class SlowWorker implements JudgeWorker {
  readonly asked: Question[] = [];
  terminated = false;
  onmessage: JudgeWorker['onmessage'] = null;
  onerror: JudgeWorker['onerror'] = null;
  postMessage(question: Question): void {
    // What crosses to a worker is copied: a question that cannot be is a mistake.
    this.asked.push(structuredClone(question));
  }
  terminate(): void {
    this.terminated = true;
  }
  answer(verdict: Judgement['verdict'] = 'ok'): void {
    const { models, history } = this.asked.at(-1) as Question;
    const reason = `${history.operations.length} looked at`;
    const data: Judgement[] = models.map(() => ({ verdict, reason, operations: [], steps: 1 }));
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
}

let workers: SlowWorker[] = [];
const newDesk = () =>
  new Desk(() => {
    const worker = new SlowWorker();
    workers.push(worker);
    return worker;
  });
const newest = () => workers.at(-1) as SlowWorker;

function judged(desk = newDesk(), keep = 1_000) {
  const player = new Player({ scenario, module, ticker: stillness, keep });
  const judging = new Judging(player, desk);
  let heard = 0;
  const stop = judging.subscribe(() => heard++);
  const shown = () => {
    const { verdicts, behind } = judging.getState();
    return [verdicts?.models[0]?.reason ?? null, behind];
  };
  return { player, judging, stop, shown, heard: () => heard };
}

beforeEach(() => {
  workers = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe('the verdicts on a run', () => {
  it('are asked for when an operation begins or ends, and for nothing in between', () => {
    const { player, shown, heard } = judged();
    vi.runAllTimers();
    expect([workers, shown()]).toEqual([[], [null, false]]);
    player.seek(10_000);
    vi.runAllTimers();
    expect(newest().asked.map((q) => q.history.operations.length)).toEqual([1]);
    expect(shown()).toEqual([null, true]);
    newest().answer();
    expect(shown()).toEqual(['1 looked at', false]);
    const before = heard();
    player.seek(60_000);
    vi.runAllTimers();
    expect([newest().asked.length, heard()]).toEqual([1, before]);
    player.seek(120_000);
    vi.runAllTimers();
    expect(newest().asked).toHaveLength(2);
    expect(newest().asked[1]?.history.operations[0]).toMatchObject({ type: 'write', outcome: 'ok' });
  });

  it('are not given on a history whose beginning is no longer kept', () => {
    const { player, shown } = judged(newDesk(), 5);
    player.seek(10_000);
    vi.runAllTimers();
    newest().answer();
    expect(shown()).toEqual(['1 looked at', false]);
    player.seek(420_000);
    vi.runAllTimers();
    expect(player.operations().length).toBeGreaterThan(0);
    expect([newest().asked.length, shown()]).toEqual([1, [null, false]]);
  });

  it('stay while the next are looked for, and of those who wait only the newest is asked', () => {
    const { player, shown } = judged();
    player.seek(10_000);
    vi.runAllTimers();
    newest().answer();
    for (const at of [210_000, 310_000, 410_000]) {
      player.seek(at);
      vi.advanceTimersByTime(1);
    }
    expect(shown()).toEqual(['1 looked at', true]);
    newest().answer();
    // The answer to 210 ms is nearer than the one before, and still of an earlier moment.
    expect(shown()).toEqual(['2 looked at', true]);
    expect(newest().asked.map((q) => q.history.operations.length)).toEqual([1, 2, 3]);
    newest().answer('violated');
    expect(shown()).toEqual(['3 looked at', false]);
    expect(workers).toHaveLength(1);
  });

  it('say nothing of what is still to come when the run has gone back meanwhile', () => {
    const { player, shown } = judged();
    player.seek(10_000);
    vi.runAllTimers();
    newest().answer();
    player.seek(410_000);
    vi.advanceTimersByTime(1);
    player.seek(210_000);
    vi.advanceTimersByTime(1);
    newest().answer('violated');
    expect(shown()).toEqual(['1 looked at', true]);
    newest().answer();
    expect(shown()).toEqual(['2 looked at', false]);
  });

  it('are kept: going back to a history asks nobody', () => {
    const { player, shown } = judged();
    for (const at of [10_000, 210_000]) {
      player.seek(at);
      vi.runAllTimers();
      newest().answer();
    }
    player.seek(20_000);
    vi.runAllTimers();
    expect(shown()).toEqual(['1 looked at', false]);
    player.start();
    player.seek(220_000);
    vi.runAllTimers();
    expect(shown()).toEqual(['2 looked at', false]);
    expect(newest().asked).toHaveLength(2);
  });

  it('are of one branch', () => {
    const { player, shown } = judged();
    player.seek(450_000);
    vi.runAllTimers();
    newest().answer();
    player.seek(20_000);
    vi.runAllTimers();
    newest().answer();
    player.act({ verb: 'cut', links: [{ from: browser, to: payment }] });
    vi.runAllTimers();
    expect(shown()).toEqual(['1 looked at', true]);
    expect(newest().asked).toHaveLength(3);
  });

  it('cost nothing while nobody looks', () => {
    const { player, stop } = judged();
    stop();
    player.seek(410_000);
    vi.runAllTimers();
    expect(workers).toEqual([]);
  });
});

describe('the desk', () => {
  it('stops a worker that is busy with what nobody waits for, after a moment', () => {
    const { player, shown } = judged();
    player.seek(10_000);
    vi.advanceTimersByTime(1);
    player.seek(210_000);
    vi.advanceTimersByTime(900);
    expect(newest().terminated).toBe(false);
    vi.advanceTimersByTime(200);
    expect(workers.map((w) => w.terminated)).toEqual([true, false]);
    newest().answer();
    expect(shown()).toEqual(['2 looked at', false]);
  });

  it('lets a worker finish what is still wanted, however long it takes', () => {
    const { player } = judged();
    player.seek(10_000);
    vi.advanceTimersByTime(20_000);
    expect(newest().terminated).toBe(false);
  });

  it('serves the figures of a page in turn', () => {
    const desk = newDesk();
    const [one, two] = [judged(desk), judged(desk)];
    one.player.seek(10_000);
    two.player.seek(210_000);
    vi.runAllTimers();
    newest().answer();
    newest().answer();
    expect([one.shown(), two.shown()]).toEqual([
      ['1 looked at', false],
      ['2 looked at', false],
    ]);
    expect(workers).toHaveLength(1);
  });

  it.each([
    ['has none', () => null],
    [
      'forbids them',
      () => {
        throw new Error('No.');
      },
    ],
  ])('judges on the page where the browser %s', async (_, hire) => {
    const { player, judging } = judged(new Desk(hire));
    player.seek(10_000);
    await vi.advanceTimersByTimeAsync(2_000);
    const { verdicts, behind } = judging.getState();
    expect([verdicts?.models.length, behind]).toEqual([10, false]);
  });

  it('judges on the page where the worker cannot even be loaded, and asks no other', async () => {
    const { player, judging } = judged();
    player.seek(10_000);
    vi.advanceTimersByTime(1);
    newest().onerror?.call(newest() as never, { preventDefault() {} } as ErrorEvent);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(judging.getState()).toMatchObject({ behind: false, verdicts: { at: 10_000 } });
    player.seek(210_000);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(judging.getState().verdicts?.history.operations).toHaveLength(2);
    expect(workers).toHaveLength(1);
  });

  it('replaces a worker that fell ill', () => {
    const { player } = judged();
    player.seek(10_000);
    vi.advanceTimersByTime(1);
    newest().answer();
    player.seek(210_000);
    vi.advanceTimersByTime(1);
    newest().onerror?.call(newest() as never, { preventDefault() {} } as ErrorEvent);
    player.seek(410_000);
    vi.advanceTimersByTime(1);
    expect(workers).toHaveLength(2);
    expect(newest().asked.map((q) => q.history.operations.length)).toEqual([3]);
  });
});

it('a player of a protocol without a history has no judges, and one with has them once', async () => {
  expect(new Player({ scenario, module: rpc, ticker: stillness }).judges).toBeNull();
  const player = new Player({ scenario, module, ticker: stillness });
  expect(await player.judges?.()).toBe(await player.judges?.());
});
