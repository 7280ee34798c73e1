/** How wide the picture is, in CSS pixels; null until it has been measured, as on the server. */

import { type RefObject, useLayoutEffect, useState } from 'react';
import { USUAL_WIDTH } from './layout';

/** Narrower pictures than this are scaled, so that nothing has to overlap. */
const NARROWEST = 260;

export function usePictureWidth(box: RefObject<HTMLElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const measured = Math.round(element.clientWidth);
      // What is not shown has no width; it keeps the one it had.
      setWidth((before) => (measured > 0 ? Math.max(NARROWEST, measured) : (before ?? USUAL_WIDTH)));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
