/** The page on the screen, inside the shell. It is drawn anew, not navigated: `entry.tsx` hands it each next page. */
import { useEffect, useLayoutEffect, useMemo } from 'react';
import { whole } from './later/whole';
import type { Page } from './page';
import { type Here, RouteContext } from './router';
import { Shell } from './shell/Shell';

interface Props {
  page: Page;
  go?: Here['go'];
  /** Called when the document shows the page. */
  onShown?: (() => void) | undefined;
}

const stay = () => {};

export function App({ page, go = stay, onShown }: Props) {
  const here = useMemo(() => ({ path: page.path, go }), [page.path, go]);
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
      <Shell bare={page.route.page === 'embed'}>
        <div key={page.path} className="page">
          {page.element}
        </div>
      </Shell>
    </RouteContext>
  );
}
