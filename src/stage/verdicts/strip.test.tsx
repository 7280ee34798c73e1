// @vitest-environment happy-dom
import { act, Profiler } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Player, stillness } from '#/player';
import { historyOf, type Judged, type ModelName, modelNames } from '#/scenarios';
import { Figure } from '../figure/Figure';
import type { Run } from '../run';
import { boxOf, meets } from '../tape/place-labels';
import { LABEL_SIZE } from '../tape/text-width';
import type { Judges, ModelVerdict, Verdicts } from './judges';
import { fetchStrip } from './LaterVerdicts';
import { module, twoClients } from './two-clients.fixture';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** A judge that says what it is told to. */
class TellingJudges implements Judges {
  private listeners = new Set<() => void>();
  private state: ReturnType<Judges['getState']> = { verdicts: null, behind: false };
  getState = () => this.state;
  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  tell(state: ReturnType<Judges['getState']>): void {
    this.state = state;
    act(() => {
      for (const listener of this.listeners) listener();
    });
  }
}

/** Alice has written 1; Bob has read 0 since. */
function verdictsOf(run: Player, told: Partial<Record<ModelName, Partial<ModelVerdict>>>): Verdicts {
  const operations = run.operations();
  const { at, branch, run: count } = run.store.getState();
  const history = historyOf('test', operations, module);
  if (!history) throw new Error('There is no history.');
  const models = modelNames.map((model): ModelVerdict => {
    const verdict: Judged = 'ok';
    return { model, verdict, reason: 'Because.', operations: [], steps: 1, ...told[model] };
  });
  return { run: count, branch, at, history, operations, models };
}
const stale = { verdict: 'violated', reason: 'Bob reads what is gone.', operations: [0, 1] } as const;

let unmount = () => {};
afterEach(() => unmount());

function mounted(at = 700_000) {
  const player = new Player({ scenario: twoClients, module, ticker: stillness });
  player.seek(at);
  const judges = new TellingJudges();
  const run: Run = Object.defineProperty(player, 'judges', { value: async () => judges });
  let renders = 0;
  const page = (
    <Profiler id="figure" onRender={() => renders++}>
      <Figure run={run} />
    </Profiler>
  );
  const container = document.createElement('div');
  const written = renderToString(page);
  container.innerHTML = written;
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
  const model = (name: ModelName) => container.querySelector(`[data-model=${name}]`) as HTMLButtonElement;
  const part = (name: string) => container.querySelector(`[data-part=${name}]`);
  const text = (name: string) => part(name)?.textContent ?? '';
  const notes = () => [...container.querySelectorAll('[data-note]')].map((g) => g.getAttribute('data-note'));
  const labels = () => [...container.querySelectorAll('[data-part=tape] text')].map((t) => t.textContent);
  return {
    written,
    container,
    player,
    judges,
    problems,
    model,
    part,
    text,
    notes,
    labels,
    renders: () => renders,
  };
}

async function fetched(at?: number) {
  const page = mounted(at);
  await act(fetchStrip);
  return page;
}

describe('a figure with operations', () => {
  test('is written by a server with its place, and taken over without a change', async () => {
    expect(mounted().written).toContain('Consistency so far: not judged yet');
    unmount();
    await fetchStrip();
    // Of two figures on a page the second may be taken over when the first has fetched the strip.
    const { written, problems, model } = mounted();
    expect(written).toContain('Consistency so far: not judged yet');
    expect(written).not.toContain('data-part="verdicts"');
    expect(problems).toEqual([]);
    expect(model('linearizable').textContent).toBe('linearizable: not judged yet');
  });

  test('labels the bars with what was asked and what came back', async () => {
    const { labels } = await fetched();
    expect(labels()).toContain('write 1');
    expect(labels()).toContain('read → 0');
  });
});

