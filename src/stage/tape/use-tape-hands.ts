/**
 * What a pointer does on the tape: drags the head, goes to a moment, selects an arrow or a dot, and lights it up
 * while it passes over one. One set of listeners serves however many marks there are.
 */

import { type MouseEvent, type PointerEvent, useRef } from 'react';
import type { Micros } from '#/scenarios';
import { usePin } from '../network/use-pin';
import { entryOf, type Selected, useRun } from '../run';

function markedEntry(target: EventTarget): number | null {
  const mark = target instanceof Element ? target.closest('[data-entry]') : null;
  return mark ? Number(mark.getAttribute('data-entry')) : null;
}

export function useTapeHands(
  svg: { current: SVGSVGElement | null },
  timeAt: (clientX: number) => Micros | null,
  hold: (held: boolean) => void,
) {
  const run = useRun();
  const pin = usePin(run);
  const drag = useRef<{ pointer: number; from: Micros } | null>(null);
  const dragged = useRef(false);
  const over = useRef<{ entry: number; leave: () => void } | null>(null);

  const selectionOf = (entry: number): Selected =>
    /^(?:sent|duplicated)$/.test(entryOf(run.trace(), entry)?.type ?? '')
      ? { on: 'message', entry }
      : { on: 'entry', id: entry };

  function point(entry: number | null, pointerType: string): void {
    if (over.current?.entry === entry) return;
    over.current?.leave();
    over.current = null;
    if (entry === null) return;
    const { onPointerEnter, onPointerLeave } = pin.pointed(selectionOf(entry));
    onPointerEnter({ pointerType });
    over.current = { entry, leave: onPointerLeave };
  }

  function end(event: PointerEvent, cancelled: boolean): void {
    if (drag.current?.pointer !== event.pointerId) return;
    if (cancelled) run.seek(drag.current.from);
    drag.current = null;
    hold(false);
    run.settled();
  }

  return {
    onPointerDown(event: PointerEvent) {
      dragged.current = false;
      if (event.button !== 0 || !(event.target as Element).closest('[data-grip]')) return;
      drag.current = { pointer: event.pointerId, from: Math.round(run.now()) };
      svg.current?.setPointerCapture(event.pointerId);
      hold(true);
    },
    onPointerMove(event: PointerEvent) {
      if (drag.current?.pointer !== event.pointerId) return;
      const to = timeAt(event.clientX);
      dragged.current = true;
      if (to !== null) run.seek(to, true);
    },
    onPointerUp: (event: PointerEvent) => end(event, false),
    onPointerCancel: (event: PointerEvent) => end(event, true),
    onPointerOver: (event: PointerEvent) => {
      if (!drag.current) point(markedEntry(event.target), event.pointerType);
    },
    onPointerLeave: (event: PointerEvent) => point(null, event.pointerType),
    onClick(event: MouseEvent) {
      if (dragged.current || (event.target as Element).closest('[data-grip]')) return;
      const entry = markedEntry(event.target);
      if (entry !== null) return pin.pin(selectionOf(entry));
      const to = timeAt(event.clientX);
      if (to !== null) run.seek(to);
    },
  };
}
