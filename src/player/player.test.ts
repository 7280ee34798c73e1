import { beforeAll, describe, expect, it } from 'vitest';
import { type Beat, loadProtocol, nodeId, type ProtocolModule, type Scenario } from '#/scenarios';
import { Player, type Ticker } from './index';

/** Frames a test makes by hand. */
function handFrames(): Ticker & { frame(ms: number): void; asked(): number } {
  let next: ((ms: number) => void) | null = null;
  let now = 0;
  let asked = 0;
  return {
    request(callback) {
      next = callback;
      return ++asked;
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
    asked: () => asked,
  };
}

const browser = nodeId('browser');
const payment = nodeId('payment');
const both = [
  { from: browser, to: payment },
  { from: payment, to: browser },
];

const scenario: Scenario = {
  name: 'call',
  title: 'A call',
  summary: 'A browser charges once.',
  protocol: 'rpc',
  seed: 1,
  nodes: [
    { id: browser, role: 'client', x: 20, y: 50 },
    { id: payment, role: 'server', x: 80, y: 50 },
  ],
  links: [{ between: [browser, payment], rules: { latency: { profile: 'constant', us: 50_000 } } }],
  workload: [{ at: 10_000, node: browser, op: { f: 'charge', value: 10 } }],
  stop: { atUs: 2_000_000 },
  pace: 80_000,
  faults: ['cut', 'mend', 'drop'],
  knobs: [],
  actions: [],
  kinds: {},
  moments: {},
};

let module: ProtocolModule;
beforeAll(async () => {
  module = await loadProtocol('rpc');
});

const player = (ticker: Ticker, beats?: readonly Beat[]) =>
  new Player({ scenario, module, ticker, ...(beats ? { beats } : {}) });
const outcome = (p: Player) => module.observers.outcome?.(p.view());

describe('playing', () => {
  it('moves the cursor by the pace and takes the events it passes, and ends by itself', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.play();
    ticker.frame(16);
    ticker.frame(100);
    expect(p.now()).toBe(8_000);
    expect(p.store.getState().index).toBe(0);
    ticker.frame(100);
    expect(p.now()).toBe(16_000);
    expect(p.store.getState().index).toBe(1);
    for (let i = 0; i < 40; i++) ticker.frame(100);
    expect(p.store.getState().mode).toBe('paused');
    expect(outcome(p)).toBe('receipt, 1 charge');
  });

  it('comes to the same run at any frame rate', () => {
    const digests = [3, 16, 90].map((ms) => {
      const ticker = handFrames();
      const p = player(ticker);
      p.play();
      for (let i = 0; i < 4_000 / ms; i++) ticker.frame(ms);
      return p.view().digest;
    });
    expect(new Set(digests).size).toBe(1);
  });

  it('asks for no frames while paused or off screen', () => {
    const ticker = handFrames();
    const p = player(ticker);
    expect(ticker.asked()).toBe(0);
    p.play();
    ticker.frame(16);
    p.setVisible(false);
    const before = ticker.asked();
    ticker.frame(16);
    expect(ticker.asked()).toBe(before);
    p.setVisible(true);
    expect(ticker.asked()).toBe(before + 1);
  });

  it('does not jump when a page has been asleep', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.play();
    ticker.frame(16);
    ticker.frame(60_000);
    expect(p.now()).toBe(8_000);
  });

  it('tells React nothing between events', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.play();
    let told = 0;
    p.store.subscribe(() => told++);
    ticker.frame(16);
    for (let i = 0; i < 5; i++) ticker.frame(16);
    expect(told).toBe(0);
    ticker.frame(100);
    expect(told).toBe(1);
  });
});

describe('scrubbing', () => {
  it('stands after all events at or before a time, and goes back as it came', () => {
    const p = player(handFrames());
    p.seek(60_000);
    expect(p.view().messages.map((m) => m.kind)).toEqual(['receipt']);
    p.back();
    expect(p.view().messages.map((m) => m.kind)).toEqual(['charge']);
    p.seek(59_999);
    expect(p.view().messages.map((m) => m.kind)).toEqual(['charge']);
  });

  it('shows nothing of what is still to come', () => {
    const p = player(handFrames());
    p.runUntil('end');
    p.seek(30_000);
    expect(p.trace().some((e) => e.type === 'delivered')).toBe(false);
  });

  it('runs to the next delivery and the end', () => {
    const p = player(handFrames());
    p.runUntil('delivery');
    expect(p.trace().at(-1)?.type).toBe('sent');
    expect(p.view().nodes[1]?.words).toBe('1 charge');
    p.runUntil('end');
    expect(p.store.getState().over).toBe(true);
  });
});

