// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';

beforeEach(async () => {
  document.documentElement.removeAttribute('data-ready');
  document.body.innerHTML = '<header><button>Theme</button></header><main></main>';
  vi.resetModules();
  // @ts-expect-error: a script, as pages inline it, and no module
  await import('./hold.js');
});

function inMain<E extends HTMLElement>(html: string): E {
  const main = document.querySelector('main') as HTMLElement;
  main.innerHTML = html;
  return main.firstElementChild as E;
}

/** The page's own listener, which is there only once it answers. */
function whole(answer: () => void): void {
  answer();
  dispatchEvent(new Event('faultline:whole'));
}

it('keeps a press until the page answers, does it then, and once', async () => {
  const button = inMain<HTMLButtonElement>('<button>Cut</button>');
  const cut = vi.fn();
  button.addEventListener('click', cut);
  button.click();
  button.click();
  expect(cut).not.toHaveBeenCalled();
  whole(() => {});
  await vi.waitFor(() => expect(cut).toHaveBeenCalledTimes(2));
  button.click();
  expect(cut).toHaveBeenCalledTimes(3);
});

it('lets a press that the browser carries out by itself go its way', () => {
  const link = inMain<HTMLAnchorElement>('<a href="#there">There</a>');
  const followed = vi.fn();
  link.addEventListener('click', followed);
  link.click();
  expect(followed).toHaveBeenCalledTimes(1);
});

it('lets what has started answer, though the rest has not', () => {
  document.documentElement.dataset.ready = '';
  const theme = document.querySelector('header button') as HTMLButtonElement;
  const chosen = vi.fn();
  theme.addEventListener('click', chosen);
  theme.click();
  expect(chosen).toHaveBeenCalledTimes(1);
});

it('drops a press on what has gone meanwhile', () => {
  const button = inMain<HTMLButtonElement>('<button>Cut</button>');
  const cut = vi.fn();
  button.addEventListener('click', cut);
  button.click();
  whole(() => button.remove());
  expect(cut).not.toHaveBeenCalled();
});

it('tells again which box was ticked', () => {
  const box = inMain<HTMLInputElement>('<input type="checkbox">');
  box.click();
  expect(box.checked).toBe(true);
  const told: boolean[] = [];
  whole(() => box.addEventListener('change', () => told.push(box.checked)));
  expect(told).toEqual([true]);
});

it('keeps a key of a figure, and no key of a field', () => {
  const figure = inMain('<figure><button>Node</button><input></figure>');
  const heard: string[] = [];
  const listen = () => figure.addEventListener('keydown', ({ key }) => heard.push(key));
  for (const each of figure.children) {
    each.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }));
  }
  whole(listen);
  expect(heard).toEqual(['ArrowRight']);
});

it('says once that somebody is there', () => {
  const come = vi.fn();
  addEventListener('faultline:somebody', come);
  document.body.dispatchEvent(new Event('focusin', { bubbles: true }));
  document.body.dispatchEvent(new Event('focusin', { bubbles: true }));
  expect(come).toHaveBeenCalledTimes(1);
});
