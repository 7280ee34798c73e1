/**
 * The line of time with its head: a native range over a drawing of the events. Arrows go event by event, Page ten
 * at a time, Home and End to the ends; a pointer goes anywhere. The painter moves the head, not React.
 */

import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { Micros } from '#/scenarios';
import { Range } from '#/ui';
import { useRun, useRunState } from '../run';
import { usePainted, usePainter } from '../tape/use-painted';
import { timeSpoken } from '../words';
import styles from './TimeBar.module.css';
import { ACROSS, tickPlaces, ticksPath } from './ticks';

export interface ScrubberProps {
  /** Virtual times of authored moments. */
  marks?: readonly Micros[] | undefined;
}

export function Scrubber({ marks = [] }: ScrubberProps) {
  const run = useRun();
  const span = usePainted((r) => r.span());
  const at = useRunState((s) => s.at);
  const index = useRunState((s) => s.index);
  const branch = useRunState((s) => s.branch);
  const frontier = useRunState((s) => s.frontier);
  const beat = useRunState((s) => s.beat);
  const range = useRef<HTMLInputElement>(null);
  const filled = useRef<SVGLineElement>(null);
  const dragging = useRef(false);

  const times = run.branches[branch]?.times;
  const ticks = useMemo(
    () => (times && frontier >= 0 ? ticksPath(tickPlaces(times, span)) : ''),
    [times, span, frontier],
  );
  const share = (t: Micros) => `${Math.min(100, (t / span) * 100).toFixed(2)}%`;

  usePainter((t) => {
    if (range.current && !dragging.current) range.current.value = String(Math.round(t));
    filled.current?.setAttribute('x2', share(t));
  });

  function keyDown(event: KeyboardEvent): void {
    const go: Record<string, () => void> = {
      ArrowRight: () => run.step(),
      ArrowUp: () => run.step(),
      ArrowLeft: () => run.back(),
      ArrowDown: () => run.back(),
      PageUp: () => run.step(10),
      PageDown: () => run.back(10),
      Home: () => run.start(),
      End: () => run.runUntil('end'),
    };
    const act = event.altKey || event.ctrlKey || event.metaKey ? undefined : go[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  function letGo(): void {
    if (!dragging.current) return;
    dragging.current = false;
    run.settled();
  }

  return (
    <div className={styles.scrubber}>
      <svg className={styles.rail} aria-hidden="true" focusable="false">
        <line className={styles.whole} x1="0" x2="100%" y1="50%" y2="50%" />
        <line ref={filled} className={styles.filled} x1="0" x2={share(at)} y1="50%" y2="50%" />
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${ACROSS} 12`}
          y="50%"
          height="12"
          overflow="visible"
          preserveAspectRatio="none"
        >
          <path className={styles.ticks} d={ticks} transform="translate(0 -6)" />
        </svg>
        {marks.map((mark, i) => (
          <svg key={mark} aria-hidden="true" x={share(mark)} y="50%" overflow="visible">
            <path
              className={beat !== null && i <= beat ? styles.beatPassed : styles.beat}
              d="M0 -17l4.5 5l-4.5 5l-4.5 -5z"
            />
          </svg>
        ))}
      </svg>
      <Range
        ref={range}
        className={styles.range}
        min={0}
        max={Math.round(span)}
        step={1}
        defaultValue={at}
        aria-label="Time"
        aria-valuetext={`${timeSpoken(at)}, ${index} ${index === 1 ? 'event' : 'events'}`}
        onKeyDown={keyDown}
        onPointerDown={() => {
          dragging.current = true;
        }}
        onPointerUp={letGo}
        onPointerCancel={letGo}
        onBlur={letGo}
        onChange={(event) => run.seek(Number(event.target.value), dragging.current)}
      />
    </div>
  );
}