describe('acting', () => {
  it('goes on with the run at the frontier and branches in the past, keeping the old future', () => {
    const p = player(handFrames());
    p.seek(20_000);
    expect(p.act({ verb: 'cut', links: both })).toBeNull();
    expect(p.branches).toHaveLength(1);
    p.runUntil('end');
    expect(outcome(p)).toBe('time-out, 0 charges');
    p.seek(80_000);
    p.act({ verb: 'mend', links: both });
    expect(p.branches).toHaveLength(2);
    p.showBranch(0);
    p.runUntil('end');
    expect(outcome(p)).toBe('time-out, 0 charges');
  });

  it('undoes to the run in which it was never done, and redoes', () => {
    const p = player(handFrames());
    p.seek(20_000);
    p.act({ verb: 'cut', links: both });
    p.runUntil('end');
    p.undo();
    expect(p.now()).toBe(20_000);
    p.runUntil('end');
    expect(outcome(p)).toBe('receipt, 1 charge');
    p.redo();
    expect(outcome(p)).toBe('time-out, 0 charges');
  });

  it('says why a thing cannot be done, and records nothing', () => {
    const p = player(handFrames());
    const message = { from: payment, to: browser, kind: 'receipt', nth: 1 };
    expect(p.act({ verb: 'drop', message })).toMatch(/not in flight/);
    expect(p.store.getState().refused).toMatch(/not in flight/);
    expect(p.branches[0]?.steps).toHaveLength(0);
  });

  it('may act while playing, between two events', () => {
    const ticker = handFrames();
    const p = player(ticker);
    p.play();
    ticker.frame(16);
    for (let i = 0; i < 4; i++) ticker.frame(77);
    expect(p.act({ verb: 'cut', links: both })).toBeNull();
    for (let i = 0; i < 60; i++) ticker.frame(100);
    expect(outcome(p)).toBe('time-out, 0 charges');
  });
});

describe('a story', () => {
  const beats: Beat[] = [
    { until: { type: 'sent', kind: 'charge' }, caption: 'Asked.' },
    { until: { type: 'completed' }, caption: 'Answered.' },
  ];

  it('pauses at each beat and waits for the learner', () => {
    const ticker = handFrames();
    const p = player(ticker, beats);
    p.nextBeat();
    for (let i = 0; i < 60; i++) ticker.frame(100);
    expect(p.store.getState()).toMatchObject({ mode: 'at a beat', beat: 0 });
    p.nextBeat();
    for (let i = 0; i < 60; i++) ticker.frame(100);
    expect(p.store.getState()).toMatchObject({ mode: 'at a beat', beat: 1 });
  });

  it('can jump from beat to beat, for those who want no motion', () => {
    const p = player(handFrames(), beats);
    p.nextBeat(true);
    p.nextBeat(true);
    expect(p.store.getState().beat).toBe(1);
    expect(outcome(p)).toBe('receipt, 1 charge');
  });
});

describe('two branches side by side', () => {
  it('shows another branch at the same cursor, without moving this one', () => {
    const p = player(handFrames());
    p.runUntil('end');
    p.seek(20_000);
    p.act({ verb: 'cut', links: both });
    p.runUntil('end');
    const first = p.glimpse(0);
    expect(p.store.getState().branch).toBe(1);
    first.follow(150_000);
    expect(outcome(first)).toBe('receipt, 1 charge');
    expect(p.parting(first)?.left).toMatchObject({ type: 'dropped', reason: 'cut' });
    expect(p.parting(p.glimpse(1))).toBeNull();
  });
});

describe('selecting', () => {
  it('lights what led to the last thing that happened at a node, on a link or to a message', () => {
    const p = player(handFrames());
    p.runUntil('end');
    const last = p.trace().at(-1);
    p.select({ on: 'node', id: browser });
    expect(last?.node).toBe(browser);
    const past = p.cones()?.past ?? new Set();
    expect(
      p
        .trace()
        .filter((e) => past.has(e.id))
        .some((e) => e.type === 'persisted'),
    ).toBe(true);
    p.select({ on: 'link', link: { from: payment, to: browser } });
    expect(p.cones()?.past.size).toBeGreaterThan(0);
    p.select(null);
    expect(p.cones()).toBeNull();
  });
});