describe('the strip', () => {
  test('has a verdict for each model, by shape and word, strongest first', async () => {
    const { container, player, judges, model } = await fetched();
    judges.tell({
      verdicts: verdictsOf(player, {
        linearizable: stale,
        causal: { verdict: 'unknown' },
        'monotonic-writes': { verdict: 'not-applicable' },
      }),
      behind: false,
    });
    const buttons = [...container.querySelectorAll('[data-model]')].map((b) => b.textContent);
    expect(buttons).toEqual([
      'linearizable: violated',
      'sequential: ok',
      'causal: unknown',
      'PRAM: ok',
      'read your writes: ok',
      'monotonic reads: ok',
      'writes follow reads: ok',
    ]);
    // What does not apply has no verdict to show, and is told of in words.
    expect(container.textContent).toContain('plain reads and writes: monotonic writes.');
    const shapes = (['linearizable', 'sequential', 'causal'] as const).map(
      (name) => model(name).querySelector('svg')?.innerHTML,
    );
    expect(new Set(shapes).size).toBe(3);
  });

  test('keeps the last verdict while the next is looked for, and says of when it is', async () => {
    const { player, judges, text, model } = await fetched();
    const verdicts = verdictsOf(player, {});
    judges.tell({ verdicts, behind: false });
    expect(text('verdicts')).toContain('2 operations');
    expect(text('verdicts')).not.toContain('as of');
    judges.tell({ verdicts, behind: true });
    expect(text('verdicts')).toContain('2 operations, as of 560 ms; judging on');
    expect(model('linearizable').dataset.verdict).toBe('ok');
  });

  test('gives the reason, and marks who is to blame on the tape', async () => {
    const { player, judges, model, part, text, notes, labels } = await fetched();
    judges.tell({ verdicts: verdictsOf(player, { linearizable: stale }), behind: false });
    expect(notes()).toEqual([]);
    act(() => model('linearizable').click());
    expect(model('linearizable').getAttribute('aria-expanded')).toBe('true');
    expect(part('reason')?.id).toBe(model('linearizable').getAttribute('aria-controls'));
    expect(text('reason')).toContain('Violated. Bob reads what is gone.');
    expect(text('reason')).toContain('read → 0 by bob at 300 ms: stale by 1 write');
    expect(notes()).toEqual(['blamed', 'stale']);
    expect(labels()).toContain('stale by 1 write');
    act(() => part('reason')?.querySelector('button')?.click());
    expect(player.store.getState().selection).toEqual({
      on: 'entry',
      id: player.operations()[0]?.invokedEntry,
    });
    act(() => model('linearizable').click());
    expect([part('reason'), notes()]).toEqual([null, []]);
  });

  test('shows an order that explains an ok, and of each client its own', async () => {
    const { container, player, judges, model, part, text, notes } = await fetched();
    const witness = [
      { process: 'alice', order: [0] },
      { process: 'bob', order: [1, 0] },
    ];
    judges.tell({ verdicts: verdictsOf(player, { causal: { witness } }), behind: false });
    act(() => model('causal').click());
    const listed = () =>
      [...container.querySelectorAll('[data-part=reason] ol li')].map((li) => li.textContent);
    expect(listed()).toEqual(['write 1 by alice at 100 ms']);
    const owner = [...(part('reason')?.querySelectorAll('fieldset button') ?? [])].find(
      (b) => b.textContent === 'for bob',
    );
    act(() => (owner as HTMLElement).click());
    expect(listed()).toEqual(['read → 0 by bob at 300 ms', 'write 1 by alice at 100 ms']);
    expect(notes()).toEqual(['ordered', 'ordered']);
    expect(text('reason')).toContain('say the same here');
  });

  test('sets the points of a linear order within their bars', async () => {
    const { container, player, judges, model } = await fetched();
    const witness = [{ process: null, order: [0, 1] }];
    judges.tell({ verdicts: verdictsOf(player, { linearizable: { witness } }), behind: false });
    act(() => model('linearizable').click());
    const entries = player.operations().map((op) => op.invokedEntry);
    const points = [...container.querySelectorAll('[data-note=ordered] path')].map((path) =>
      Number(path.getAttribute('d')?.match(/^M([\d.]+)/)?.[1]),
    );
    const bars = entries.map((entry) => {
      const bar = container.querySelector(`[data-part=tape] [data-entry="${entry}"] rect`) as SVGRectElement;
      const [x, width] = ['x', 'width'].map((name) => Number(bar.getAttribute(name)));
      return [x as number, (x as number) + (width as number)] as const;
    });
    expect(points).toHaveLength(2);
    points.forEach((x, i) => {
      expect(x).toBeGreaterThan(bars[i]?.[0] ?? Number.NaN);
      expect(x).toBeLessThan(bars[i]?.[1] ?? Number.NaN);
    });
  });

  test('says where the definitions of causal part', async () => {
    const { player, judges, model, text } = await fetched();
    judges.tell({
      verdicts: verdictsOf(player, { 'causal-convergence': { verdict: 'violated' } }),
      behind: false,
    });
    act(() => model('causal').click());
    expect(text('reason')).toContain('Causal convergence: violated. The definitions');
  });

  test('notes nothing of another branch', async () => {
    const { player, judges, model, notes } = await fetched();
    judges.tell({ verdicts: verdictsOf(player, { linearizable: stale }), behind: false });
    act(() => model('linearizable').click());
    act(() => player.seek(200_000));
    act(() => void player.act({ verb: 'pause', node: 'bob' } as never));
    expect(notes()).toEqual([]);
  });

  test('is heard once for what it turns, and not before somebody has touched the run', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { player, judges, text } = await fetched(250_000);
      judges.tell({ verdicts: verdictsOf(player, {}), behind: false });
      act(() => void vi.advanceTimersByTime(5_000));
      expect(text('narration')).toBe('');
      act(() => player.seek(700_000));
      act(() => void vi.advanceTimersByTime(200));
      expect(text('narration')).toContain('call 1 of bob ends');
      judges.tell({ verdicts: verdictsOf(player, { linearizable: stale }), behind: false });
      act(() => void vi.advanceTimersByTime(200));
      expect(text('narration')).toBe('Linearizable: violated.');
      judges.tell({ verdicts: verdictsOf(player, { linearizable: stale }), behind: true });
      act(() => void vi.advanceTimersByTime(200));
      expect(text('narration')).toBe('Linearizable: violated.');
    } finally {
      vi.useRealTimers();
    }
  });

  test('renders for a verdict, and not for a frame', async () => {
    const { player, judges, renders } = await fetched(250_000);
    judges.tell({ verdicts: verdictsOf(player, {}), behind: false });
    const before = renders();
    for (let at = 251_000; at < 299_000; at += 3_000) act(() => player.follow(at));
    expect(renders()).toBe(before);
    judges.tell({ verdicts: verdictsOf(player, {}), behind: true });
    expect(renders()).toBeGreaterThan(before);
  });
});

test('words on the tape never meet, also with notes', async () => {
  const { container, player, judges, model } = await fetched();
  judges.tell({ verdicts: verdictsOf(player, { linearizable: stale }), behind: false });
  act(() => model('linearizable').click());
  const boxes = [...container.querySelectorAll('[data-part=tape] g[class*=labels] text')].map((t) =>
    boxOf(
      {
        text: t.textContent ?? '',
        x: Number(t.getAttribute('x')),
        y: Number(t.getAttribute('y')),
        anchor: t.getAttribute('text-anchor') as 'start',
      },
      LABEL_SIZE,
    ),
  );
  expect(boxes.length).toBeGreaterThan(4);
  boxes.forEach((box, i) => {
    expect(boxes.slice(i + 1).some((other) => meets(box, other))).toBe(false);
  });
});
