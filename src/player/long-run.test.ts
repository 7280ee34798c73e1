/** Runs with more events than a frame can take: played, jumped about in, and kept only at their end. */

import { beforeAll, describe, expect, it } from 'vitest';
import {
  loadProtocol,
  nodeId,
  type ProtocolModule,
  type Scenario,
  scenarioLoaders,
  scenario as schema,
} from '#/scenarios';
import { Player, stillness, type Ticker, Twin } from './index';

/** Frames a test makes by hand. */
function handFrames(): Ticker & { frame(ms: number): void; pending(): boolean } {
  let next: ((ms: number) => void) | null = null;
  let now = 0;
  return {
    request(callback) {
      next = callback;
      return 1;
    },
    cancel() {
      next = null;
    },
    frame(ms) {
      now += ms;
      const callback = next;
      next = null;
      callback?.(now);
    },
    pending: () => next !== null,
  };
}

const [a, b] = [nodeId('a'), nodeId('b')];

/** A message every 100 µs each way: 40,000 entries a second and more. */
const module: ProtocolModule = {
  protocol: {
    name: 'pulse',
    assumes: [],
    params: {},
    roles: {
      peer: {
        init(ctx) {
          ctx.after('beat', 100);
          return { heard: 0 };
        },
        onTimer(ctx) {
          ctx.send(ctx.self === a ? b : a, 'beat', null);
          ctx.after('beat', 100);
        },
        onMessage(_, state) {
          state.heard++;
        },
      },
    },
  },
  observers: {},
  properties: {},
  leavesOut: [],
  choices: {},
};
const scenario: Scenario = {
  name: 'pulse',
  title: 'A pulse',
  summary: 'Two nodes that never rest.',
  protocol: 'pulse',
  seed: 1,
  nodes: [
    { id: a, role: 'peer', x: 20, y: 50 },
    { id: b, role: 'peer', x: 80, y: 50 },
  ],
  links: [{ between: [a, b], rules: { latency: { profile: 'constant', us: 1_000 } } }],
  stop: { atUs: 2_000_000 },
  pace: 1_000_000,
  faults: ['pause', 'resume', 'cut'],
  knobs: [],
  actions: [],
  kinds: {},
  moments: {},
};
const player = (ticker: Ticker, more: { keep?: number; over?: Partial<Scenario> } = {}) =>
  new Player({
    scenario: { ...scenario, ...more.over },
    module,
    ticker,
    ...(more.keep ? { keep: more.keep } : {}),
  });

describe('jumping far', () => {
  it('takes the run on a slice a frame, says where to, and arrives', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.seek(1_500_000);
    expect(p.store.getState()).toMatchObject({ mode: 'seeking', towards: 1_500_000 });
    expect(p.now()).toBeLessThan(1_500_000);
    const seen: number[] = [];
    for (let i = 0; i < 200 && p.store.getState().towards !== null; i++) {
      ticker.frame(16);
      seen.push(p.now());
    }
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((x, y) => x - y));
    expect(p.store.getState()).toMatchObject({ mode: 'paused', towards: null, at: 1_500_000 });
    expect(ticker.pending()).toBe(false);
    const still = player(stillness);
    still.recording.advance(0, 1_500_000);
    expect(p.view().digest).toBe(still.recording.viewAt(0, still.recording.frontier(0)).digest);
  });

  it('ends where it is when something else is asked for, and what is done there is done there', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.seek(1_900_000);
    ticker.frame(16);
    ticker.frame(16);
    p.pause();
    expect(p.store.getState()).toMatchObject({ mode: 'paused', towards: null });
    expect(ticker.pending()).toBe(false);
    const { index, at, frontier } = p.store.getState();
    expect(p.now()).toBe(at);
    expect(index).toBe(frontier);
    p.seek(1_900_000);
    ticker.frame(16);
    p.toggle();
    expect(p.store.getState()).toMatchObject({ mode: 'paused', towards: null });
    p.seek(1_900_000);
    ticker.frame(16);
    expect(p.act({ verb: 'pause', node: b })).toBeNull();
    expect(p.store.getState()).toMatchObject({ branch: 0, towards: null });
    expect(p.view().nodes[1]?.status).toBe('paused');
    p.undo();
    expect(p.view().nodes[1]?.status).toBe('running');
    expect(p.store.getState().branch).toBe(1);
  });

  it('rests out of sight, and goes on', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.seek(1_900_000);
    p.setVisible(false);
    expect(ticker.pending()).toBe(false);
    expect(p.store.getState().towards).toBe(1_900_000);
    p.setVisible(true);
    expect(ticker.pending()).toBe(true);
  });

  it('with the head in hand stays so until the head is let go', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.seek(1_000_000, true);
    p.settled();
    expect(p.store.getState().mode).toBe('seeking');
    for (let i = 0; i < 100; i++) ticker.frame(16);
    expect(p.store.getState().mode).toBe('paused');
    p.seek(1_900_000, true);
    for (let i = 0; i < 100; i++) ticker.frame(16);
    expect(p.store.getState()).toMatchObject({ mode: 'seeking', towards: null });
    p.settled();
    expect(p.store.getState().mode).toBe('paused');
  });

  it('to the end is a jump as well', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.runUntil('end');
    expect(p.store.getState().towards).toBe(2_000_000);
    for (let i = 0; i < 200; i++) ticker.frame(16);
    expect(p.store.getState()).toMatchObject({ over: true, mode: 'paused', at: 2_000_000 });
  });
});

