// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { click, type Rendered, render } from '../render.fixture';
import { type Toast, ToastProvider, useToast } from './Toasts';

let page: Rendered;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  page.unmount();
  vi.useRealTimers();
});

function Trigger({ toast }: { toast: Toast }) {
  const show = useToast();
  return (
    <button type="button" id="say" onClick={() => show(toast)}>
      Say
    </button>
  );
}

function say(toast: Toast): void {
  page = render(
    <ToastProvider>
      <Trigger toast={toast} />
    </ToastProvider>,
  );
  expect(page.one('[role=status]').textContent).toBe('');
  click(page.one('#say'));
}

describe('Toasts', () => {
  test('speak in a region that was there before them, and leave in their time', () => {
    say({ text: 'Link copied.' });
    expect(page.one('[role=status]').textContent).toContain('Link copied.');
    act(() => void vi.advanceTimersByTime(7900));
    expect(page.one('[role=status]').textContent).toContain('Link copied.');
    act(() => void vi.advanceTimersByTime(200));
    expect(page.one('[role=status]').textContent).toBe('');
  });

  test('with something to do they wait for it', () => {
    const undone = vi.fn<() => void>();
    say({ text: 'B crashed.', action: { label: 'Undo', onSelect: undone } });
    act(() => void vi.advanceTimersByTime(60_000));
    click(page.one('[role=status] button'));
    expect(undone).toHaveBeenCalledTimes(1);
    expect(page.one('[role=status]').textContent).toBe('');
  });

  test('never more than three at once, the oldest going first', () => {
    say({ text: 'Again.' });
    for (let i = 0; i < 4; i++) click(page.one('#say'));
    expect(page.container.querySelectorAll('[role=status] p')).toHaveLength(3);
  });
});
