// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { press, type Rendered, render } from '../render.fixture';
import { Tabs } from './Tabs';

let page: Rendered | undefined;
afterEach(() => page?.unmount());

const tabs = [
  { id: 'log', label: 'Log', panel: 'What happened' },
  { id: 'table', label: 'Table', panel: 'The same, as a table' },
  { id: 'notes', label: 'Notes', panel: 'Remarks' },
] as const;

const stops = (from: Rendered) =>
  [...from.container.querySelectorAll<HTMLElement>('[role=tab]')].map((tab) => tab.tabIndex);
const shown = (from: Rendered) =>
  [...from.container.querySelectorAll<HTMLElement>('[role=tabpanel]')]
    .filter((panel) => !panel.hidden)
    .map((panel) => panel.textContent);

describe('Tabs', () => {
  test('are one stop; arrows choose and wrap, Home and End jump', () => {
    page = render(<Tabs label="Views" tabs={tabs} />);
    expect(stops(page)).toEqual([0, -1, -1]);
    page.one('[role=tab]').focus();
    press('ArrowRight');
    expect(stops(page)).toEqual([-1, 0, -1]);
    expect(shown(page)).toEqual(['The same, as a table']);
    expect(document.activeElement?.textContent).toBe('Table');
    press('End');
    expect(shown(page)).toEqual(['Remarks']);
    press('ArrowRight');
    expect(shown(page)).toEqual(['What happened']);
    press('ArrowLeft');
    expect(shown(page)).toEqual(['Remarks']);
    press('Home');
    expect(shown(page)).toEqual(['What happened']);
  });

  test('leave other keys to the page', () => {
    page = render(<Tabs label="Views" tabs={tabs} />);
    page.one('[role=tab]').focus();
    expect(press('ArrowDown')).toBe(true);
    expect(shown(page)).toEqual(['What happened']);
  });

  test('chosen from outside, they ask and wait', () => {
    const asked = vi.fn<(id: string) => void>();
    page = render(<Tabs label="Views" tabs={tabs} selected="log" onSelect={asked} />);
    page.one('[role=tab]').focus();
    press('End');
    expect(asked.mock.calls).toEqual([['notes']]);
    expect(shown(page)).toEqual(['What happened']);
    page.again(<Tabs label="Views" tabs={tabs} selected="notes" onSelect={asked} />);
    expect(shown(page)).toEqual(['Remarks']);
  });
});
