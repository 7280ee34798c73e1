/**
 * Takes plain clicks on links into the lab, loads the page they name and hands it over.
 * It keeps no page and draws nothing. What it cannot do, it leaves to the browser: a modified click, a download,
 * another site, a page whose chunk does not load.
 */
import { matchRoute } from './route';
import { pushEntry, restoreScroll, watchScroll } from './scroll';

interface Options<Page> {
  /** The path of the lab on its server, with both slashes. */
  base: string;
  /** Loads the page at a path inside the base. */
  load(path: string): Promise<Page>;
  /** Draws it, then calls `drawn` once the document shows it. */
  show(page: Page, drawn: () => void): void;
}

/** Starts listening. Returns the way for a program to go to an address such as '/lab/'. */
export function startRouter<Page>({ base, load, show }: Options<Page>): (to: string) => void {
  let latest = 0;
  let shown = location.pathname + location.search;

  /** Shows the page at `url`; a page asked for later wins, however slowly this one loads. */
  async function arrive(url: URL, isNew: boolean): Promise<void> {
    latest += 1;
    const turn = latest;
    try {
      const page = await load(url.pathname.slice(base.length));
      if (turn !== latest) return;
      if (isNew) pushEntry(url.href);
      shown = url.pathname + url.search;
      show(page, () => {
        restoreScroll();
        focusPlace(isNew ? url.hash : '');
      });
    } catch {
      // The chunk is gone, or the network is: a full load says so better than we could.
      if (turn === latest) location.assign(url);
    }
  }

  document.addEventListener('click', (event) => {
    const url = clickedPage(event, base);
    if (url === undefined || (url.pathname + url.search === shown && url.hash !== '')) return;
    event.preventDefault();
    void arrive(url, true);
  });

  addEventListener('popstate', () => {
    const url = new URL(location.href);
    if (url.pathname + url.search === shown) restoreScroll();
    else void arrive(url, false);
  });

  watchScroll();
  return (to) => void arrive(new URL(base + to.replace(/^\//, ''), location.href), true);
}

/** The page of ours that a click asks for, if it asks for one. */
function clickedPage(event: MouseEvent, base: string): URL | undefined {
  if (event.defaultPrevented || event.button !== 0) return undefined;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const anchor = event.target instanceof Element ? event.target.closest('a[href]') : null;
  if (!(anchor instanceof HTMLAnchorElement) || anchor.target !== '' || anchor.hasAttribute('download'))
    return undefined;
  const url = new URL(anchor.href);
  if (url.origin !== location.origin || !url.pathname.startsWith(base)) return undefined;
  return matchRoute(url.pathname.slice(base.length)).page === 'notFound' ? undefined : url;
}

/** Moves focus to the place a hash names, else to the page's heading, so that a screen reader says where it is. */
function focusPlace(hash: string): void {
  const place = document.getElementById(hash.slice(1));
  place?.scrollIntoView();
  const target = place ?? document.querySelector<HTMLElement>('main h1');
  target?.focus({ preventScroll: true });
}
