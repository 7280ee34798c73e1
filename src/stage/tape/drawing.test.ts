import { describe, expect, test } from 'vitest';
import { Recording } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { type Variant, worldConfig } from '#/scenarios';
import { sample } from '../sample.fixture';
import { CROWD, drawingOf } from './drawing';
import { axisTicks, frameOf, lanesOf, leftOf, pageStart, usualLength } from './frame';
import { boxOf, crosses, meets, placeLabels } from './place-labels';
import { Story } from './story';
import { fitted, LABEL_SIZE, textWidth } from './text-width';

const module = await loadProtocol('rpc');
const both = [
  { from: 'browser', to: 'payment' },
  { from: 'payment', to: 'browser' },
];

function drawn(at: number, variant: Variant = {}, width = 640, scenario = sample) {
  const recording = new Recording(worldConfig(scenario, module, variant), module.protocol);
  recording.advance(0, at);
  const index = recording.frontier(0);
  const { trace } = recording.branch(0);
  const view = recording.viewAt(0, index);
  const left = leftOf(scenario);
  const length = usualLength(scenario, width, left);
  const frame = frameOf(width, left, { from: pageStart(at, length, false), length });
  const lanes = lanesOf(scenario);
  const story = new Story().readOn(trace);
  const position = { story, trace, messages: view.messages, nodes: view.nodes };
  return { drawing: drawingOf(position, scenario, frame, lanes), frame, lanes };
}

describe('the window', () => {
  test('turns like a page and keeps the head in sight', () => {
    const length = 100_000;
    let start = 0;
    for (let at = 0; at < 1_000_000; at += 777) {
      const next = pageStart(at, length, false);
      expect(next).toBeGreaterThanOrEqual(start);
      expect((at - next) / length).toBeLessThan(0.91);
      if (next > 0) expect((at - next) / length).toBeGreaterThanOrEqual(0.349);
      start = next;
    }
    expect(pageStart(900_000, length, true)).toBe(0);
  });

  test('maps time to the page and back', () => {
    const frame = frameOf(640, 80, { from: 50_000, length: 100_000 });
    expect(frame.x(50_000)).toBe(80);
    expect(frame.x(150_000)).toBe(frame.right);
    expect(frame.timeAt(frame.x(84_000))).toBeCloseTo(84_000);
  });

  test('has round moments that do not crowd, also on a phone', () => {
    for (const width of [292, 640, 1200]) {
      const frame = frameOf(width, 80, { from: 0, length: usualLength(sample, width, 80) });
      const ticks = axisTicks(frame);
      expect(ticks.length).toBeGreaterThan(1);
      for (let i = 1; i < ticks.length; i++) {
        const [a, b] = [ticks[i - 1], ticks[i]];
        const gap = frame.x(b?.at ?? 0) - frame.x(a?.at ?? 0);
        expect(gap).toBeGreaterThan(textWidth(b?.text ?? '', 13));
      }
    }
  });
});

describe('lanes', () => {
  test('leave room for calls where the scenario lets them be made, before there is one', () => {
    const [client, server] = lanesOf(sample).lanes;
    expect([client?.calls, server?.calls]).toEqual([true, false]);
    const idle = { ...sample, workload: [], actions: [], truth: undefined } as unknown as typeof sample;
    expect(lanesOf(idle).lanes[0]?.y).toBeLessThan(client?.y ?? 0);
  });
});