describe('playing what is too busy to follow', () => {
  it('tells React now and then, moves the cursor on each frame, and loses nothing', () => {
    const ticker = handFrames();
    const p = player(ticker);
    let [told, painted] = [0, 0];
    p.store.subscribe((now, before) => {
      if (now.index !== before.index) told++;
    });
    p.onPaint(() => painted++);
    p.play();
    for (let i = 0; i < 60; i++) ticker.frame(16);
    expect(painted).toBeGreaterThanOrEqual(60);
    expect(told).toBeGreaterThan(5);
    expect(told).toBeLessThan(20);
    p.pause();
    const { index, at } = p.store.getState();
    expect(at).toBe(Math.round(p.now()));
    expect(index).toBe(p.recording.indexAt(0, at));
    expect(p.act({ verb: 'pause', node: b })).toBeNull();
    expect(p.store.getState().branch).toBe(0);
  });

  it('does not run ahead of what has been computed', () => {
    const ticker = handFrames();
    const p = player(ticker, { over: { pace: 40_000_000, stop: { atUs: 4_000_000 } } });
    p.play();
    ticker.frame(16);
    ticker.frame(50);
    const { recording } = p;
    expect(p.now()).toBeLessThanOrEqual(recording.nextAt(0) ?? 0);
    expect(p.now()).toBeLessThan(2_000_000);
  });
});

describe('a trace of which only the end is kept', () => {
  it('shows the same at any time, and says from where on it is kept', () => {
    const whole = player(stillness, { over: { stop: { atUs: 300_000 } } });
    const part = player(stillness, { keep: 500, over: { stop: { atUs: 300_000 } } });
    whole.recording.advance(0);
    part.recording.advance(0);
    for (const at of [250_000, 299_000, 100, 40_000, 250_000, 251_000, 0]) {
      whole.seek(at);
      part.seek(at);
      const [all, some] = [whole.trace(), part.trace()];
      expect(some.length).toBeGreaterThanOrEqual(Math.min(500, all.length));
      expect(some.length).toBeLessThanOrEqual(4_000);
      expect(some).toEqual(all.slice(all.length - some.length));
      expect(part.view()).toEqual(whole.view());
    }
    expect(part.recording.branch(0).trace.length).toBeLessThanOrEqual(1_000);
  });

  it('leads to the moment of an entry that is no longer kept', () => {
    const p = player(stillness, { keep: 500, over: { stop: { atUs: 300_000 } } });
    p.recording.advance(0);
    p.seek(300_000);
    p.visit(1_234);
    expect(p.trace().at(-1)?.event).toBe(p.store.getState().index);
    expect(p.trace().some(({ id }) => id === 1_234)).toBe(true);
    expect(p.cones()?.past.size).toBeGreaterThan(0);
    const before = p.store.getState();
    p.visit(9_999_999);
    expect(p.store.getState()).toEqual(before);
  });

  it('stops at a thing of a kind, also in the past', () => {
    const p = player(stillness, { keep: 500, over: { stop: { atUs: 300_000 } } });
    p.recording.advance(0);
    p.seek(20_000);
    p.runUntil('delivery');
    expect(p.recording.entriesOf(0, p.store.getState().index).some((e) => e.type === 'delivered')).toBe(true);
    expect(p.runTo({ type: 'delivered', node: b, nth: 30 })).toBe(true);
    expect(p.trace().filter((e) => e.type === 'delivered' && e.node === b)).toHaveLength(30);
  });

  it('parts from another run where it does, whenever one looks', () => {
    const make = (script: Scenario['script']) =>
      player(stillness, { keep: 500, over: { stop: { atUs: 300_000 }, ...(script ? { script } : {}) } });
    const left = make(undefined);
    const right = make([{ at: 100_050, command: { verb: 'cut', links: [{ from: a, to: b }] } }]);
    const at = (us: number) => {
      left.follow(us);
      right.follow(us);
      return left.parting(right);
    };
    for (let us = 0; us < 100_000; us += 5_000) expect(at(us)).toBeNull();
    const found = at(105_000);
    expect(found?.right).toMatchObject({ type: 'dropped', reason: 'cut' });
    expect(at(250_000)).toBe(found);
    expect(at(50_000)).toBeNull();
    expect(at(120_000)).toBe(found);
  });
});

