// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, test } from 'vitest';
import { Player } from '#/player';
import {
  type Statechart as Chart,
  loadProtocol,
  nodeId,
  scenarioLoaders,
  scenario as schema,
} from '#/scenarios';
import { textWidth } from '../network/type-setting';
import { RunProvider } from '../run';
import { type ChartLayout, chartLayout, LINE, SMALL } from './layout';
import { movesOf } from './moves';
import { Statechart } from './Statechart';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const module = await loadProtocol('service');
const service = schema.parse(await scenarioLoaders.service());
const [chart] = module.statecharts as [Chart];
const still = { request: () => 0, cancel: () => {} };
const player = (seed: number, knobs = {}) =>
  new Player({
    scenario: service,
    module,
    ticker: still,
    variant: { seed, knobs: { breaker: true, rate: 45, ...knobs } },
  });

let unmount = () => {};
afterEach(() => unmount());

function mounted(run: Player) {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  act(() => root.render(<RunProvider value={run}>{<Statechart chart={chart} />}</RunProvider>));
  unmount = () => {
    act(() => root.unmount());
    container.remove();
    unmount = () => {};
  };
  return container;
}

const all = (within: Element, selector: string, key: string) =>
  [...within.querySelectorAll(selector)].map((e) => e.getAttribute(key));

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
const meets = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const labelBoxes = ({ ways }: ChartLayout): Box[] =>
  ways.map(({ lines, x, y }) => {
    const width = Math.max(...lines.map((text) => textWidth(text, SMALL)));
    return { x: x - width / 2, y: y - 12, width, height: lines.length * LINE };
  });

describe('the drawing of the breaker', () => {
  const layout = chartLayout(chart.graph);

  test('has every way of the machine once: in its state where it ends there, as an arrow otherwise', () => {
    const drawn = [
      ...layout.ways.map(({ way }) => way.id),
      ...layout.states.flatMap(({ inside }) => inside.map(({ way }) => way.id)),
    ];
    expect(drawn.sort()).toEqual(chart.graph.ways.map(({ id }) => id).sort());
    expect(layout.ways).toHaveLength(4);
    expect(layout.states.filter(({ initial }) => initial).map(({ id }) => id)).toEqual(['closed']);
  });

  test('fits on a phone, and no word lies over another or over a state', () => {
    expect(layout.width).toBeLessThanOrEqual(300);
    const boxes = [...layout.states, ...labelBoxes(layout)];
    for (const [i, a] of boxes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(0);
      expect(a.x + a.width).toBeLessThanOrEqual(layout.width);
      for (const b of boxes.slice(i + 1)) expect(meets(a, b)).toBe(false);
    }
  });
});

describe('the machine on the page', () => {
  test('stands where the run’s stands, at every event of runs that take all of its ways', () => {
    const taken = new Set<string>();
    for (const seed of [1, 2, 3]) {
      const run = player(seed);
      const container = mounted(run);
      for (let i = 0; i < 900; i++) {
        act(() => run.step());
        const [machine] = chart.standing(run.view());
        expect(all(container, '[data-now=true]', 'data-state')).toEqual([machine?.state]);
        const marked = all(container, '[data-taken=true]', 'data-way');
        expect(marked).toEqual(machine?.taken ? [machine.taken.way] : []);
        for (const way of marked) taken.add(way ?? '');
      }
      unmount();
    }
    expect([...taken].sort()).toEqual(chart.graph.ways.map(({ id }) => id).sort());
  });

  test('is said in words, and each of its moves leads back to its moment', () => {
    const run = player(24);
    act(() => run.seek(7_300_000));
    const container = mounted(run);
    const current = container.querySelector('[aria-current=true]')?.textContent ?? '';
    const [machine] = chart.standing(run.view());
    expect(current).toContain(`${machine?.state} (now): on `);
    const buttons = [...container.querySelectorAll<HTMLButtonElement>('ol button')];
    const [latest] = movesOf(chart, run.trace(), nodeId('client'), 1);
    expect(buttons.length).toBeGreaterThan(1);
    expect(buttons[0]?.textContent).toContain(`${latest?.from} → ${latest?.to}`);
    act(() => buttons[1]?.click());
    const [then] = movesOf(chart, run.trace(), nodeId('client'), 1);
    expect(run.now()).toBe(then?.at);
    expect(all(container, '[data-now=true]', 'data-state')).toEqual([then?.to]);
  });

  test('is not there where nobody asks it', () => {
    expect(mounted(player(24, { breaker: false })).textContent).toBe('');
  });
});
