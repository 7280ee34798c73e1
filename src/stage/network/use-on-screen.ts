/** Tells the run whether any part of its figure can be seen: off screen it uses no frames. */

import { type RefObject, useEffect } from 'react';
import type { Run } from '../run';

export function useOnScreen(box: RefObject<HTMLElement | null>, run: Run): void {
  useEffect(() => {
    const element = box.current;
    if (!element || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => {
      const latest = entries.at(-1);
      if (latest) run.setVisible(latest.isIntersecting);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      run.setVisible(true);
    };
  }, [box, run]);
}
