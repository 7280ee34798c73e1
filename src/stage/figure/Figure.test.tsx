// @vitest-environment happy-dom
import { act, Profiler } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Player } from '#/player';
import { loadProtocol } from '#/scenarios';
import type { Run } from '../run';
import { sample } from '../sample.fixture';
import { Figure, type FigureProps } from './Figure';
import { fetchPanels } from './LaterPanel';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const module = await loadProtocol('rpc');
const both = [
  { from: 'browser', to: 'payment' },
  { from: 'payment', to: 'browser' },
];

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

const frames = new Frames();
const newPlayer = (scenario = sample): Player & Run => new Player({ scenario, module, ticker: frames });

let unmount = () => {};
afterEach(() => unmount());
beforeEach(() => {
  // happy-dom has no popovers; their being open is not the business of these tests.
  HTMLElement.prototype.showPopover ??= () => {};
  HTMLElement.prototype.hidePopover ??= () => {};
});

function mounted(run: Run, props: Partial<FigureProps> = {}, rendered: () => void = () => {}) {
  const page = (
    <Profiler id="figure" onRender={rendered}>
      <Figure run={run} {...props} />
    </Profiler>
  );
  const container = document.createElement('div');
  container.innerHTML = renderToString(page);
  document.body.append(container);
  const problems: unknown[] = [];
  let root: ReturnType<typeof hydrateRoot> | undefined;
  act(() => {
    root = hydrateRoot(container, page, { onRecoverableError: (error) => problems.push(error) });
  });
  unmount = () => {
    act(() => root?.unmount());
    container.remove();
    unmount = () => {};
  };
  const one = <E extends Element = HTMLElement>(selector: string): E => {
    const found = container.querySelector<E>(selector);
    if (!found) throw new Error(`Nothing matches ${selector}.`);
    return found;
  };
  const button = (name: string) => {
    const found = [...container.querySelectorAll('button')].find(
      (b) => (b.getAttribute('aria-label') ?? b.textContent ?? '').trim() === name,
    );
    if (!found) throw new Error(`No button is called ${name}.`);
    return found;
  };
  const press = (element: Element, key: string, extra: object = {}) =>
    act(() => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...extra }));
    });
  const click = (element: HTMLElement) => act(() => element.click());
  return { container, problems, one, button, press, click };
}

describe('a figure', () => {
  test('is written by a server without styles, and taken over without a change', () => {
    for (const size of ['compact', 'lesson', 'full'] as const) {
      const { container, problems } = mounted(newPlayer(), { size });
      expect(problems).toEqual([]);
      const html = renderToString(<Figure run={newPlayer()} size={size} />);
      expect(html).not.toMatch(/\sstyle=/);
      expect(html).toContain('charge 10');
      expect(container.querySelectorAll('[data-part=time-bar]')).toHaveLength(1);
      unmount();
    }
  });

  test('moves the head, the cursor and the message on each frame without a render', () => {
    const run = newPlayer();
    let renders = 0;
    const { one } = mounted(run, {}, () => renders++);
    const token = () => one<SVGGElement>('[data-token]').getAttribute('transform');
    const clip = () =>
      one<SVGRectElement>('[data-part=tape] clipPath:last-of-type rect').getAttribute('width');
    act(() => run.play());
    act(() => frames.next());
    renders = 0;
    const seen = new Set<string>();
    // 15 frames of a quarter of a second at 80 ms a second: from 34 to 54 ms, before anything happens.
    for (let i = 0; i < 15; i++) {
      act(() => frames.next());
      seen.add(`${token()} ${clip()} ${one<HTMLInputElement>('input[type=range]').value}`);
    }
    expect(seen.size).toBe(15);
    expect(renders).toBe(0);
    // The canary: the delivery at 60 ms is passed within the next frames, and that is drawn by React.
    for (let i = 0; i < 10; i++) act(() => frames.next());
    expect(renders).toBeGreaterThan(0);
    expect(run.store.getState().index).toBeGreaterThan(1);
  });

  test('renders at most once for each event, however many frames pass', () => {
    const run = newPlayer();
    let renders = 0;
    mounted(run, {}, () => renders++);
    act(() => run.play());
    act(() => frames.next());
    renders = 0;
    const from = run.store.getState().index;
    for (let i = 0; i < 60; i++) act(() => frames.next());
    const events = run.store.getState().index - from;
    expect(events).toBeGreaterThan(0);
    expect(renders).toBeLessThanOrEqual(events + 1);
  });

  test('leaves out what it is told to, and with it what locked hands could do', () => {
    const { container } = mounted(newPlayer(), { locked: true, hide: ['tape', 'ledger'] });
    expect(container.querySelector('[data-part=tape]')).toBeNull();
    expect(container.querySelector('[data-part=ledger]')).toBeNull();
    expect(container.querySelector('[data-part=truth]')).not.toBeNull();
    expect(container.textContent).not.toContain('Cut the link');
    expect(container.textContent).not.toContain('In flight');
  });

  test('has one obvious thing to press', () => {
    const primaries = (props: Partial<FigureProps>) => {
      const { container } = mounted(newPlayer(), props);
      const found = [...container.querySelectorAll('button')]
        .filter((b) => /primary/.test(b.className))
        .map((b) => b.textContent);
      unmount();
      return found;
    };
    expect(primaries({})).toEqual(['Cut the link']);
    expect(primaries({ locked: true })).toEqual(['Play']);
  });
});

