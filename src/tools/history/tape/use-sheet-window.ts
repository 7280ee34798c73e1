/**
 * Which part of a sheet is in sight, in pixels of the sheet, with some more around it. It changes only when the
 * reader has scrolled far enough to matter, so that scrolling draws seldom.
 */

import { type RefObject, useEffect, useState } from 'react';
import type { Window } from './geometry';

const GRAIN = 256;
const AROUND = 384;

/** What a server draws, and every browser at first. */
const first: Window = { left: 0, right: 1600, top: 0, bottom: 1200 };

const down = (n: number) => Math.floor((n - AROUND) / GRAIN) * GRAIN;
const up = (n: number) => Math.ceil((n + AROUND) / GRAIN) * GRAIN;

export function useSheetWindow(scroller: RefObject<HTMLElement | null>): Window {
  const [window, setWindow] = useState(first);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = element;
      // Nothing has been laid out yet, or never will be.
      if (clientWidth === 0) return;
      const next: Window = {
        left: down(scrollLeft),
        right: up(scrollLeft + clientWidth),
        top: down(scrollTop),
        bottom: up(scrollTop + clientHeight),
      };
      setWindow((was) =>
        was.left === next.left &&
        was.right === next.right &&
        was.top === next.top &&
        was.bottom === next.bottom
          ? was
          : next,
      );
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(look);
    observer?.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer?.disconnect();
    };
  }, [scroller]);
  return window;
}
