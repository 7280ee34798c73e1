// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { click, press, type Rendered, render } from '../render.fixture';
import { Menu, type MenuEntry } from './Menu';

let page: Rendered | undefined;
afterEach(() => page?.unmount());

/** happy-dom has no popovers; these tell the page what a browser would. */
beforeEach(() => {
  const tell = (element: HTMLElement, newState: string) =>
    element.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
  HTMLElement.prototype.showPopover = function show() {
    tell(this, 'open');
  };
  HTMLElement.prototype.hidePopover = function hide() {
    tell(this, 'closed');
  };
});

function open(extra: MenuEntry[] = []) {
  const chosen = vi.fn<(id: string) => void>();
  const action = (id: string, label: string) => ({ id, label, onSelect: () => chosen(id) });
  const items: MenuEntry[] = [
    { heading: 'Machine' },
    action('crash', 'Crash'),
    { ...action('restart', 'Restart'), unavailable: true },
    action('pause', 'Pause'),
    ...extra,
  ];
  page = render(<Menu label="Node B" items={items} />);
  page.one('button').focus();
  press('ArrowDown');
  return { chosen, at: page };
}

const focused = () => document.activeElement?.textContent;

describe('Menu', () => {
  test('opens with the arrow on its first action, past the heading', () => {
    const { at } = open();
    expect(at.one('button').getAttribute('aria-expanded')).toBe('true');
    expect(focused()).toBe('Crash');
  });

  test('arrows go round, Home and End jump, letters search', () => {
    open();
    press('ArrowUp');
    expect(focused()).toBe('Pause');
    press('ArrowDown');
    expect(focused()).toBe('Crash');
    press('End');
    expect(focused()).toBe('Pause');
    press('Home');
    press('r');
    expect(focused()).toBe('Restart');
    expect(press('q')).toBe(true);
    expect(focused()).toBe('Restart');
  });

  test('choosing closes and acts once; what is unavailable does neither', () => {
    const { chosen, at } = open();
    const line = (name: string) =>
      [...at.container.querySelectorAll('[role=menuitem]')].find((item) => item.textContent === name);
    click(line('Restart') as Element);
    expect(chosen).not.toHaveBeenCalled();
    expect(at.one('button').getAttribute('aria-expanded')).toBe('true');
    click(line('Pause') as Element);
    expect(chosen.mock.calls).toEqual([['pause']]);
    expect(at.one('button').getAttribute('aria-expanded')).toBe('false');
  });

  test('its keys do not reach the shortcuts of what surrounds it', () => {
    const heard = vi.fn<() => void>();
    document.body.addEventListener('keydown', heard);
    open();
    heard.mockClear();
    press('p');
    expect(focused()).toBe('Pause');
    document.body.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  test('an option says whether it is on', () => {
    const { at } = open([{ id: 'lanes', label: 'Truth lanes', checked: false, onSelect: () => {} }]);
    expect(at.one('[role=menuitemcheckbox]').getAttribute('aria-checked')).toBe('false');
  });

  test('Tab closes it instead of wandering through', () => {
    const { at } = open();
    act(() => void press('Tab'));
    expect(at.one('button').getAttribute('aria-expanded')).toBe('false');
  });
});
