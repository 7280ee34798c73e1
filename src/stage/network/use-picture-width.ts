/** How wide the picture is, in CSS pixels; the usual width until it has been measured, as on the server. */

import { type RefObject, useLayoutEffect, useState } from 'react';
import { USUAL_WIDTH } from './layout';

/** Narrower pictures than this are scaled, so that nothing has to overlap. */
const NARROWEST = 260;

export function usePictureWidth(box: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const measured = Math.round(element.clientWidth);
      if (measured > 0) setWidth(Math.max(NARROWEST, measured));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
