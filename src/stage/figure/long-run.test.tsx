// @vitest-environment happy-dom
import { act } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Player } from '#/player';
import { loadProtocol, type Scenario, scenarioLoaders, scenario as schema } from '#/scenarios';
import type { Run } from '../run';
import { Figure } from './Figure';
import { fetchPanels } from './LaterPanel';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const load = scenarioLoaders.cascading as () => Promise<unknown>;
const scenario = schema.parse(await load()) as Scenario;
const module = await loadProtocol(scenario.protocol);

/** Frames that come when the test says so, a sixtieth of a second apart. */
let waiting: ((ms: number) => void) | null = null;
let now = 0;
const ticker = {
  request: (callback: (ms: number) => void) => {
    waiting = callback;
    return 1;
  },
  cancel: () => {
    waiting = null;
  },
};
function frames(count: number): void {
  for (let i = 0; i < count && waiting; i++) {
    const callback = waiting;
    waiting = null;
    now += 1000 / 60;
    act(() => callback(now));
  }
}

let unmount = () => {};
afterEach(() => unmount());
beforeEach(() => {
  HTMLElement.prototype.showPopover ??= () => {};
  HTMLElement.prototype.hidePopover ??= () => {};
});

async function mounted(): Promise<{ run: Player & Run; box: HTMLElement; problems: unknown[] }> {
  // A part of a second is kept, so that there is a past that is not.
  const run: Player & Run = new Player({ scenario, module, ticker, opening: { atUs: 0 }, keep: 10_000 });
  await run.measuring();
  await fetchPanels();
  const box = document.createElement('div');
  box.innerHTML = renderToString(<Figure run={run} />);
  document.body.append(box);
  const problems: unknown[] = [];
  let root: ReturnType<typeof hydrateRoot> | undefined;
  await act(async () => {
    root = hydrateRoot(box, <Figure run={run} />, { onRecoverableError: (error) => problems.push(error) });
  });
  unmount = () => {
    act(() => root?.unmount());
    box.remove();
  };
  return { run, box, problems };
}

const press = (box: Element, name: string) => {
  const found = [...box.querySelectorAll('button')].find((b) => b.textContent?.trim() === name);
  if (!found) throw new Error(`No button is called ${name}.`);
  act(() => found.click());
};
const part = (box: Element, name: string) => box.querySelector(`[data-part=${name}]`)?.textContent ?? '';

test('a far moment is run to in sight of the reader, who may stop it', async () => {
  const { run, box, problems } = await mounted();
  expect(problems).toEqual([]);
  act(() => run.seek(20_000_000));
  expect(part(box, 'readout')).toMatch(/, running to 20 s$/);
  frames(12);
  const reached = run.now();
  expect(reached).toBeGreaterThan(0);
  expect(reached).toBeLessThan(20_000_000);
  press(box, 'Stop');
  expect(part(box, 'readout')).toMatch(/, normal$/);
  expect(run.now()).toBeGreaterThanOrEqual(Math.floor(reached));
  expect(run.store.getState().mode).toBe('paused');
  frames(5);
  expect(run.now()).toBe(run.store.getState().at);
});

test('what is too busy for arrows is counted, and what is no longer kept is said to be so', async () => {
  const { run, box } = await mounted();
  act(() => run.play());
  frames(90);
  act(() => run.pause());
  expect(box.querySelectorAll('[data-skyline]')).toHaveLength(scenario.nodes.length);
  expect(box.querySelector('[data-skyline=database] path')?.getAttribute('d')).not.toBe('');
  expect(box.querySelectorAll('[data-gap]')).toHaveLength(0);
  press(box, 'Table');
  const [first] = run.trace();
  expect(first?.id).toBeGreaterThan(0);
  expect(part(box, 'events')).toContain(`those before ${(first?.id ?? 0) + 1} are no longer kept`);
  // The cause of the first that is kept lies before it.
  press(box, 'Inspector');
  const early = run.trace().find((e) => e.cause >= 0 && e.cause < (first?.id ?? 0));
  act(() => run.select({ on: 'entry', id: early?.id ?? -1 }));
  expect(box.textContent).toContain(`Because of event ${(early?.cause ?? 0) + 1}, before what is kept`);
  press(box, 'Go there');
  expect(run.store.getState().selection).toEqual({ on: 'entry', id: early?.cause });
  expect(run.trace().at(-1)?.event).toBe(run.store.getState().index);
});

test('in the past it can be acted in: a branch shows its own future, and undoing leads back', async () => {
  const { run, box } = await mounted();
  act(() => run.play());
  frames(60);
  act(() => run.seek(400_000));
  const before = run.view().digest;
  act(() => {
    run.act({ verb: 'crash', node: scenario.nodes[4]?.id as never, disk: 'kept' });
  });
  expect(run.store.getState().branch).toBe(1);
  act(() => run.play());
  frames(30);
  act(() => run.pause());
  expect(box.querySelector('[data-lane=crashed]')).not.toBeNull();
  expect(run.metrics()?.stretches.length).toBe(Math.floor(run.now() / 500_000));
  act(() => run.undo());
  expect(run.store.getState().branch).toBe(0);
  act(() => run.seek(400_000));
  expect(run.view().digest).toBe(before);
});
