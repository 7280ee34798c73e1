/**
 * What a pointer does on the tape: drags a bar along its lane or to another one, pulls at one of its ends, and draws
 * a new bar on a free stretch of a lane. On a touch screen a finger that goes up or down scrolls the page instead.
 */

import { type PointerEvent, type RefObject, useRef } from 'react';
import type { Desk } from '../document/desk';
import type { DrawnOperation } from '../document/drawn';
import { addAt, move, stretch } from '../document/edits';
import { BAR, laneAt, type Sheet, timeAt, type View } from './geometry';

type Part = 'start' | 'end' | 'whole';

interface Drag {
  readonly pointer: number;
  readonly part: Part;
  readonly id: number;
  readonly op: DrawnOperation;
  readonly x: number;
  readonly y: number;
  /** The height of the bar it began on, from the top of the sheet. */
  readonly barY: number;
}

/** A press that moves no further than this selects. */
const SLACK = 4;
const NEW_AFTER = 8;

export interface BarHands {
  onBar(event: PointerEvent<HTMLElement>, op: DrawnOperation, barY: number): void;
  onSheet(event: PointerEvent<HTMLElement>): void;
  onMove(event: PointerEvent<HTMLElement>): void;
  onUp(event: PointerEvent<HTMLElement>): void;
  onCancel(event: PointerEvent<HTMLElement>): void;
  /** Puts back what is being dragged. True when something was. */
  abandon(): boolean;
}

export function useBarHands(
  desk: Desk,
  sheet: Sheet,
  view: View,
  step: number,
  corner: RefObject<HTMLElement | null>,
): BarHands {
  const drag = useRef<Drag | null>(null);
  const moving = useRef(false);
  /** A press on an empty stretch, which becomes a bar when it is pulled. */
  const empty = useRef<{ pointer: number; x: number; y: number } | null>(null);

  const onSheet = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const box = corner.current?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  };
  const snapped = (time: number) => Math.round(time / step) * step;

  /** Draws a new bar from where the pointer went down, and goes on as if its end were being pulled. */
  function draw(event: PointerEvent): void {
    const from = empty.current;
    if (!from || Math.abs(event.clientX - from.x) < NEW_AFTER) return;
    empty.current = null;
    const place = onSheet({ clientX: from.x, clientY: from.y });
    const lane = laneAt(sheet.lanes, place.y);
    if (!lane || place.x < view.names) return;
    const at = snapped(timeAt(view, place.x));
    const added = addAt(desk.store.getState().drawn, lane.process, at, step);
    if (!added) return;
    desk.hold();
    desk.edit(() => added.drawn, added.id);
    const op = added.drawn.operations.at(-1);
    if (!op) return;
    moving.current = true;
    drag.current = {
      pointer: event.pointerId,
      part: 'end',
      id: added.id,
      op,
      x: from.x,
      y: from.y,
      barY: lane.y,
    };
  }

  function end(event: PointerEvent, keep: boolean): void {
    if (empty.current?.pointer === event.pointerId) {
      empty.current = null;
      desk.select(null);
    }
    if (drag.current?.pointer !== event.pointerId) return;
    if (moving.current) keep ? desk.letGo() : desk.putBack();
    drag.current = null;
    moving.current = false;
  }

  return {
    onBar(event, op, barY) {
      if (event.button !== 0 || drag.current) return;
      const grip = event.target instanceof HTMLElement ? event.target.dataset.grip : undefined;
      const part: Part = grip === 'start' || grip === 'end' ? grip : 'whole';
      drag.current = {
        pointer: event.pointerId,
        part,
        id: op.id,
        op,
        x: event.clientX,
        y: event.clientY,
        barY,
      };
      event.currentTarget.setPointerCapture(event.pointerId);
      desk.select(op.id);
    },
    onSheet(event) {
      // A finger on an empty place scrolls.
      if (event.button !== 0 || event.pointerType === 'touch' || drag.current) return;
      empty.current = { pointer: event.pointerId, x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onMove(event) {
      if (empty.current?.pointer === event.pointerId) draw(event);
      const held = drag.current;
      if (held?.pointer !== event.pointerId) return;
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      if (!moving.current) {
        if (Math.abs(dx) < SLACK && Math.abs(dy) < BAR / 2) return;
        moving.current = true;
        desk.hold();
      }
      const by = snapped(dx / view.scale);
      const earliest = Math.min(view.from, held.op.start);
      const { id, op, part } = held;
      desk.edit((drawn) => {
        if (part === 'start') return stretch(drawn, id, 'start', op.start + by, step, earliest);
        if (part === 'end') return stretch(drawn, id, 'end', (op.end ?? op.start) + by, step, earliest);
        const lane = Math.abs(dy) < BAR ? null : laneAt(sheet.lanes, held.barY + BAR / 2 + dy);
        return move(drawn, id, op.start + by, lane?.process ?? op.process, step, earliest);
      });
    },
    onUp: (event) => end(event, true),
    onCancel: (event) => end(event, false),
    abandon() {
      const was = drag.current !== null && moving.current;
      if (was) desk.putBack();
      drag.current = null;
      moving.current = false;
      return was;
    },
  };
}
