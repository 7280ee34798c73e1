// @vitest-environment happy-dom
import { useState } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { click, enter, type Rendered, render } from '../render.fixture';
import { Slider } from './Slider';

let page: Rendered | undefined;
afterEach(() => page?.unmount());

function Latency({ onCommit }: { onCommit: (value: number) => void }) {
  const [value, setValue] = useState(40);
  return (
    <Slider
      label="Latency"
      value={value}
      min={0}
      max={100}
      step={5}
      unit="ms"
      defaultValue={20}
      valueText={(at) => `${at} milliseconds`}
      onCommit={(next) => {
        setValue(next);
        onCommit(next);
      }}
    />
  );
}

function open() {
  const committed = vi.fn<(value: number) => void>();
  page = render(<Latency onCommit={committed} />);
  const range = page.one<HTMLInputElement>('input[type=range]');
  const box = page.one<HTMLInputElement>('input[type=number]');
  const button = (name: string) => (page as Rendered).one(`button[aria-label^="${name}"]`);
  return { committed, range, box, button };
}

describe('Slider', () => {
  test('says its value in words, and follows the thumb without recording every twitch', () => {
    const { committed, range, box } = open();
    expect(range.getAttribute('aria-valuetext')).toBe('40 milliseconds');
    enter(range, '55', 'input');
    enter(range, '60', 'input');
    expect(range.getAttribute('aria-valuetext')).toBe('60 milliseconds');
    expect(box.value).toBe('60');
    expect(committed).not.toHaveBeenCalled();
    enter(range, '60', 'change');
    expect(committed.mock.calls).toEqual([[60]]);
  });

  test('minus and plus move one step and stop at the ends without losing focus', () => {
    const { committed, button, range } = open();
    click(button('More'));
    click(button('Less'));
    expect(committed.mock.calls).toEqual([[45], [40]]);
    enter(range, '100', 'input', 'change');
    const more = button('More');
    more.focus();
    click(more);
    expect(committed).toHaveBeenCalledTimes(3);
    expect(more.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(more);
  });

  test('reset names where it goes, goes there, and is then unavailable', () => {
    const { committed, button } = open();
    const reset = button('Reset');
    expect(reset.getAttribute('aria-label')).toBe('Reset Latency to 20 milliseconds');
    click(reset);
    click(reset);
    expect(committed.mock.calls).toEqual([[20]]);
  });

  test('a typed number is snapped when it is settled; nonsense and Escape change nothing', () => {
    const { committed, box } = open();
    enter(box, '63', 'input');
    expect(committed).not.toHaveBeenCalled();
    enter(box, '63', 'change');
    expect(committed.mock.calls).toEqual([[65]]);
    enter(box, '', 'input', 'change');
    expect(box.value).toBe('65');
    expect(committed).toHaveBeenCalledTimes(1);
  });

  test('what the server writes has no style attribute', () => {
    const html = renderToString(<Latency onCommit={() => {}} />);
    expect(html).toContain('x2="40%"');
    expect(html).not.toContain('style=');
  });
});
