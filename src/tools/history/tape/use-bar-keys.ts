/**
 * What the keyboard does on the tape. Arrows go from bar to bar; Enter takes one up, arrows then move it and Enter
 * puts it down; Shift with an arrow moves its end at any time. Only while the focus is on a bar.
 */

import { type KeyboardEvent, useState } from 'react';
import type { Desk } from '../document/desk';
import type { DrawnOperation } from '../document/drawn';
import { move, remove, stretch } from '../document/edits';
import type { Bar, Sheet } from './geometry';

export interface BarKeys {
  /** The bar that is taken up. */
  readonly taken: number | null;
  onKeyDown(event: KeyboardEvent, op: DrawnOperation): void;
  /** What is taken up is put down where it is. */
  onBlur(): void;
}

const sideways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };
const upAndDown: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** The bar an arrow leads to: the next one of the lane, or the nearest of the lane above or below. */
export function neighbour(sheet: Sheet, op: DrawnOperation, key: string): Bar | undefined {
  const at = sheet.bars.findIndex((bar) => bar.op.id === op.id);
  if (key === 'Home') return sheet.bars[0];
  if (key === 'End') return sheet.bars.at(-1);
  const across = sideways[key];
  if (across) {
    const same = sheet.bars.filter((bar) => bar.op.process === op.process);
    const place = same.findIndex((bar) => bar.op.id === op.id);
    return same[place + across];
  }
  const down = upAndDown[key];
  const from = sheet.bars[at];
  if (!down || !from) return undefined;
  const lanes = sheet.lanes.map((lane) => lane.process);
  for (let lane = lanes.indexOf(op.process) + down; lane >= 0 && lane < lanes.length; lane += down) {
    const there = sheet.bars.filter((bar) => bar.op.process === lanes[lane]);
    const distance = (bar: Bar) => Math.abs(bar.x1 - from.x1);
    const [first, ...rest] = there;
    if (first) return rest.reduce((best, bar) => (distance(bar) < distance(best) ? bar : best), first);
  }
  return undefined;
}

export function useBarKeys(
  desk: Desk,
  sheet: Sheet,
  step: number,
  focus: (id: number) => void,
  abandon: () => boolean,
): BarKeys {
  const [taken, setTaken] = useState<number | null>(null);

  function putDown(keep: boolean): void {
    if (taken === null) return;
    setTaken(null);
    if (keep) desk.letGo();
    else desk.putBack();
  }

  function carry(op: DrawnOperation, key: string): void {
    const lanes = sheet.lanes.map((lane) => lane.process);
    const to = lanes[lanes.indexOf(op.process) + (upAndDown[key] ?? 0)] ?? op.process;
    desk.edit((drawn) =>
      move(drawn, op.id, op.start + (sideways[key] ?? 0) * step, to, step, Math.min(0, op.start)),
    );
  }

  function keyed(event: KeyboardEvent, op: DrawnOperation): boolean {
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) {
      if (taken !== null) return false;
      const letter = key.toLowerCase();
      if (letter === 'z') shiftKey ? desk.redo() : desk.undo();
      else if (letter === 'y') desk.redo();
      return letter === 'z' || letter === 'y';
    }
    if (event.altKey) return false;
    if (key === 'Escape') {
      const was = taken !== null;
      putDown(false);
      return abandon() || was;
    }
    if (key === 'Enter' || key === ' ') {
      if (taken !== null) putDown(true);
      else {
        desk.select(op.id);
        desk.hold();
        setTaken(op.id);
      }
      return true;
    }
    if (key === 'Delete' || key === 'Backspace') {
      const next = neighbour(sheet, op, 'ArrowLeft') ?? neighbour(sheet, op, 'ArrowRight');
      putDown(true);
      desk.edit((drawn) => remove(drawn, op.id), next?.op.id ?? null);
      if (next) focus(next.op.id);
      return true;
    }
    const across = sideways[key];
    if (shiftKey && across) {
      desk.select(op.id);
      desk.edit((drawn) => stretch(drawn, op.id, 'end', (op.end ?? op.start) + across * step, step));
      return true;
    }
    if (taken !== null && (across || upAndDown[key])) {
      carry(op, key);
      return true;
    }
    const next = neighbour(sheet, op, key);
    if (next) {
      desk.select(next.op.id);
      focus(next.op.id);
    }
    return next !== undefined || key in sideways || key in upAndDown;
  }

  return {
    taken,
    onKeyDown(event, op) {
      if (!keyed(event, op)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onBlur: () => putDown(true),
  };
}