describe('the time bar', () => {
  test('steps, goes back, plays and says where the head is', () => {
    const run = newPlayer();
    const { one, button, click } = mounted(run);
    const range = one<HTMLInputElement>('input[type=range]');
    expect(range.getAttribute('aria-valuetext')).toBe('34 milliseconds, 1 event');
    click(button('Step'));
    expect(run.now()).toBe(60_000);
    expect(range.value).toBe('60000');
    expect(one('[data-part=readout]').textContent).toBe('60 ms, normal');
    click(button('Back'));
    expect(run.now()).toBe(10_000);
    click(button('Play'));
    expect(run.store.getState().mode).toBe('playing');
    click(button('Pause'));
    expect(run.store.getState().mode).toBe('paused');
  });

  test('the line of time goes event by event, ten at a time, and to the ends', () => {
    const run = newPlayer();
    const { one, press } = mounted(run);
    const range = one('input[type=range]');
    press(range, 'ArrowRight');
    expect(run.now()).toBe(60_000);
    press(range, 'Home');
    expect(run.now()).toBe(0);
    press(range, 'PageUp');
    expect(run.now()).toBe(110_000);
    press(range, 'ArrowLeft');
    expect(run.now()).toBe(60_000);
    press(range, 'End');
    expect(run.now()).toBe(110_000);
  });

  test('dragging the head seeks, and letting go settles', () => {
    const run = newPlayer();
    const { one } = mounted(run);
    const range = one<HTMLInputElement>('input[type=range]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    act(() => void range.dispatchEvent(new Event('pointerdown', { bubbles: true })));
    act(() => {
      set?.call(range, '84000');
      range.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect([run.now(), run.store.getState().mode]).toEqual([84_000, 'seeking']);
    act(() => void range.dispatchEvent(new Event('pointerup', { bubbles: true })));
    expect(run.store.getState().mode).toBe('paused');
  });

  test('keys work inside the figure and nowhere else', () => {
    const run = newPlayer();
    const { one, press, button } = mounted(run);
    press(document.body, 'ArrowRight');
    expect(run.now()).toBe(34_000);
    press(one('[data-part=figure]'), 'ArrowRight');
    expect(run.now()).toBe(60_000);
    press(button('Back'), ' ');
    expect(run.store.getState().mode).toBe('paused');
    press(one('[data-part=figure]'), ' ');
    expect(run.store.getState().mode).toBe('playing');
    act(() => run.pause());
    act(() => void run.act({ verb: 'cut', links: both } as never));
    press(one('[data-part=figure]'), 'z', { ctrlKey: true });
    expect(run.view().links.some((l) => l.cut)).toBe(false);
  });
});

describe('what is beside the picture', () => {
  test('the log is a way back to each moment, and is silent by itself', () => {
    const run = newPlayer();
    act(() => run.runUntil('end'));
    const { one, container, click } = mounted(run);
    const log = one('[role=log]');
    expect(log.getAttribute('aria-live')).toBe('off');
    const lines = [...log.querySelectorAll('button')].map((b) => b.textContent);
    expect(lines.at(-1)).toBe('110 ms Call 1 of browser ends: its code saw the answer 10, and it happened.');
    const arrival = [...log.querySelectorAll('button')].find((b) => b.dataset.type === 'delivered');
    click(arrival as HTMLElement);
    expect(run.now()).toBe(60_000);
    expect(run.store.getState().selection).toMatchObject({ on: 'entry' });
    expect(container.querySelector('[role=log] [aria-pressed=true]')).not.toBeNull();
  });

  test('the ledger adds up on both sides', () => {
    const run = newPlayer();
    const { one } = mounted(run);
    const of = (key: string) => Number(one(`[data-ledger=${key}]`).textContent);
    for (let i = 0; i < 4; i++) {
      expect(of('sent') + of('duplicated')).toBe(
        of('delivered') + of('inFlight') + of('held') + of('dropped'),
      );
      act(() => run.step());
    }
    expect(of('sent')).toBe(2);
  });

  test('acting in the past makes a branch that is named, kept and compared', async () => {
    const run = newPlayer();
    act(() => run.runUntil('end'));
    act(() => run.seek(84_000));
    act(() => void run.act({ verb: 'cut', links: both } as never));
    act(() => run.runUntil('end'));
    const { container, button, click, one } = mounted(run);
    click(
      [...container.querySelectorAll<HTMLElement>('[role=tab]')].find(
        (t) => t.textContent === 'Branches',
      ) as HTMLElement,
    );
    await act(fetchPanels);
    const list = one('[data-part=branches] ol');
    expect(list.textContent).toContain('Cut browser–payment at 84 ms');
    expect(list.querySelector('[aria-current]')?.textContent).toContain('Cut browser');
    click(button('Compare with: The first run'));
    act(() => run.seek(200_000));
    const parted = one('[data-parted]');
    expect(parted.textContent).toContain('84 ms');
    expect(container.querySelectorAll('[data-part=compare] [data-parting]')).toHaveLength(2);
    click(button('Show: The first run'));
    expect(run.store.getState().branch).toBe(0);
  });

  test('the table holds every entry so far', async () => {
    const run = newPlayer();
    act(() => run.runUntil('end'));
    const { container, click } = mounted(run);
    expect(container.querySelector('[data-part=events]')).toBeNull();
    click(
      [...container.querySelectorAll<HTMLElement>('[role=tab]')].find(
        (t) => t.textContent === 'Table',
      ) as HTMLElement,
    );
    await act(fetchPanels);
    expect(container.querySelectorAll('[data-part=events] tbody tr')).toHaveLength(run.trace().length);
  });
});

describe('the tape', () => {
  test('selects what is pressed, and dims what has nothing to do with it', () => {
    const run = newPlayer();
    act(() => run.runUntil('end'));
    const { one, container } = mounted(run);
    const arrow = container.querySelector('[data-part=tape] g[data-entry] path') as SVGPathElement;
    act(() => void arrow.dispatchEvent(new MouseEvent('click', { bubbles: true })));
    const entry = Number(arrow.closest('[data-entry]')?.getAttribute('data-entry'));
    expect(run.store.getState().selection).toMatchObject({ on: 'message', entry });
    const classes = [...container.querySelectorAll('[data-part=tape] [data-entry]')].map((g) =>
      g.getAttribute('class'),
    );
    expect(classes.some((c) => c?.includes('self'))).toBe(true);
    expect(classes.some((c) => c?.includes('future'))).toBe(true);
    expect(one('[role=log]').innerHTML).toContain('future');
  });

  test('shows nothing that has not happened', () => {
    const run = newPlayer();
    const { container } = mounted(run);
    expect(container.querySelectorAll('[data-part=tape] g[data-entry][class*=arrow]')).toHaveLength(1);
    expect(one(container, '[data-part=tape]').textContent).not.toContain('ledger');
    act(() => run.step());
    expect(one(container, '[data-part=tape]').textContent).toContain('ledger');
    act(() => run.back());
    expect(one(container, '[data-part=tape]').textContent).not.toContain('ledger');
  });
});

const one = (within: Element, selector: string) => within.querySelector(selector) as Element;
