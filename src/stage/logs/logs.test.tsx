// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, test } from 'vitest';
import { Player } from '#/player';
import { loadProtocol, scenarioLoaders, scenario as schema } from '#/scenarios';
import { RunProvider } from '../run';
import { fetchLogs, LaterLogs } from './LaterLogs';
import { logRows, logText, MOST_ENTRIES } from './rows';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

const still = { request: () => 0, cancel: () => {} };

async function playerOf(name: 'raft-three' | 'raft-figure-7' | 'service') {
  const scenario = schema.parse(await scenarioLoaders[name]?.());
  return new Player({ scenario, module: await loadProtocol(scenario.protocol), ticker: still });
}

let unmount = () => {};
afterEach(() => unmount());

async function mounted(run: Player) {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  await act(async () => {
    await fetchLogs();
    root.render(
      <RunProvider value={run}>
        <LaterLogs />
      </RunProvider>,
    );
  });
  unmount = () => {
    act(() => root.unmount());
    container.remove();
    unmount = () => {};
  };
  return container;
}

/** What is kept beside the log: the term and the vote. */
const BESIDE = 2;

const cellsOf = (container: Element, node: string) => [
  ...container.querySelectorAll(`[data-node=${node}] td`),
];
const texts = (cells: readonly Element[]) => cells.map((cell) => cell.textContent);
const row = (container: Element, node: string) => texts(cellsOf(container, node).slice(BESIDE));
const beside = (container: Element, node: string) => texts(cellsOf(container, node).slice(0, BESIDE));

describe('the logs of a run', () => {
  test('say of each entry its term, its command and whether its server knows it to be committed', async () => {
    const run = await playerOf('raft-three');
    act(() => run.seek(0));
    const container = await mounted(run);
    expect(row(container, 'S1')).toEqual(['empty']);
    const seen = new Set<string>();
    for (let i = 0; i < 160; i++) {
      act(() => run.step());
      for (const node of run.view().nodes) {
        if (!node.log) continue;
        const cells = cellsOf(container, node.id).slice(BESIDE, BESIDE + node.log.cells.length);
        const told = cells.map((cell) => /term (\d+) (.*), (not )?committed/.exec(cell.textContent ?? ''));
        expect(told.map((t) => [Number(t?.[1]), t?.[2], t?.[3] === undefined])).toEqual(
          node.log.cells.map(({ term, words, committed }) => [term, words, committed]),
        );
        for (const { committed } of node.log.cells) seen.add(String(committed));
      }
    }
    expect([...seen].sort()).toEqual(['false', 'true']);
  });

  test('are those of its disk where a server is down: entries, term and vote, and nothing of what is committed', async () => {
    const run = await playerOf('raft-three');
    act(() => run.seek(900_000));
    const container = await mounted(run);
    expect(row(container, 'S1')[0]).toBe('term 1 no-op, committed');
    const kept = beside(container, 'S1');
    expect(kept).toEqual(['1', expect.stringMatching(/^S\d$/)]);
    act(() => void run.act({ verb: 'crash', node: 'S1' as never, disk: 'kept' }));
    expect(container.querySelector('[data-node=S1] th')?.textContent).toBe('S1 down');
    expect(row(container, 'S1')[0]).toBe('term 1 no-op, on disk');
    expect(beside(container, 'S1')).toEqual(kept);
    expect(row(container, 'S2')[0]).toBe('term 1 no-op, committed');
  });

  test('are gone where a disk is lost', async () => {
    const run = await playerOf('raft-three');
    act(() => run.seek(900_000));
    const container = await mounted(run);
    act(() => void run.act({ verb: 'crash', node: 'S1' as never, disk: 'lost' }));
    expect(row(container, 'S1')).toEqual(['empty']);
    expect(beside(container, 'S1')).toEqual(['0', 'none']);
  });

  test('are not asked for where nobody keeps one', async () => {
    expect((await mounted(await playerOf('service'))).innerHTML).toBe('');
  });

  test('are drawn anew when they change, and not with every event', async () => {
    const run = await playerOf('raft-three');
    act(() => run.seek(700_000));
    const container = await mounted(run);
    let changes = 0;
    const watch = new MutationObserver((records) => {
      changes += records.length;
    });
    watch.observe(container, { childList: true, subtree: true, characterData: true, attributes: true });
    for (let i = 0; i < 12; i++) act(() => run.step());
    await Promise.resolve();
    expect(run.view().at).toBeLessThan(900_000);
    expect(changes).toBe(0);
    act(() => void run.act({ verb: 'crash', node: 'S1' as never, disk: 'kept' }));
    await Promise.resolve();
    expect(changes).toBeGreaterThan(0);
    watch.disconnect();
  });
});

describe('a moment of logs', () => {
  const log = (from: number, terms: number[], committed: number) => ({
    from,
    cells: terms.map((term, i) => ({ term, words: `w${from + i}`, committed: i < committed })),
  });
  const node = (id: string, kept?: ReturnType<typeof log>) =>
    ({ id, role: 'server', ...(kept && { log: kept }) }) as never;

  test('is laid out by index, with a mark after the last committed entry', () => {
    const { from, count, rows } = logRows(
      [node('a', log(1, [1, 1, 2], 2)), node('b', log(3, [2], 0))],
      ['server'],
    );
    expect([from, count]).toEqual([1, 3]);
    expect(rows[0]?.cells?.map((cell) => cell?.isMark)).toEqual([false, true, false]);
    expect(rows[1]?.cells?.map((cell) => cell?.words ?? null)).toEqual([null, null, 'w3']);
  });

  test('leaves a row blank whose entries all come before those that are shown', () => {
    const { rows } = logRows(
      [node('a', log(1, Array(40).fill(1), 40)), node('b', log(1, [1], 1))],
      ['server'],
    );
    expect(rows[1]).toMatchObject({ empty: false, cells: Array(MOST_ENTRIES).fill(null) });
    expect(logRows([node('a', log(1, [], 0))], ['server']).rows[0]?.empty).toBe(true);
  });

  test('shows the latest of what is long', () => {
    const { from, count } = logRows([node('a', log(1, Array(40).fill(1), 40))], ['server']);
    expect([from, count]).toEqual([40 - MOST_ENTRIES + 1, MOST_ENTRIES]);
  });

  test('is a sentence in the inspector', () => {
    expect(logText(log(1, [1, 2], 1))).toBe('1: w1 (term 1), 2: w2 (term 2); committed up to entry 1');
    expect(logText(log(1, [], 0))).toBe('empty');
    expect(logText(log(4, [], 0))).toBe('nothing after entry 3');
    expect(logText(log(1, [1], 0))).toContain('none known');
    expect(logText(log(1, [1], 1), true)).toBe(
      '1: w1 (term 1); which of them are committed is not on its disk',
    );
  });
});
