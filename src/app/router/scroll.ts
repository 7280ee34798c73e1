/**
 * Remembers how far each page of the session was scrolled, so that "back" returns to the place one left.
 * The browser does this for a full page load; for a page the app swaps in, we must.
 */
const positions = new Map<string, number>();

/** The entry whose page is on the screen; while the next one loads, it is not yet the one in the address bar. */
let shown = '';
let count = 0;

function entryKey(): string {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'key' in state ? String(state.key) : location.href;
}

/** A new entry in the history, with a key of its own. */
export function pushEntry(url: string): void {
  count += 1;
  history.pushState({ key: `${performance.timeOrigin}.${count}` }, '', url);
}

/** From now on positions are kept; the browser takes over again when the page is left for good. */
export function watchScroll(): void {
  shown = entryKey();
  history.scrollRestoration = 'manual';
  addEventListener('scroll', () => positions.set(shown, scrollY), { passive: true });
  addEventListener('pagehide', () => {
    history.scrollRestoration = 'auto';
  });
  addEventListener('pageshow', () => {
    history.scrollRestoration = 'manual';
  });
}

/** Call when the page of the current entry is drawn: goes to where it was left, or to the top. */
export function restoreScroll(): void {
  shown = entryKey();
  scrollTo({ top: positions.get(shown) ?? 0, behavior: 'instant' });
}
