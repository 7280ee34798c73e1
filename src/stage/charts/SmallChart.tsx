/**
 * A chart of one measure that nobody plays: small, on an axis that is given, so that several can be compared. Made of
 * what a label may contain. A table beside it has to say the same.
 */

import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Micros } from '#/scenarios';
import { axisTicks, frameOf } from '../tape/frame';
import { ChartPicture } from './ChartPicture';
import { looks } from './looks';
import { planOf } from './plan';
import styles from './SmallChart.module.css';

export interface SmallLine {
  readonly name: string;
  /** This run's own, or another that is held against it. */
  readonly look: 'own' | 'other';
  readonly points: readonly {
    readonly fromUs: Micros;
    readonly toUs: Micros;
    /** In the unit of the axis. */
    readonly value: number | null;
  }[];
}

export interface SmallChartProps {
  /** Over the same times. */
  lines: readonly SmallLine[];
  /** The greatest value of the axis. */
  most: number;
  text: (value: number) => string;
  /** A moment to look at. */
  mark?: Micros | undefined;
}

const LEFT = 44;
const NARROWEST = 220;
const LOOKS = { own: looks.good, other: looks.bad } as const;

export function SmallChart({ lines, most, text, mark }: SmallChartProps) {
  const box = useRef<HTMLSpanElement>(null);
  const [width, setWidth] = useState(NARROWEST);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(NARROWEST, Math.round(element.clientWidth)));
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const drawn = useMemo(() => {
    const times = lines[0]?.points ?? [];
    const from = times[0]?.fromUs ?? 0;
    const length = Math.max(1, (times.at(-1)?.toUs ?? 0) - from);
    const frame = frameOf(width, LEFT, { from, length });
    const curves = lines.map(({ name, look, points }) => ({
      id: look,
      name,
      look: LOOKS[look],
      values: points.map(({ value }) => value),
    }));
    const edges = times.length === 0 ? [] : [from, ...times.map(({ toUs }) => toUs)];
    const axis = { scale: 'linear', whole: most > 0 ? most : 1, text } as const;
    return {
      frame,
      plan: planOf({ edges, curves }, axis, frame),
      times: axisTicks(frame).map((tick) => ({ x: frame.x(tick.at), text: tick.text })),
    };
  }, [lines, most, text, width]);

  const { frame, plan, times } = drawn;
  const marks = useMemo(() => (mark === undefined ? [] : [frame.x(mark)]), [frame, mark]);
  return (
    <span ref={box} className={styles.small}>
      <ChartPicture plan={plan} frame={frame} times={times} marks={marks} dated />
    </span>
  );
}
