/** What a judge has to say of single operations, drawn on their bars: stripes, a rim, or the point where one took effect. */

import type { Drawing } from './drawing';
import type { Frame } from './frame';
import styles from './Noted.module.css';
import type { OperationNotes } from './operations';
import { CALL_HEIGHT } from './spans';

const APART = 9;

/** Diagonals that begin and end inside the bar. */
function stripes(from: number, to: number, top: number): string {
  const [bottom, rise] = [top + CALL_HEIGHT, Math.min(CALL_HEIGHT, to - from)];
  let d = '';
  for (let x = from; x <= to - rise; x += APART) d += `M${x} ${bottom}l${rise} ${-rise}`;
  return d;
}

interface NotedProps {
  drawing: Drawing;
  notes: OperationNotes;
  frame: Frame;
  past: string;
}

export function Noted({ drawing, notes, frame, past }: NotedProps) {
  return drawing.calls.map(({ entry, x1, x2, y }) => {
    const note = notes.get(entry);
    if (!note) return null;
    const from = Math.max(x1, frame.left);
    const to = Math.max(x2 ?? frame.right, from + 2);
    const x = note.point === undefined ? null : frame.x(note.point);
    return (
      <g key={entry} className={styles.noted} data-note={note.look} clipPath={x2 === null ? past : undefined}>
        {note.look === 'stale' && <path className={styles.stripes} d={stripes(from, to, y)} />}
        {note.look !== 'ordered' && (
          <rect className={styles.blame} x={x1 - 2} y={y - 2} width={to - x1 + 4} height={CALL_HEIGHT + 4} />
        )}
        {x !== null && <path className={styles.point} d={`M${x} ${y - 3}v${CALL_HEIGHT + 6}`} />}
      </g>
    );
  });
}
