import { describe, expect, test } from 'vitest';
import type { MessageView, NodeView, Scenario, View } from '#/scenarios';
import { sample } from '../sample.fixture';
import { overlap, within } from './boxes';
import { cutMarks } from './cuts';
import { labelsOf } from './labels';
import { layoutOf } from './layout';
import { distance } from './track';
import { textWidth, wrapped } from './type-setting';

const ids = (n: number) => 'ABCDEFG'.slice(0, n).split('');
type Shape = 'ring' | 'row';

function scenarioOf(n: number, shape: Shape): Scenario {
  const nodes = ids(n).map((id, i) => {
    const turn = -Math.PI / 2 + (i / n) * 2 * Math.PI;
    return shape === 'row'
      ? { id, role: 'node', x: 14 + (72 * i) / Math.max(1, n - 1), y: 50 }
      : { id, role: 'node', x: 50 + 38 * Math.cos(turn), y: 50 + 40 * Math.sin(turn) };
  });
  const links = ids(n).flatMap((a, i) =>
    ids(n)
      .slice(i + 1)
      .map((b) => ({ between: [a, b] })),
  );
  return { ...sample, nodes, links } as unknown as Scenario;
}

function viewOf(scenario: Scenario, words: string, cut: (from: string, to: string) => boolean): View {
  const nodes = scenario.nodes.map(
    (n, i) =>
      ({
        ...{ id: n.id, role: n.role, status: i === 1 ? 'crashed' : i === 2 ? 'paused' : 'running' },
        ...{ armed: null, words, emphasis: 'outline', facts: [], state: null, durable: {}, timers: [] },
        ...{ wall: i === 0 ? 12_000 : 0, monotonic: 0, offsetUs: 0, driftPpm: 0, factor: i === 0 ? 4 : 1 },
        ...{ open: null, waiting: 0 },
      }) as unknown as NodeView,
  );
  const links = scenario.links.flatMap(({ between: [a, b] }) =>
    [
      { from: a, to: b },
      { from: b, to: a },
    ].map((l) => ({ ...l, cut: cut(l.from, l.to), rules: {} })),
  );
  const messages: MessageView[] = [];
  return { index: 0, at: 0, entries: 0, digest: 0, nodes, links, messages, params: {} } as unknown as View;
}

const cuts: Record<string, (from: string, to: string) => boolean> = {
  'nothing cut': () => false,
  'A cut off': (from, to) => (from === 'A') !== (to === 'A'),
  'A and B cut off': (from, to) => 'AB'.includes(from) !== 'AB'.includes(to),
  'one link cut': (from, to) => [from, to].sort().join('') === 'AB',
  'one way cut': (from, to) => from === 'A' && to === 'B',
  'everything cut': () => true,
};

/** The same with names that do not fit their discs. */
const longNames = (scenario: Scenario): Scenario => ({
  ...scenario,
  nodes: scenario.nodes.map((n) => ({ ...n, label: `payment service ${n.id}` })),
});

const layouts = [2, 3, 4, 5, 6, 7].flatMap((n) =>
  (['ring', 'row'] as const)
    // More than four in a row is not a network one would draw.
    .filter((shape) => shape === 'ring' || n <= 4)
    .flatMap((shape) => [320, 360, 560, 720].map((width) => ({ n, shape, width }))),
);

describe.each(layouts)('$n nodes in a $shape, $width wide', ({ n, shape, width }) => {
  const scenario = scenarioOf(n, shape);
  const layout = layoutOf(scenario, width);

  test('discs stand apart and in the picture', () => {
    layout.nodes.forEach((a, i) => {
      const disc = {
        x: a.x - layout.radius,
        y: a.y - layout.radius,
        width: 2 * layout.radius,
        height: 2 * layout.radius,
      };
      expect(within(disc, layout.width, layout.height)).toBe(true);
      for (const b of layout.nodes.slice(i + 1))
        expect(distance(a, b)).toBeGreaterThan(2 * layout.radius + 4);
    });
  });

  test.each(Object.keys(cuts))('no two labels overlap: %s', (name) => {
    for (const words of ['leader, term 3', 'waiting for the second answer of three', 'ok']) {
      const view = viewOf(scenario, words, cuts[name] ?? (() => false));
      const labels = labelsOf(layout, view, cutMarks(layout, view));
      expect(labels.filter((l) => l.what === 'words')).toHaveLength(n);
      labels.forEach((a, i) => {
        expect(within(a.box, layout.width, layout.height), `${a.key} leaves the picture`).toBe(true);
        for (const b of labels.slice(i + 1))
          expect(overlap(a.box, b.box), `${a.key} on ${b.key}`).toBe(false);
      });
    }
  });

  test('nor do they where names are long', () => {
    const long = longNames(scenario);
    const wide = layoutOf(long, width);
    const view = viewOf(long, 'waiting for the second answer of three', () => false);
    const labels = labelsOf(wide, view, []);
    labels.forEach((a, i) => {
      expect(within(a.box, wide.width, wide.height), `${a.key} leaves the picture`).toBe(true);
      for (const b of labels.slice(i + 1)) expect(overlap(a.box, b.box), `${a.key} on ${b.key}`).toBe(false);
    });
  });
});

test('boxes that overlap are seen to overlap', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 };
  expect(overlap(box, { ...box, x: 9 })).toBe(true);
  expect(overlap(box, { ...box, x: 11 })).toBe(false);
  expect(overlap(box, { ...box, x: 11 }, 2)).toBe(true);
  expect(within(box, 9, 20)).toBe(false);
});

describe('words', () => {
  test('break between words, and end in an ellipsis when there is too much', () => {
    expect(wrapped('leader, term 3', 200, 2)).toEqual(['leader, term 3']);
    expect(wrapped('leader, term 3', 60, 2)).toEqual(['leader,', 'term 3']);
    const [, last] = wrapped('waiting for the second answer of three', 80, 2);
    expect(last).toMatch(/…$/);
    expect(textWidth(last ?? '')).toBeLessThanOrEqual(80);
  });
});

describe('cuts', () => {
  const scenario = scenarioOf(5, 'ring');
  const layout = layoutOf(scenario, 640);
  const marksFor = (name: string) => cutMarks(layout, viewOf(scenario, 'ok', cuts[name] ?? (() => false)));

  test('that part the network are one line that says so', () => {
    expect(marksFor('A and B cut off').map((m) => m.words[0])).toEqual(['partition']);
  });

  test('of one link are a bar, of one direction half a bar with its direction', () => {
    expect(marksFor('one link cut').map((m) => [m.words[0], m.arrow !== null])).toEqual([['cut', false]]);
    expect(marksFor('one way cut').map((m) => [m.words[0], m.arrow !== null])).toEqual([['A → B cut', true]]);
    expect(marksFor('nothing cut')).toEqual([]);
  });

  test('a line is not drawn across a link that is whole', () => {
    const most = cutMarks(
      layout,
      viewOf(
        scenario,
        'ok',
        (from, to) => (from === 'A') !== (to === 'A') && !'C'.includes(from + to) && from + to !== 'AC',
      ),
    );
    expect(most.every((m) => m.words[0] !== 'partition')).toBe(true);
  });
});