it('twins in a busy run are heard of together, and part only where they do', () => {
  const ticker = handFrames();
  const lead = player(ticker);
  const second = player(stillness, {
    over: { script: [{ at: 600_050, command: { verb: 'cut', links: [{ from: a, to: b }] } }] },
  });
  const twin = new Twin(lead, second);
  twin.shared.play();
  for (let i = 0; i < 35; i++) {
    ticker.frame(16);
    expect(twin.parting()).toBeNull();
  }
  expect(second.store.getState().at).toBe(lead.store.getState().at);
  for (let i = 0; i < 20; i++) ticker.frame(16);
  expect(twin.parting()?.right).toMatchObject({ type: 'dropped', reason: 'cut' });
  twin.shared.pause();
  expect(second.now()).toBe(lead.now());
  expect(second.store.getState().index).toBe(second.recording.indexAt(0, second.now()));
  twin.destroy();
});

describe('what is measured', () => {
  let service: { scenario: Scenario; module: ProtocolModule };
  beforeAll(async () => {
    const loaded = await (scenarioLoaders.service as () => Promise<unknown>)();
    service = { scenario: schema.parse(loaded) as Scenario, module: await loadProtocol('service') };
  });

  it('is nothing in the first render, and the stretches that are over at the cursor from then on', async () => {
    const p = new Player({ ...service, ticker: stillness, opening: { atUs: 3_000_000 } });
    expect(p.metrics()).toBeNull();
    const { measured } = await p.measuring();
    expect(p.store.getState().measured).toBe(true);
    const opened = p.metrics();
    expect(opened?.stretches.at(-1)?.toUs).toBe(3_000_000);
    expect(measured(opened as never, 'rate', 0, 3_000_000)).toBeGreaterThan(0);
    p.seek(6_000_000);
    const later = p.metrics();
    expect(later?.stretches.at(-1)?.toUs).toBe(6_000_000);
    p.seek(6_000_001);
    expect(p.metrics()).toBe(later);
    p.seek(3_000_000);
    expect(p.metrics()).toEqual(opened);
  });

  it('is of the branch that is shown, and begins anew with the run', async () => {
    const p = new Player({ ...service, ticker: stillness, opening: { atUs: 3_000_000 } });
    await p.measuring();
    p.seek(6_000_000);
    const first = p.metrics();
    p.seek(3_000_000);
    const server = p.scenario.nodes.find((n) => n.role !== 'client')?.id as typeof a;
    expect(p.act({ verb: 'crash', node: server, disk: 'kept' })).toBeNull();
    p.seek(6_000_000);
    expect(p.store.getState().branch).toBe(1);
    expect(p.metrics()).not.toEqual(first);
    expect(p.glimpse(0).metrics()).toEqual(first);
    p.reset();
    expect(p.metrics()).toBeNull();
    await p.measuring();
    expect(p.metrics()?.stretches.at(-1)?.toUs).toBe(3_000_000);
  });

  it('is nothing where nobody works', async () => {
    const p = player(stillness);
    await p.measuring();
    expect(p.metrics()).toBeNull();
  });
});
