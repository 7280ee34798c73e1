/** The page on the screen, inside the shell. It is drawn anew, not navigated: `entry.tsx` hands it each next page. */
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { TrustStampProvider } from '#/stage';
import { whole } from './later/whole';
import type { Page } from './page';
import { type Here, hrefTo, RouteContext } from './router';
import { Shell } from './shell/Shell';

interface Props {
  page: Page;
  go?: Here['go'];
  /** Called when the document shows the page. */
  onShown?: (() => void) | undefined;
}

const stay = () => {};

/** What the test run stamped beside the pages, `null` where there was none; and where what it found opens. */
const stampFor = (path: string) => ({
  load: async () => (await fetch(hrefTo(path, '/trust.json'))).json(),
  lab: hrefTo(path, '/lab/'),
});

export function App({ page, go = stay, onShown }: Props) {
  const here = useMemo(() => ({ path: page.path, go }), [page.path, go]);
  const stamp = useMemo(() => stampFor(page.path), [page.path]);
  useLayoutEffect(() => {
    document.title = page.title;
    onShown?.();
  }, [page, onShown]);
  // What is still to come says so itself.
  useEffect(() => {
    if (!page.partly) whole();
  }, [page]);
  return (
    <RouteContext value={here}>
      <TrustStampProvider value={stamp}>
        <Shell bare={page.route.page === 'embed'}>
          <div key={page.path} className="page">
            {page.element}
          </div>
        </Shell>
      </TrustStampProvider>
    </RouteContext>
  );
}
