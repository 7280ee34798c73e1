/**
 * A part of a page that answers later than the rest. The server has drawn it; React leaves it alone until its code
 * is there, then takes it over as it stands. Anywhere else it is given ready, and drawn at once.
 */
import { type ReactElement, Suspense, use, useEffect } from 'react';
import { whole } from './whole';

interface Props {
  /** A promise only where the part is on the screen already: nothing stands in for it meanwhile. */
  content: ReactElement | Promise<ReactElement>;
}

export function Later({ content }: Props) {
  return (
    <Suspense>
      <Content content={content} />
    </Suspense>
  );
}

function Content({ content }: Props) {
  const element = content instanceof Promise ? use(content) : content;
  useEffect(whole, []);
  return element;
}
