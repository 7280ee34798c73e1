/**
 * What a judge has to say of single operations, drawn over their bars: stripes, a rim, or the point where one took
 * effect; and the words beside it.
 */

import type { Micros } from '#/scenarios';
import type { Frame } from '../tape/frame';
import type { Overlay } from '../tape/overlay';
import type { LabelWish, Spot } from '../tape/place-labels';
import { CALL_HEIGHT, type CallBar } from '../tape/spans';
import styles from './Noted.module.css';

/** What is to be seen of one operation. */
export interface OperationNote {
  /** "stale by 2 writes", "to blame"; or its number in an order. */
  readonly words: string;
  readonly look: 'stale' | 'blamed' | 'ordered';
  /** A moment at which it may have taken effect. */
  readonly point?: Micros;
}

/** By the entry of the call. */
export type OperationNotes = ReadonlyMap<number, OperationNote>;

/** What a judge says of an operation stands below its bar, or above it; a number stands at its point. */
export function noteWishes(notes: OperationNotes, calls: readonly CallBar[], frame: Frame): LabelWish[] {
  return calls.flatMap(({ entry, x1, y }): LabelWish[] => {
    const note = notes.get(entry);
    if (!note) return [];
    const ordered = note.look === 'ordered';
    const x = note.point === undefined ? Math.max(x1, frame.left) + (ordered ? 6 : 0) : frame.x(note.point);
    const spots = [0, 12, -12, 24, -24].flatMap((by) =>
      [y + CALL_HEIGHT + 13, y - 4].map(
        (base): Spot => ({ text: note.words, x: x + by, y: base, anchor: ordered ? 'middle' : 'start' }),
      ),
    );
    return [{ key: `n${entry}`, entry, weight: 95, hue: ordered ? 'ink' : 'vermilion', spots }];
  });
}

const APART = 9;

/** Diagonals that begin and end inside the bar. */
function stripes(from: number, to: number, top: number): string {
  const [bottom, rise] = [top + CALL_HEIGHT, Math.min(CALL_HEIGHT, to - from)];
  let d = '';
  for (let x = from; x <= to - rise; x += APART) d += `M${x} ${bottom}l${rise} ${-rise}`;
  return d;
}

/** Undefined where there is nothing to note. */
export function overlayOf(notes: OperationNotes): Overlay | undefined {
  if (notes.size === 0) return undefined;
  return {
    wishes: (calls, frame) => noteWishes(notes, calls, frame),
    Marks: ({ calls, frame, past }) =>
      calls.map(({ entry, x1, x2, y }) => {
        const note = notes.get(entry);
        if (!note) return null;
        const from = Math.max(x1, frame.left);
        const to = Math.max(x2 ?? frame.right, from + 2);
        const x = note.point === undefined ? null : frame.x(note.point);
        return (
          <g
            key={entry}
            className={styles.noted}
            data-note={note.look}
            clipPath={x2 === null ? past : undefined}
          >
            {note.look === 'stale' && <path className={styles.stripes} d={stripes(from, to, y)} />}
            {note.look !== 'ordered' && (
              <rect
                className={styles.blame}
                x={x1 - 2}
                y={y - 2}
                width={to - x1 + 4}
                height={CALL_HEIGHT + 4}
              />
            )}
            {x !== null && <path className={styles.point} d={`M${x} ${y - 3}v${CALL_HEIGHT + 6}`} />}
          </g>
        );
      }),
  };
}
