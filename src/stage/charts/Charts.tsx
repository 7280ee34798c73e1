/**
 * Charts of a run's load, beside the tape and on its cursor: one small picture a measure, on the tape's own time axis.
 * They are drawn anew when a stretch of time is over; in between only the cursor moves. Fetched by figures that need
 * them.
 */

import { memo, type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { type Run, useRun } from '../run';
import { useTimeAxis } from '../tape';
import { axisTicks, type Frame } from '../tape/frame';
import { usePainter } from '../tape/use-painted';
import chart from './Chart.module.css';
import { ChartPicker } from './ChartPicker';
import { ChartPicture } from './ChartPicture';
import styles from './Charts.module.css';
import { ChartTable } from './ChartTable';
import { curvesOf, type Side } from './curve';
import { firstCharts } from './first';
import { type ChartName, charts } from './measures';
import { planOf } from './plan';
import { standing } from './rows';
import { TriggerList, TriggerStrip } from './Triggers';
import { type Trigger, triggersOf } from './triggers';
import { useLoad } from './use-load';
import { useScrub } from './use-scrub';

/** The same object as long as the same time is in sight: an axis is a new one with each event. */
function useSteadyFrame(): Frame {
  const { frame } = useTimeAxis();
  const { width, left, from, length } = frame;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest of a frame follows from these.
  return useMemo(() => frame, [width, left, from, length]);
}

export interface ChartsProps {
  /** Instead of charts, until they can be drawn. */
  place: ReactNode;
  /** A run of the same time to hold against this one, and what the two are called. */
  twin?: Twin | undefined;
}

export interface Twin {
  readonly run: Run;
  readonly names: { readonly own: string; readonly other: string };
}

export function Charts({ twin, ...rest }: ChartsProps) {
  return twin ? <OfTwo twin={twin} {...rest} /> : <Drawn other={null} own={null} {...rest} />;
}

function OfTwo({ twin: { run, names }, place }: { twin: Twin; place: ReactNode }) {
  const load = useLoad(run);
  const other = useMemo(() => load && { load, name: names.other }, [load, names.other]);
  return other ? <Drawn own={names.own} other={other} place={place} /> : place;
}

interface DrawnProps {
  place: ReactNode;
  /** What this run is called beside another. */
  own: string | null;
  other: Side | null;
}

function Drawn({ place, own, other }: DrawnProps) {
  const run = useRun();
  const { scenario } = run;
  const frame = useSteadyFrame();
  const load = useLoad(run);
  const sides = useMemo(
    () => (load ? [{ load, name: own }, ...(other ? [other] : [])] : null),
    [load, own, other],
  );
  const [chosen, setChosen] = useState<readonly ChartName[]>(() => firstCharts(scenario));
  const box = useRef<HTMLDivElement>(null);
  const hands = useScrub();
  const { at } = run.store.getState();
  const done = run.landmarks?.() ?? run.trace();
  const triggers = useMemo(() => triggersOf(done, scenario), [done, scenario]);
  const marks = useMarks(triggers, frame);
  const times = useMemo(
    () => axisTicks(frame).map((tick) => ({ x: frame.x(tick.at), text: tick.text })),
    [frame],
  );

  usePainter((now) => {
    const x = Math.min(frame.right, Math.max(frame.left, frame.x(now)));
    for (const line of box.current?.querySelectorAll('[data-cursor]') ?? []) {
      line.setAttribute('transform', `translate(${x} 0)`);
    }
  });

  if (!sides) return place;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a page with several figures would have as many landmarks of one name.
    <div role="group" aria-label="Load so far" className={styles.charts} data-part="charts">
      <ChartPicker chosen={chosen} onChoose={setChosen} />
      <div ref={box} className={styles.stack} {...hands}>
        <TriggerStrip triggers={triggers} frame={frame} />
        <TriggerList triggers={triggers} />
        {chosen.map((name, i) => (
          <OneChart
            key={name}
            name={name}
            sides={sides}
            frame={frame}
            marks={marks}
            times={times}
            dated={i === chosen.length - 1}
            at={at}
          />
        ))}
      </div>
    </div>
  );
}

/** Places of what was done; the same array as long as they are the same. */
function useMarks(triggers: readonly Trigger[], frame: Frame): readonly number[] {
  const places = triggers.map(({ at }) => frame.x(at)).filter((x) => x >= frame.left && x <= frame.right);
  const key = [...new Set(places)].join(' ');
  return useMemo(() => (key === '' ? [] : key.split(' ').map(Number)), [key]);
}

interface OneChartProps {
  name: ChartName;
  sides: readonly Side[];
  frame: Frame;
  marks: readonly number[];
  times: readonly { readonly x: number; readonly text: string }[];
  dated: boolean;
  /** Where the cursor is; the painter keeps it there. */
  at: number;
}

const OneChart = memo(
  function OneChart({ name, sides, frame, marks, times, dated, at }: OneChartProps) {
    const [asTable, setAsTable] = useState(false);
    const id = useId();
    const kind = charts[name];
    const { title, unit } = kind;
    const plan = planOf(curvesOf(sides, kind), kind, frame);
    const cursor = Math.min(frame.right, Math.max(frame.left, frame.x(at)));
    return (
      // biome-ignore lint/a11y/useSemanticElements: a section with a name is a landmark, and seven would be too many.
      <div role="group" aria-label={title} className={chart.chart} data-chart={name}>
        <div className={chart.head}>
          <p className={chart.what}>
            <span className={chart.title}>{title}</span> <span>{unit}</span>
          </p>
          <button
            type="button"
            className={chart.turn}
            aria-expanded={asTable}
            aria-controls={asTable ? id : undefined}
            onClick={() => setAsTable(!asTable)}
          >
            <span className="visually-hidden">{title} </span>as a table
          </button>
        </div>
        <ChartPicture plan={plan} frame={frame} marks={marks} times={times} dated={dated} cursor={cursor} />
        <p className="visually-hidden">{sides.map((side) => standing(side, kind)).join(' ')}</p>
        {asTable && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
          <section id={id} className={chart.table} tabIndex={0} aria-label={`${title}, as a table`}>
            <ChartTable sides={sides} chart={kind} />
          </section>
        )}
      </div>
    );
  },
  (a, b) =>
    a.name === b.name &&
    a.sides === b.sides &&
    a.frame === b.frame &&
    a.marks === b.marks &&
    a.dated === b.dated,
);
