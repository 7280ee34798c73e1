/** Puts an element on a page of its own, for tests. Not used by the lab. */
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

export interface Rendered {
  container: HTMLElement;
  /** The one element that matches. Throws if there is none. */
  one: <E extends HTMLElement = HTMLElement>(selector: string) => E;
  again: (node: ReactNode) => void;
  unmount: () => void;
}

export function render(node: ReactNode): Rendered {
  (globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  act(() => root.render(node));
  return {
    container,
    one: (selector) => {
      const found = container.querySelector(selector);
      if (!found) throw new Error(`Nothing matches ${selector}.`);
      return found as never;
    },
    again: (next) => act(() => root.render(next)),
    unmount: () => {
      act(() => root.unmount());
      container.remove();
    },
  };
}

/** Presses a key on the element with focus. Returns false when the press was prevented. */
export function press(key: string): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  act(() => void document.activeElement?.dispatchEvent(event));
  return !event.defaultPrevented;
}

export function click(element: Element): void {
  act(() => (element as HTMLElement).click());
}

/** Sets a control as a person would: React only listens to the browser's own setter. */
export function enter(input: HTMLInputElement, value: string, ...events: ('input' | 'change')[]): void {
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set;
  act(() => {
    set?.call(input, value);
    for (const type of events) input.dispatchEvent(new Event(type, { bubbles: true }));
  });
}
