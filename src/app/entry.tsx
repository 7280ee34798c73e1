/** Where the browser begins: finds the base, takes over the prerendered page, and starts the router. */
import { type ReactElement, startTransition } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { App } from './App';
import { somebody } from './later/somebody';
import { keepOffline } from './offline/update';
import { loadPage, type Page } from './page';
import { canonicalPath, startRouter } from './router';
import './styles';

// One build serves every base: this chunk lies one folder below it. While developing, the base is the root.
const base = import.meta.env.DEV ? '/' : new URL(/* @vite-ignore */ '../', import.meta.url).pathname;

async function start(): Promise<void> {
  const path = location.pathname.slice(base.length);
  const exact = canonicalPath(path);
  if (exact !== path) {
    location.replace(base + exact + location.search + location.hash);
    return;
  }
  // Relative links in the head would change their meaning at the first navigation.
  for (const link of document.querySelectorAll<HTMLLinkElement>('head link[href]')) {
    link.setAttribute('href', link.href);
  }

  const container = document.getElementById('root');
  if (container === null) throw new Error('The page has no element with the id "root".');
  // What the server drew is read before anybody does anything: its figures wait for somebody.
  const drawn = container.dataset.path === path;
  const page = await loadPage(path, drawn ? somebody : undefined);
  // The router is there before the page answers: hydration must not be interrupted by a second first render.
  const go = startRouter<Page>({
    base,
    load: (next) => loadPage(next),
    show: (next, drawn) => startTransition(() => root.render(<App page={next} go={go} onShown={drawn} />)),
  });
  const root = mount(
    container,
    drawn && page.route.page !== 'notFound',
    <App page={page} go={go} onShown={ready} />,
  );
}

/** Takes over what the server drew, if it drew this page; a 404 page or a development server did not. */
function mount(container: HTMLElement, drawn: boolean, first: ReactElement): Root {
  if (drawn) {
    return hydrateRoot(container, first, {
      onRecoverableError: (error) => console.error('The page differs from its prerendered self.', error),
    });
  }
  container.replaceChildren();
  const root = createRoot(container);
  root.render(first);
  return root;
}

/** For tests and styles: from here on the page answers, but for what comes later. */
function ready(): void {
  document.documentElement.dataset.ready = '';
}

/**
 * A page that is left while it starts has its requests cancelled; that is nobody's fault, and nothing to report. So a
 * failure is told only if, a moment later, the page is still here. Its text is, either way.
 */
start()
  .then(() => (import.meta.env.PROD ? keepOffline(base) : undefined))
  .catch((error: unknown) => {
    setTimeout(() => reportError(error), 1000);
  });
