/** What a pointer does on charts: a press goes to a moment, a drag takes the cursor along, as on the tape. */

import { type PointerEvent, useRef } from 'react';
import type { Micros } from '#/scenarios';
import { useRun } from '../run';
import { useTimeAxis } from '../tape';

export function useScrub() {
  const run = useRun();
  const { frame, hold } = useTimeAxis();
  const drag = useRef<{ pointer: number; from: Micros; plot: Element; moved: boolean } | null>(null);

  function go(event: PointerEvent, dragging: boolean): void {
    const box = drag.current?.plot.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const at = frame.timeAt(((event.clientX - box.left) * frame.width) / box.width);
    run.seek(Math.max(0, Math.round(at)), dragging);
  }

  function end(event: PointerEvent, cancelled: boolean): void {
    const held = drag.current;
    if (held?.pointer !== event.pointerId) return;
    if (cancelled) run.seek(held.from);
    else if (!held.moved) go(event, false);
    drag.current = null;
    hold(false);
    run.settled();
  }

  return {
    onPointerDown(event: PointerEvent) {
      const plot = event.target instanceof Element ? event.target.closest('[data-plot]') : null;
      if (event.button !== 0 || !plot) return;
      drag.current = { pointer: event.pointerId, from: Math.round(run.now()), plot, moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
      hold(true);
    },
    onPointerMove(event: PointerEvent) {
      if (drag.current?.pointer !== event.pointerId) return;
      drag.current.moved = true;
      go(event, true);
    },
    onPointerUp: (event: PointerEvent) => end(event, false),
    onPointerCancel: (event: PointerEvent) => end(event, true),
  };
}
