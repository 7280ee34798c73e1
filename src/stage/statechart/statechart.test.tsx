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
  test('stands where the run’s stands, at every event of a run that takes all of its ways', () => {
    const taken = new Set<string>();
    const run = player(4, { rate: 30 });
    act(() => run.start());
    const container = mounted(run);
    for (let i = 0; i < 400; i++) {
      act(() => run.step());
      const [machine] = chart.standing(run.view());
      expect(all(container, '[data-now=true]', 'data-state')).toEqual([machine?.state]);
      const marked = all(container, '[data-taken=true]', 'data-way');
      expect(marked).toEqual(machine?.taken ? [machine.taken.way] : []);
      for (const way of marked) taken.add(way ?? '');
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

  test('of a run whose beginning is not kept, its early moves are known by the stretch', async () => {
    const run = player(24);
    act(() => run.seek(7_300_000));
    await run.measuring();
    const [trace, node] = [run.trace(), nodeId('client')];
    const all = movesOf(chart, trace, node, 99);
    const kept = trace.slice(trace.findIndex(({ at }) => at >= 6_000_000));
    const told = movesOf(chart, kept, node, 99, run.metrics());
    expect(told.slice(0, 2)).toEqual(all.slice(0, 2));
    const early = told.filter(({ entry }) => entry === null);
    expect(early.length).toBeGreaterThan(0);
    for (const { at, to } of early) {
      expect(all.some((move) => move.to === to && move.at <= at && move.at >= at - 200_000)).toBe(true);
    }
    // Without its load it is not said where it came from.
    expect(movesOf(chart, kept, node, 99).at(-1)?.from).toBeNull();
  });

  test('is not there where nobody asks it', () => {
    expect(mounted(player(24, { breaker: false })).textContent).toBe('');
  });
});
