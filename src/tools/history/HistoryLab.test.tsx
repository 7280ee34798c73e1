// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { modelNames } from '#/scenarios';
import { KEY, says } from './document/keep';
import { HistoryLab } from './HistoryLab';

let root: Root;
let page: HTMLElement;

beforeEach(() => {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  vi.useFakeTimers();
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.restoreAllMocks();
  localStorage.clear();
  vi.useRealTimers();
});

const show = () => act(() => root.render(<HistoryLab hash="" />));
const bars = () => [...page.querySelectorAll<HTMLElement>('[data-operation]')];
const names = () => bars().map((bar) => bar.getAttribute('aria-label'));
const named = (words: string): HTMLElement => {
  const found = [...page.querySelectorAll<HTMLElement>('button')].find((b) => b.textContent === words);
  if (!found) throw new Error(`No button is called ${words}.`);
  return found;
};
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(() => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    document.activeElement?.dispatchEvent(event);
  });
const verdict = (model: string) =>
  page.querySelector(`[data-model="${model}"]`)?.getAttribute('data-verdict');

describe('the history lab', () => {
  it('is drawn by a server with every verdict on its example, and no inline style', () => {
    const html = renderToString(<HistoryLab hash="" />);
    expect(html).not.toContain('style=');
    for (const model of modelNames) expect(html).toContain(`data-model="${model}" data-verdict=`);
    expect(html).not.toContain('data-verdict="none"');
    expect(html).toContain('C2: read, which gave 1, from 14 to 17, blamed');
  });

  it('has one stop for Tab among the bars, and goes from bar to bar by arrows', () => {
    show();
    const stops = () => bars().filter((bar) => bar.tabIndex === 0);
    expect(stops()).toHaveLength(1);
    act(() => stops()[0]?.focus());
    press('End');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^C2: read, which gave 1, from 14/);
    expect(stops()).toEqual([document.activeElement]);
    press('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^C3/);
  });

  it('puts back by Escape what was taken up, and keeps by Enter where it was put', () => {
    show();
    act(() => bars()[0]?.focus());
    press('Enter');
    press('ArrowRight');
    press('Escape');
    expect(names()[0]).toMatch(/^C1: write 1, from 1 to 4/);
    press('Enter');
    press('ArrowRight');
    press('Enter');
    expect(names()).toContainEqual(expect.stringMatching(/^C1: write 1, from 2 to 5/));
    act(() => named('Undo').click());
    expect(names()[0]).toMatch(/^C1: write 1, from 1 to 4/);
  });

  it('leaves every other key, and the arrows of the fields, to the browser', () => {
    show();
    act(() => bars()[0]?.focus());
    const event = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
    act(() => void document.activeElement?.dispatchEvent(event));
    expect(event.defaultPrevented).toBe(false);
  });

  it('judges what was changed', async () => {
    show();
    expect(verdict('linearizable')).toBe('violated');
    const stale = bars().find((bar) => /from 14/.test(bar.getAttribute('aria-label') ?? ''));
    act(() => stale?.focus());
    press('Delete');
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    expect(verdict('linearizable')).toBe('ok');
    expect(page.textContent).toContain('Strongest promises kept: linearizable.');
  });

  it('keeps what was changed, and says so where it cannot', () => {
    show();
    act(() => named('Add operation').click());
    act(() => vi.advanceTimersByTime(1_000));
    expect(localStorage.getItem(KEY)).toContain('"drawn"');
    const full = () => {
      throw Object.assign(new Error('full'), { name: 'QuotaExceededError' });
    };
    vi.spyOn(window, 'localStorage', 'get').mockReturnValue({
      ...localStorage,
      getItem: () => null,
      setItem: full,
    });
    act(() => named('Add process').click());
    act(() => vi.advanceTimersByTime(1_000));
    expect(page.textContent).toContain(says.full);
  });

  it('offers all its operations in a table, with what the verdict says of each', () => {
    show();
    const rows = [...page.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toHaveLength(5);
    expect(rows[4]).toContain('blamed');
  });
});
