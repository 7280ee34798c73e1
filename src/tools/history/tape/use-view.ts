/** How the drawing is seen: fitted when a history is opened or the page changes its width, then as the reader zooms. */

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Desk } from '../document/desk';
import { fitView, timeAt, type View, xOf } from './geometry';

/** The width a server draws for, until the page knows its own. */
const USUAL_WIDTH = 680;
const ZOOM = 1.5;
const MOST_PIXELS_A_UNIT = 4_000;

const useBrowserLayout: typeof useLayoutEffect = typeof document === 'undefined' ? () => {} : useLayoutEffect;

export function useView(desk: Desk, opened: number, scroller: RefObject<HTMLElement | null>) {
  const [view, setView] = useState<View>(() => fitView(desk.store.getState().drawn, USUAL_WIDTH));
  const [width, setWidth] = useState(USUAL_WIDTH);
  /** A moment, and how far from the left of what is in sight it is to stay while the scale changes. */
  const keep = useRef<{ at: number; x: number } | null>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      if (element.clientWidth > 0) setWidth(element.clientWidth);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  // `opened` counts the histories that were put on the desk: each is seen whole at first.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is a reason to fit anew, and not what is fitted.
  useEffect(() => {
    setView(fitView(desk.store.getState().drawn, width));
  }, [desk, opened, width]);

  useBrowserLayout(() => {
    const element = scroller.current;
    if (!element || !keep.current) return;
    element.scrollLeft = xOf(view, keep.current.at) - keep.current.x;
    keep.current = null;
  }, [view, scroller]);

  function zoom(by: number): void {
    const element = scroller.current;
    const x = view.names + ((element?.clientWidth ?? width) - view.names) / 2;
    keep.current = { at: timeAt(view, (element?.scrollLeft ?? 0) + x), x };
    setView((was) => ({ ...was, scale: Math.min(MOST_PIXELS_A_UNIT, was.scale * by) }));
  }

  return {
    view,
    nearer: () => zoom(ZOOM),
    farther: () => zoom(1 / ZOOM),
    fit: () => setView(fitView(desk.store.getState().drawn, width)),
  };
}
