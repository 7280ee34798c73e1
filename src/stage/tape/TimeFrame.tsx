/**
 * The time axis that the tape and the truth lanes share: how wide the page is, what stretch of time is in sight,
 * and where the window stands. It follows the cursor page by page and zooms only when asked.
 */

import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react';
import type { Micros } from '#/scenarios';
import { useRun } from '../run';
import { type Frame, frameOf, type Lanes, lanesOf, leftOf, pageStart, usualLength } from './frame';
import { Reader } from './reading';
import styles from './Tape.module.css';
import { shownCursor, useBrowserLayout, usePainted } from './use-painted';

export interface TimeAxis {
  readonly frame: Frame;
  readonly lanes: Lanes;
  readonly reader: Reader;
  /** Keeps the page from turning while something on it is being dragged. */
  hold(held: boolean): void;
  readonly zoom: {
    closer(): void;
    wider(): void;
    whole(): void;
    readonly canCloser: boolean;
    readonly canWider: boolean;
    readonly isWhole: boolean;
  };
}

const Axis = createContext<TimeAxis | null>(null);

export function useTimeAxis(): TimeAxis {
  const axis = useContext(Axis);
  if (!axis) throw new Error('This view has no time axis: put it into a TimeFrame.');
  return axis;
}

/** The width that a server assumes. */
const SERVER_WIDTH = 640;
const CLOSEST: Micros = 2_000;

export interface TimeFrameProps {
  /** Lanes closer together. */
  dense?: boolean | undefined;
  /** With room for the stamps of a clock. */
  stamped?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function TimeFrame({ dense = false, stamped = false, className, children }: TimeFrameProps) {
  const run = useRun();
  const { scenario } = run;
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(SERVER_WIDTH);
  const [steps, setSteps] = useState<number | 'whole'>(0);
  const held = useRef<Micros | null>(null);
  const [reader] = useState(() => new Reader());

  useBrowserLayout(() => {
    const element = box.current;
    if (!element || typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(([seen]) => {
      const now = Math.round(seen?.contentRect.width ?? 0);
      if (now > 0) setWidth(Math.max(280, now));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const left = leftOf(scenario);
  const usual = usualLength(scenario, width, left);
  const span = usePainted((r) => r.span());
  // A little more than the run, so that its last moment does not stick to the edge.
  const whole = Math.round(Math.max(span, usual / 4) * 1.04);
  const length = steps === 'whole' ? whole : Math.max(CLOSEST, Math.round(usual * 2 ** steps));
  const fits = steps === 'whole' || length >= scenario.stop.atUs;
  const from = usePainted((r) => held.current ?? pageStart(shownCursor(r), length, fits));

  const axis = useMemo((): TimeAxis => {
    const step = (by: number) => setSteps((s) => (s === 'whole' ? Math.log2(length / usual) : s) + by);
    const lanes = lanesOf(scenario, dense, stamped);
    return {
      frame: frameOf(width, left, { from, length }),
      lanes,
      reader,
      hold: (hold) => {
        held.current = hold ? from : null;
      },
      zoom: {
        closer: () => step(-1),
        wider: () => step(1),
        whole: () => setSteps((s) => (s === 'whole' ? 0 : 'whole')),
        canCloser: length > CLOSEST * 2,
        canWider: length < whole * 1.5,
        isWhole: steps === 'whole',
      },
    };
  }, [scenario, dense, stamped, width, left, from, length, reader, usual, whole, steps]);

  return (
    <div ref={box} className={className ?? styles.axis}>
      <Axis.Provider value={axis}>{children}</Axis.Provider>
    </div>
  );
}
