// @vitest-environment happy-dom
import { act, Profiler } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Player } from '#/player';
import { loadProtocol } from '#/scenarios';
import { Actions, InFlight, Knobs, PartitionForm } from '../controls';
import { Inspector } from '../inspector';
import { type Run, RunProvider } from '../run';
import { sample } from '../sample.fixture';
import { Network } from './Network';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const module = await loadProtocol('rpc');
const scenario = sample;

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
const newPlayer = (): Player & Run => new Player({ scenario, module, ticker: frames });

function page(run: Run, rendered: () => void = () => {}) {
  return (
    <RunProvider value={run}>
      <Profiler id="figure" onRender={rendered}>
        <Network />
        <Inspector />
        <InFlight />
        <PartitionForm />
        <Actions />
        <Knobs knobs={scenario.knobs.map((knob) => ({ knob, value: knob.default, turn: () => {} }))} />
      </Profiler>
    </RunProvider>
  );
}

let unmount = () => {};
afterEach(() => unmount());
beforeEach(() => {
  // The dialog and the popovers of the browser are not the business of these tests.
  HTMLElement.prototype.showPopover ??= () => {};
  HTMLElement.prototype.hidePopover ??= () => {};
});

function mounted(run: Run, rendered?: () => void) {
  const container = document.createElement('div');
  container.innerHTML = renderToString(page(run));
  document.body.append(container);
  const problems: unknown[] = [];
  let root: ReturnType<typeof hydrateRoot> | undefined;
  act(() => {
    root = hydrateRoot(container, page(run, rendered), { onRecoverableError: (e) => problems.push(e) });
  });
  unmount = () => {
    act(() => root?.unmount());
    container.remove();
    unmount = () => {};
  };
  const button = (name: RegExp) => {
    const found = [...container.querySelectorAll('button')].find((b) =>
      name.test(b.getAttribute('aria-label') ?? b.textContent ?? ''),
    );
    if (!found) throw new Error(`No button is called ${name}.`);
    return found;
  };
  const tokens = () =>
    [...container.querySelectorAll<SVGGElement>('[data-tokens] > g')].filter(
      (g) => !g.hasAttribute('display'),
    );
  return { container, problems, button, tokens };
}

