// @vitest-environment happy-dom
import { act, Profiler } from 'react';
import { createRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test } from 'vitest';
import { Player } from '#/player';
import { loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import { Figure } from '../figure/Figure';
import { fetchCharts } from './LaterCharts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const module = await loadProtocol('service');
const service = schema.parse(await scenarioLoaders.service());
const hide = ['network', 'tape', 'ledger', 'log'] as const;

/** Frames that come when the test says so, a sixtieth of a second apart. */
class Frames {
  private waiting: ((ms: number) => void) | null = null;
  private ms = 0;
  request = (callback: (ms: number) => void): number => {
    this.waiting = callback;
    return 1;
  };
  cancel = (): void => {
    this.waiting = null;
  };
  next(): void {
    const callback = this.waiting;
    this.waiting = null;
    this.ms += 1000 / 60;
    callback?.(this.ms);
  }
}

let unmount = () => {};
afterEach(() => unmount());

async function mounted(atUs: number, charts?: typeof service.charts) {
  const frames = new Frames();
  const run = new Player({
    scenario: { ...service, ...(charts ? { charts } : {}) },
    module,
    opening: { atUs },
    ticker: frames,
  });
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  let renders = 0;
  await act(async () => {
    await fetchCharts();
    await run.measuring();
    root.render(
      <Profiler id="figure" onRender={() => renders++}>
        <Figure run={run} hide={hide} />
      </Profiler>,
    );
  });
  // What measures comes with a promise of its own.
  await act(async () => void (await run.measuring()));
  unmount = () => {
    act(() => root.unmount());
    run.destroy();
    container.remove();
    unmount = () => {};
  };
  const shown = () =>
    [...container.querySelectorAll('[data-chart]')].map((e) => e.getAttribute('data-chart'));
  const one = <E extends Element = HTMLElement>(selector: string): E => {
    const found = container.querySelector<E>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}.`);
    return found;
  };
  return { run, frames, container, shown, one, rendered: () => renders };
}

describe('the charts of a figure', () => {
  test('keep their place on a page that a server writes, and stand nowhere without load', async () => {
    const run = new Player({ scenario: service, module, ticker: new Frames() });
    const written = renderToString(<Figure run={run} hide={hide} />);
    expect(written).not.toContain('data-chart');
    expect(written).toMatch(/<svg aria-hidden="true" width="1" height="\d{3}"/);
    expect(written).not.toMatch(/\sstyle=/);
    const rpc = await loadProtocol('rpc');
    const call = schema.parse(await scenarioLoaders.call());
    const other = renderToString(
      <Figure run={new Player({ scenario: call, module: rpc, ticker: new Frames() })} hide={hide} />,
    );
    expect(other).not.toMatch(/<svg aria-hidden="true" width="1" height="\d{3}"/);
  });

  test('are those that the scenario names, and then those that the learner wants; never none', async () => {
    const { shown, one } = await mounted(6_000_000, ['queue', 'wasted']);
    expect(shown()).toEqual(['queue', 'wasted']);
    const press = (name: string) => act(() => one<HTMLButtonElement>(`[data-pick=${name}]`).click());
    press('rate');
    expect(shown()).toEqual(['rate', 'queue', 'wasted']);
    for (const name of ['rate', 'queue', 'wasted']) press(name);
    expect(shown()).toEqual(['wasted']);
    expect(one('[data-pick=wasted]').getAttribute('aria-disabled')).toBe('true');
  });

  test('move their cursor with each frame, and are drawn anew only when a stretch is over', async () => {
    const { run, frames, one } = await mounted(6_010_000);
    const cursor = () => one('[data-chart=rate] [data-cursor]').getAttribute('transform');
    const drawn = () => one('[data-chart=rate] [data-line=called]').getAttribute('d');
    act(() => run.play());
    act(() => frames.next());
    const first = drawn();
    const [cursors, lines] = [new Set<string | null>(), new Set<string | null>()];
    // A frame is a hundred and twentieth of a second of this run, a stretch a fifth.
    for (let i = 0; i < 18; i++) {
      act(() => frames.next());
      cursors.add(cursor());
      lines.add(drawn());
    }
    expect(run.now()).toBeLessThan(6_200_000);
    expect(cursors.size).toBe(18);
    expect([...lines]).toEqual([first]);
    for (let i = 0; i < 40; i++) act(() => frames.next());
    expect(run.now()).toBeGreaterThan(6_200_000);
    expect(drawn()).not.toBe(first);
  });

  test('show nothing of what is still to come, also when one has been there', async () => {
    const { run, one } = await mounted(6_000_000);
    const drawn = () => one('[data-chart=queue] [data-line=service]').getAttribute('d');
    const early = drawn();
    act(() => run.seek(6_900_000));
    expect(drawn()?.startsWith(early ?? '?')).toBe(true);
    expect(drawn()).not.toBe(early);
    act(() => run.seek(6_000_000));
    expect(drawn()).toBe(early);
  });

  test('say where they stand, and each is a table at a press', async () => {
    const { run, one, container } = await mounted(6_000_000);
    const chart = one('[data-chart=saturation]');
    expect(chart.textContent).toMatch(/Saturation in the 200 ms up to 6,000 ms: service \d+ %\./);
    expect(container.textContent).toContain('Done to the world so far: The service slows down, at 5,000 ms.');
    expect(container.querySelector('table')).toBeNull();
    const button = chart.querySelector('button') as HTMLButtonElement;
    act(() => button.click());
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(chart.querySelector('caption')?.textContent).toContain('% of the workers’ time');
    expect(chart.querySelectorAll('tbody tr')).toHaveLength(30);
    act(() => run.seek(15_000_000));
    expect(chart.querySelectorAll('tbody tr').length).toBeLessThanOrEqual(60);
    expect(chart.querySelector('caption')?.textContent).toContain('Each row is 400 ms');
  });

  test('are a way to any moment: a press goes there, a drag takes the cursor along', async () => {
    const { run, one } = await mounted(6_000_000);
    const plot = one<SVGSVGElement>('[data-chart=rate] [data-plot]');
    const stack = plot.closest('[data-part=charts] > div') as HTMLElement;
    plot.getBoundingClientRect = () => ({ left: 0, width: 640 }) as DOMRect;
    stack.setPointerCapture = () => {};
    const point = (type: string, x: number) =>
      act(() => {
        plot.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x, pointerId: 1, button: 0 }));
      });
    point('pointerdown', 300);
    point('pointerup', 300);
    const pressed = run.now();
    expect(pressed).not.toBe(6_000_000);
    expect(run.store.getState().mode).toBe('paused');
    point('pointerdown', 300);
    point('pointermove', 340);
    expect(run.now()).toBeGreaterThan(pressed);
    expect(run.store.getState().mode).toBe('seeking');
    point('pointercancel', 340);
    expect(run.now()).toBe(pressed);
  });
});
