/**
 * The tape one draws on: a lane a process, a bar an operation, time from left to right. Only what is in sight is
 * drawn and has buttons; one of them at a time is a stop for Tab.
 */

import { useEffect, useMemo, useRef } from 'react';
import { IconButton, MinusIcon, PlusIcon } from '#/ui';
import type { Desk } from '../document/desk';
import { operationOf } from '../document/drawn';
import { useDeskState } from '../document/use-desk';
import { told } from '../document/words';
import type { Marks } from '../verdicts/marks';
import { Bars } from './Bars';
import { inSight, LONGEST_NAME, layOut, stepOf } from './geometry';
import { Spots } from './Spots';
import styles from './Tape.module.css';
import { useBarHands } from './use-bar-hands';
import { useBarKeys } from './use-bar-keys';
import { useSheetWindow } from './use-sheet-window';
import { useView } from './use-view';

export interface TapeProps {
  desk: Desk;
  marks: Marks;
  stale: boolean;
  /** Hears by how much one press of an arrow moves, so that the fields step alike. */
  onStep: (step: number) => void;
}

export function Tape({ desk, marks, stale, onStep }: TapeProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const corner = useRef<HTMLDivElement>(null);
  const drawn = useDeskState(desk, (state) => state.drawn);
  const selected = useDeskState(desk, (state) => state.selected);
  const opened = useDeskState(desk, (state) => state.opened);
  const held = useDeskState(desk, (state) => state.held);
  const { view, nearer, farther, fit } = useView(desk, opened, scroller);
  const sheet = useMemo(() => layOut(drawn, view), [drawn, view]);
  const step = useMemo(() => stepOf(drawn, view), [drawn, view]);
  const window = useSheetWindow(scroller);
  const wanted = useRef<number | null>(null);

  const bars = sheet.bars.filter((bar) => inSight(bar, window) || bar.op.id === selected);
  const stop = bars.some((bar) => bar.op.id === selected) ? selected : (bars[0]?.op.id ?? null);
  const hands = useBarHands(desk, sheet, view, step, corner);
  const keys = useBarKeys(
    desk,
    sheet,
    step,
    (id) => {
      wanted.current = id;
    },
    hands.abandon,
  );

  useEffect(() => onStep(step), [step, onStep]);

  // The button of the next bar may not be there before it is selected.
  useEffect(() => {
    if (wanted.current === null) return;
    const button = corner.current?.querySelector<HTMLElement>(`[data-operation="${wanted.current}"]`);
    wanted.current = null;
    button?.focus();
  });

  // What is selected elsewhere comes into sight, unless it is being dragged.
  useEffect(() => {
    const element = scroller.current;
    const bar = sheet.bars.find(({ op }) => op.id === selected);
    if (!element || !bar || held) return;
    const { scrollLeft, clientWidth, scrollTop, clientHeight } = element;
    if (bar.x1 - view.names - 8 < scrollLeft || bar.x1 > scrollLeft + clientWidth - 40)
      element.scrollLeft = bar.x1 - view.names - 40;
    if (bar.y < scrollTop || bar.y > scrollTop + clientHeight - 60) element.scrollTop = bar.y - 80;
  }, [selected, held, sheet, view]);

  const moved = operationOf(drawn, selected);
  return (
    <div className={styles.tape} data-part="tape">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would put its name on screen as a legend. */}
      <div ref={scroller} className={styles.scroller} role="group" aria-label="Operations on the tape">
        {/* Everything a pointer does here, the buttons and the fields do too. */}
        <div
          ref={corner}
          className={styles.desk}
          onPointerDown={(event) => {
            if (!(event.target as Element).closest('button')) hands.onSheet(event);
          }}
          onPointerMove={hands.onMove}
          onPointerUp={hands.onUp}
          onPointerCancel={hands.onCancel}
        >
          <Bars sheet={sheet} view={view} window={window} selected={selected} marks={marks} stale={stale} />
          <div className={styles.spots}>
            <Spots
              bars={bars}
              object={drawn.object}
              stop={stop}
              taken={keys.taken}
              marks={marks}
              onPointerDown={hands.onBar}
              onKeyDown={keys.onKeyDown}
              onFocus={(id) => desk.select(id)}
              onBlur={keys.onBlur}
            />
          </div>
          <svg
            className={styles.names}
            width={view.names}
            height={sheet.height}
            aria-hidden="true"
            focusable="false"
          >
            <rect width={view.names} height={sheet.height} />
            <path d={`M${view.names - 0.5} 0V${sheet.height}`} />
            {sheet.lanes.map(({ process, y }) => (
              <text key={process} x={12} y={y + 5}>
                {process.length > LONGEST_NAME ? `${process.slice(0, LONGEST_NAME - 1)}…` : process}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {moved && (keys.taken !== null || held) ? told(moved, drawn.object) : ''}
      </p>
      <div className={styles.foot}>
        <p className={styles.keys}>
          Drag a bar, or one of its ends; draw a new one on a free stretch. By keyboard: arrows go from bar to
          bar, Enter takes one up and arrows move it, Shift with an arrow moves its end, Delete takes it away.
        </p>
        <div className={styles.zooms}>
          <IconButton label="Zoom out" icon={<MinusIcon size={18} />} onClick={farther} />
          <IconButton label="Zoom in" icon={<PlusIcon size={18} />} onClick={nearer} />
          <button type="button" className={styles.whole} onClick={fit}>
            Fit
          </button>
        </div>
      </div>
    </div>
  );
}
