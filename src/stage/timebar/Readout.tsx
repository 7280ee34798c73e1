/** The moment and the speed, "84 ms, slow", or where a long run is being taken: written by the painter, so that digits run without React. */

import { useRef } from 'react';
import { useRun, useRunState } from '../run';
import { usePainter } from '../tape/use-painted';
import { cursorText, timeText } from '../words';
import styles from './TimeBar.module.css';

export function Readout() {
  const run = useRun();
  const speed = useRunState((s) => s.speed);
  const at = useRunState((s) => s.at);
  const towards = useRunState((s) => s.towards ?? null);
  const text = useRef<HTMLSpanElement>(null);
  const { pace } = run.scenario;
  usePainter((t) => {
    if (text.current) text.current.textContent = cursorText(t, pace);
  });
  return (
    <span className={styles.readout} data-part="readout">
      <span ref={text} data-clock="">
        {cursorText(at, pace)}
      </span>
      {towards === null ? `, ${run.speeds[speed]?.words}` : `, running to ${timeText(towards)}`}
    </span>
  );
}
