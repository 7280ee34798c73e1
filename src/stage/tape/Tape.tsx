/**
 * The tape: the space-time diagram of a run, time left to right, a lane a node. React draws what a position
 * adds; one painter moves the cursor, the clip that ends at it, and the heads of messages on their way.
 *
 * Hidden from assistive technology: the time bar, the log and the table say and do the same.
 */

import { useId, useMemo, useRef } from 'react';
import type { Micros } from '#/scenarios';
import { tokenPath } from '../network/token-shape';
import { useRun, useRunState } from '../run';
import { useStamps } from '../stamps';
import { cursorText, kindShort } from '../words';
import { headAt } from './arrows';
import { drawingOf } from './drawing';
import type { Frame } from './frame';
import type { Overlay } from './overlay';
import { useRelation } from './relation';
import styles from './Tape.module.css';
import { TapeDrawing, TapeLabels } from './TapeDrawing';
import { useTimeAxis } from './TimeFrame';
import { textWidth } from './text-width';
import { usePainter } from './use-painted';
import { useTapeHands } from './use-tape-hands';

export interface TapeProps {
  /** A moment to flag: where this run parts from the one it is compared with. */
  partsAt?: Micros | null | undefined;
  /** A moment to cross out: where a promise is broken. */
  breaksAt?: Micros | null | undefined;
  overlay?: Overlay | undefined;
}

const isOn = (frame: Frame, at: Micros): boolean => at >= frame.from && at <= frame.from + frame.length;

export function Tape({ partsAt = null, breaksAt = null, overlay }: TapeProps) {
  const run = useRun();
  const { scenario } = run;
  const { frame, lanes, reader, hold } = useTimeAxis();
  const id = useId();
  const at = useRunState((s) => s.at);
  useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const relationOf = useRelation();
  const stamps = useStamps();
  const trace = run.trace();
  const view = run.view();
  const drawing = useMemo(
    () =>
      drawingOf(
        {
          ...reader.read(run, trace, frame),
          at: view.at,
          trace,
          messages: view.messages,
          nodes: view.nodes,
          shared: Boolean(run.judges),
          overlay,
          stamps,
        },
        scenario,
        frame,
        lanes,
      ),
    [trace, view, scenario, frame, lanes, reader, overlay, stamps, run],
  );
  const moving = drawing.crowded ? [] : drawing.arrows.filter((arrow) => arrow.heading);

  const svg = useRef<SVGSVGElement>(null);
  const clip = useRef<SVGRectElement>(null);
  const cursor = useRef<SVGGElement>(null);
  const readout = useRef<SVGTextElement>(null);
  const tokens = useRef<SVGGElement>(null);

  const xAt = (t: Micros) => Math.min(frame.right, Math.max(frame.left, frame.x(t)));
  const readoutX = (t: Micros, text: string) =>
    Math.min(xAt(t) + 4, frame.right + 12 - textWidth(text, 14) * 1.08);

  usePainter((t) => {
    const x = xAt(t);
    const text = `t = ${cursorText(t, scenario.pace)}`;
    clip.current?.setAttribute('width', String(x - frame.left));
    cursor.current?.setAttribute('transform', `translate(${x} 0)`);
    if (readout.current) {
      readout.current.textContent = text;
      readout.current.setAttribute('x', String(readoutX(t, text)));
    }
    const groups = tokens.current?.children;
    moving.forEach(({ heading }, i) => {
      if (heading) groups?.[i]?.setAttribute('transform', `translate(${x} ${headAt(heading, t)})`);
    });
  });

  const hands = useTapeHands(
    svg,
    (clientX) => {
      const box = svg.current?.getBoundingClientRect();
      if (!box || box.width === 0) return null;
      return Math.max(0, Math.round(frame.timeAt(((clientX - box.left) * frame.width) / box.width)));
    },
    hold,
  );

  const [plotId, pastId] = [`${id}plot`, `${id}past`];
  const text = `t = ${cursorText(at, scenario.pace)}`;
  return (
    <svg
      ref={svg}
      className={styles.tape}
      data-part="tape"
      aria-hidden="true"
      focusable="false"
      height={lanes.height}
      viewBox={`0 0 ${frame.width} ${lanes.height}`}
      preserveAspectRatio="xMinYMin slice"
      {...hands}
    >
      <defs>
        <clipPath id={plotId}>
          <rect x={frame.left - 6} y={0} width={frame.right - frame.left + 12} height={lanes.height} />
        </clipPath>
        <clipPath id={pastId}>
          <rect ref={clip} x={frame.left} y={0} width={xAt(at) - frame.left} height={lanes.height} />
        </clipPath>
      </defs>
      <rect className={styles.sheet} width={frame.width} height={lanes.height} />
      <TapeDrawing
        drawing={drawing}
        Over={overlay?.Marks}
        frame={frame}
        lanes={lanes}
        plot={`url(#${plotId})`}
        past={`url(#${pastId})`}
        relationOf={relationOf}
      />
      {breaksAt !== null && isOn(frame, breaksAt) && (
        <g className={styles.breaking} data-breaking="" transform={`translate(${frame.x(breaksAt)} 0)`}>
          <path d={`M0 ${lanes.top + 8}V${lanes.axis - 8}`} />
          <path className={styles.broken} d={`M-6 ${lanes.axis - 6}l12 12m0 -12l-12 12`} />
        </g>
      )}
      {partsAt !== null && isOn(frame, partsAt) && (
        <g className={styles.parting} data-parting="" transform={`translate(${frame.x(partsAt)} 0)`}>
          <path d={`M0 ${lanes.top + 8}V${lanes.axis}`} />
          <path className={styles.flag} d={`M0 ${lanes.top}l6 6l-6 6l-6 -6z`} />
        </g>
      )}
      <g ref={cursor} className={styles.cursor} transform={`translate(${xAt(at)} 0)`} data-grip="">
        <rect className={styles.grip} x={-14} y={lanes.top} width={28} height={lanes.height - lanes.top} />
        <path d={`M0 ${lanes.top}V${lanes.height - 18}`} />
        <path className={styles.knob} d={`M-6 ${lanes.top - 4}h12v8l-6 6l-6 -6z`} />
      </g>
      <TapeLabels drawing={drawing} relationOf={relationOf} />
      <text ref={readout} className={styles.readout} x={readoutX(at, text)} y={lanes.height - 6} data-grip="">
        {text}
      </text>
      <g ref={tokens} className={styles.tokens}>
        {moving.map(({ entry, shape, journey, heading }) => {
          const short = kindShort(scenario, journey.kind);
          const width = Math.max(26, short.length * 8 + 12);
          return (
            <g
              key={entry}
              className={styles[shape]}
              data-token={entry}
              transform={`translate(${xAt(at)} ${heading ? headAt(heading, at) : 0})`}
            >
              <path d={tokenPath(shape, width)} />
              <text y={5} textAnchor="middle">
                {short}
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}