function press(element: HTMLElement, key: string): void {
  act(() => {
    element.focus();
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
}

describe('the prerendered network', () => {
  test('has no style attribute, and its token stands where the opening moment puts it', () => {
    const html = renderToString(page(newPlayer()));
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).toMatch(/<g class="[^"]*token[^"]*" transform="translate\([\d.]+ [\d.]+\)"/);
    expect(html).toContain('CHG');
  });

  test('is taken over without a difference, and its ids are those of its figure', () => {
    const { problems, container } = mounted(newPlayer());
    expect(problems).toEqual([]);
    const ids = [...container.querySelectorAll('[id]')].map((e) => e.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a picture whose width is not known yet', () => {
  const pictures = (html: string) =>
    [...html.matchAll(/viewBox="0 0 (\d+) \d+" width="100%"/g)].map((m) => m[1]);

  test('is written for a column and for a telephone, and is one once it has been measured', () => {
    expect(pictures(renderToString(page(newPlayer())))).toEqual(['640', '328']);
    const { container } = mounted(newPlayer());
    expect(pictures(container.innerHTML)).toEqual(['640']);
  });
});

describe('playing', () => {
  test('moves the token on every frame, and React renders only when something happens', () => {
    const run = newPlayer();
    const rendered = vi.fn();
    const { tokens } = mounted(run, rendered);
    act(() => run.seek(12_000));
    act(() => run.setSpeed(0));
    act(() => run.play());
    act(() => frames.next());
    const before = rendered.mock.calls.length;
    const places = new Set<string>();
    for (let i = 0; i < 60; i++) {
      frames.next();
      places.add(tokens()[0]?.style.transform ?? '');
    }
    expect(run.view().at).toBe(10_000);
    expect(places.size).toBe(60);
    expect(rendered.mock.calls.length).toBe(before);
    // The next event is drawn: the message arrives.
    act(() => {
      for (let i = 0; i < 120; i++) frames.next();
    });
    expect(rendered.mock.calls.length).toBeGreaterThan(before);
  });

  test('shows buttons for messages only while time stands still', () => {
    const run = newPlayer();
    const { container } = mounted(run);
    const count = () => container.querySelectorAll('[data-spot=message]').length;
    expect(count()).toBe(1);
    act(() => run.play());
    expect(count()).toBe(0);
    act(() => run.pause());
    expect(count()).toBe(1);
  });

  test('draws as many tokens as there are messages, however many', () => {
    const run = newPlayer();
    const { tokens } = mounted(run);
    const message = { from: 'browser', to: 'payment', kind: 'charge', nth: 1 };
    for (let i = 0; i < 30; i++) act(() => void run.act({ verb: 'duplicate', message } as never));
    expect(tokens()).toHaveLength(31);
    act(() => run.seek(1_900_000));
    expect(tokens()).toHaveLength(0);
  });
});

describe('hands', () => {
  test('a press on a link cuts it, another mends it, and the button says which', () => {
    const run = newPlayer();
    const { button } = mounted(run);
    act(() => button(/^Cut the link between browser and payment/).click());
    expect(run.view().links.every((l) => l.cut)).toBe(true);
    act(() => button(/^Mend the link between browser and payment, which is cut/).click());
    expect(run.view().links.some((l) => l.cut)).toBe(false);
  });

  test('letters do what the menu says on the thing with the focus', () => {
    const run = newPlayer();
    const { button } = mounted(run);
    press(button(/^charge request 1 .*on its way/), 'h');
    expect(run.view().messages[0]?.status).toBe('held');
    press(button(/^charge request 1 .*held/), 'h');
    expect(run.view().messages[0]?.status).toBe('in flight');
    press(button(/^payment:/), 'c');
    expect(run.view().nodes[1]?.status).toBe('crashed');
    press(button(/^payment: down/), 'r');
    expect(run.view().nodes[1]?.status).toBe('running');
    press(button(/^charge request 1/), 'd');
    expect(run.view().messages).toEqual([]);
  });

  test('the focus is not lost with a message that goes', () => {
    const run = newPlayer();
    const { button } = mounted(run);
    press(button(/^charge request 1/), 'd');
    expect(document.activeElement?.getAttribute('data-spot')).toBe('node');
  });

  test('a letter with a modifier is the browser’s', () => {
    const run = newPlayer();
    const { button } = mounted(run);
    act(() => {
      const event = { key: 'c', ctrlKey: true, bubbles: true, cancelable: true };
      button(/^payment:/).dispatchEvent(new KeyboardEvent('keydown', event));
    });
    expect(run.view().nodes[1]?.status).toBe('running');
  });

  test('what a scenario does not allow is not offered', () => {
    const run = new Player({ scenario: { ...scenario, faults: ['drop'] }, module, ticker: frames });
    const { button } = mounted(run);
    press(button(/^payment:/), 'c');
    expect(run.view().nodes[1]?.status).toBe('running');
    act(() => button(/^The link between browser and payment/).click());
    expect(run.view().links.some((l) => l.cut)).toBe(false);
    press(button(/^charge request 1/), 'd');
    expect(run.view().messages).toEqual([]);
  });

  test('a refusal is said', () => {
    const run = newPlayer();
    const { container } = mounted(run);
    const message = { from: 'browser', to: 'payment', kind: 'charge', nth: 7 };
    act(() => void run.act({ verb: 'drop', message } as never));
    expect(container.querySelector('[role=status]')?.textContent).toContain('is not in flight now.');
  });

  test('the list does the same as the picture', () => {
    const run = newPlayer();
    const { button } = mounted(run);
    act(() => button(/^Drop: charge request 1/).click());
    expect(run.view().messages).toEqual([]);
  });
});

describe('selecting', () => {
  test('lights the message, its node and the inspector', () => {
    const run = newPlayer();
    const { button, tokens, container } = mounted(run);
    act(() => button(/^charge request 1/).focus());
    expect(run.store.getState().selection).toMatchObject({ on: 'message' });
    expect(tokens()[0]?.getAttribute('class')).toMatch(/selected/);
    expect(container.querySelector('section[aria-label^="Inspector"]')?.textContent).toContain(
      'browser → payment',
    );
    act(() => button(/^payment:/).focus());
    expect(container.querySelector('section[aria-label="Inspector: payment"]')?.textContent).toContain(
      'ledger',
    );
  });
});