describe('labels', () => {
  const area = { x: 0, y: 0, width: 300, height: 100 };
  const wish = (key: string, weight: number, ...spots: { text: string; x: number; y: number }[]) => ({
    key,
    weight,
    hue: 'ink' as const,
    entry: 0,
    spots: spots.map((s) => ({ ...s, anchor: 'start' as const })),
  });

  test('the more important chooses first, the other moves or is left out', () => {
    const a = wish('a', 1, { text: 'charge', x: 10, y: 50 }, { text: 'charge', x: 150, y: 50 });
    const b = wish('b', 2, { text: 'receipt', x: 12, y: 52 });
    const c = wish('c', 0, { text: 'lost', x: 14, y: 48 });
    const placed = placeLabels([a, b, c], area, LABEL_SIZE);
    expect(placed.map((p) => [p.key, p.x])).toEqual([
      ['b', 12],
      ['a', 150],
    ]);
  });

  test('a label stays on the page, and off the lines where it can', () => {
    const off = wish('off', 1, { text: 'a long label at the edge', x: 290, y: 50 });
    expect(placeLabels([off], area, LABEL_SIZE)).toEqual([]);
    const line = [0, 40, 100, 50] as const;
    const two = wish('two', 1, { text: 'charge', x: 10, y: 50 }, { text: 'charge', x: 10, y: 90 });
    expect(placeLabels([two], area, LABEL_SIZE, [], [line])[0]?.y).toBe(90);
    const one = wish('one', 1, { text: 'charge', x: 10, y: 50 });
    expect(placeLabels([one], area, LABEL_SIZE, [], [line])[0]?.y).toBe(50);
  });

  test('a line that passes by does not count as crossing', () => {
    const box = { x: 10, y: 10, width: 10, height: 10 };
    expect(crosses([0, 0, 30, 30], box)).toBe(true);
    expect(crosses([0, 25, 30, 25], box)).toBe(false);
    expect(crosses([0, 0, 5, 5], box)).toBe(false);
    expect(crosses([15, 0, 15, 40], box)).toBe(true);
  });

  test('never overlap on the tape, at any width, in eventful runs', () => {
    const stormy = {
      knobs: { timeout: 60 },
      params: { retries: 3 },
      script: [
        { at: 30_000, command: { verb: 'duplicate', message: { ...both[0], kind: 'charge', nth: 1 } } },
        { at: 84_000, command: { verb: 'cut', links: both } },
        { at: 150_000, command: { verb: 'mend', links: both } },
        { at: 160_000, command: { verb: 'crash', node: 'payment', disk: 'kept' } },
        { at: 190_000, command: { verb: 'restart', node: 'payment' } },
      ],
    } as unknown as Variant;
    for (const width of [292, 480, 640, 900]) {
      for (let at = 20_000; at < 400_000; at += 30_000) {
        const { labels } = drawn(at, stormy, width).drawing;
        const boxes = labels.map((l) => boxOf(l, LABEL_SIZE));
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) expect(meets(a, b)).toBe(false);
        });
      }
    }
  });

  test('a text that is too long ends in an ellipsis and fits', () => {
    expect(fitted('payment', 14, 200)).toBe('payment');
    const cut = fitted('a service with a long name', 14, 80);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut, 14)).toBeLessThanOrEqual(80);
  });
});

describe('a drawing', () => {
  test('at 34 ms has one message on its way and nothing of what comes later', () => {
    const { drawing, frame, lanes } = drawn(34_000);
    expect(drawing.arrows.map((a) => [a.status, a.shape])).toEqual([['moving', 'square']]);
    const { heading } = drawing.arrows[0] ?? {};
    expect(heading).toMatchObject({ left: 10_000, arrives: 60_000, fromY: lanes.lanes[0]?.y });
    expect(drawing.calls[0]).toMatchObject({ x1: frame.x(10_000), x2: null, outcome: 'open' });
    expect(drawing.timers[0]).toMatchObject({ how: 'running', dueX: frame.x(210_000) });
  });

  test('keeps what was lost, with its cross where it was lost', () => {
    const variant = { script: [{ at: 84_000, command: { verb: 'cut', links: both } }] } as unknown as Variant;
    const { drawing, frame, lanes } = drawn(400_000, variant);
    const lost = drawing.arrows.find((a) => a.status === 'dropped');
    const [browser, payment] = lanes.lanes.map((l) => l.y) as [number, number];
    expect(lost?.points.at(-1)?.[0]).toBeCloseTo(frame.x(84_000));
    expect(lost?.points.at(-1)?.[1]).toBeCloseTo(payment + (browser - payment) * 0.48);
    expect(drawing.bands).toHaveLength(1);
    expect(drawing.labels.map((l) => l.text)).toEqual(
      expect.arrayContaining(['cut', 'lost', 'charge 10: unknown']),
    );
  });

  test('shows the window and no more', () => {
    const { drawing, frame } = drawn(1_990_000, {
      workload: Array.from({ length: 12 }, (_, i) => ({
        at: i * 160_000,
        node: 'browser',
        op: { f: 'charge', value: 1 },
      })),
    } as unknown as Variant);
    expect(drawing.arrows.length).toBeLessThan(12);
    for (const arrow of drawing.arrows) {
      expect(arrow.points.at(-1)?.[0]).toBeGreaterThanOrEqual(frame.left - 1);
    }
  });

  test('of a crowd is a texture without names', () => {
    const busy = {
      ...sample,
      pace: 2_000_000,
      links: [{ between: ['browser', 'payment'], rules: { latency: { profile: 'constant', us: 400 } } }],
      workload: Array.from({ length: 600 }, (_, i) => ({
        at: i * 1000,
        node: 'browser',
        op: { f: 'charge', value: 1 },
      })),
    } as unknown as typeof sample;
    const { drawing } = drawn(900_000, {}, 640, busy);
    expect(drawing.arrows.length).toBeGreaterThan(CROWD);
    expect(drawing.crowded).toBe(true);
    expect(drawing.labels).toEqual([]);
  });
});
