/**
 * The drawing: links, trays, cuts, nodes and words, redrawn for each event; tokens and arcs move by the painter.
 * Hidden from assistive technology, which has the buttons over it, the list of what is in flight and the log.
 */

import { memo, type RefObject, useId, useMemo, useState } from 'react';
import type { Entry, View } from '#/scenarios';
import { cx } from '#/ui';
import type { Selected } from '../run';
import { type CutMark, cutMarks, cutOf } from './cuts';
import { frame, recentDrops, trayStep } from './frame';
import { type Label, labelsOf } from './labels';
import { type Layout, type LinkPlace, type Way, wayKey } from './layout';
import { NodeMark } from './NodeMark';
import css from './Picture.module.css';
import { Stills } from './Stills';
import type { LinkSpot } from './spot-places';
import { type Light, Tokens } from './Tokens';
import { Words } from './Words';

export interface PictureProps {
  layout: Layout;
  view: View;
  trace: readonly Entry[];
  /** The cursor when the picture was asked for. */
  at: number;
  pace: number;
  /** Whether every node's clock is shown, also where all are right. */
  clocks?: boolean | undefined;
  selection: Selected;
  /** How the selection lights each node. */
  lightOf: (node: string) => Light;
  /** Where links can be taken hold of; none where they cannot. */
  handles: readonly LinkSpot[];
  /** Steps instead of motion. */
  still: boolean;
  className?: string | undefined;
  ref?: RefObject<SVGSVGElement | null>;
}

const pathOf = ({ line, bend }: LinkPlace): string => {
  const [a, b] = [line.points[0], line.points.at(-1)];
  if (!a || !b) return '';
  return bend ? `M${a.x} ${a.y}Q${bend.x} ${bend.y} ${b.x} ${b.y}` : `M${a.x} ${a.y}L${b.x} ${b.y}`;
};

function Links({ layout, view, selection }: Pick<PictureProps, 'layout' | 'view' | 'selection'>) {
  return layout.links.map((link) => {
    const chosen =
      selection?.on === 'link' &&
      [link.a, link.b].includes(selection.link.from) &&
      [link.a, link.b].includes(selection.link.to);
    const d = pathOf(link);
    return (
      <g key={link.key} className={cx(css.link, cutOf(view, link) === 'both' && css.severed)}>
        {chosen && <path className={css.chosen} d={d} />}
        <path d={d} />
      </g>
    );
  });
}

const CUT_HERE = 'M-6.5 0h3.5M3 0h3.5M1.6 -5l-3.2 10';
const MEND_HERE = 'M-6.5 0h13M-3 -3l-3 3l3 3M3 -3l3 3l-3 3';

/** Under the tokens, so that a message that passes is never hidden. */
function Handles({ handles, view }: Pick<PictureProps, 'handles' | 'view'>) {
  return handles.map(({ link, x, y }) => (
    <g key={link.key} className={css.handle} transform={`translate(${x} ${y})`}>
      <circle r={10} />
      <path d={cutOf(view, link) === null ? CUT_HERE : MEND_HERE} />
    </g>
  ));
}

/** An open box with room for what it holds. */
export function trayPath(layout: Layout, way: Way, count: number): string {
  const { x, y } = way.tray;
  const half = ((Math.max(1, count) - 1) * trayStep(layout, count)) / 2 + 27;
  return `M${x - half} ${y - 6}V${y + 17}H${x + half}V${y - 6}`;
}

function Trays({ layout, view }: Pick<PictureProps, 'layout' | 'view'>) {
  return [...layout.ways].map(([key, way]) => {
    const held = view.messages.filter((m) => m.status === 'held' && wayKey(m.from, m.to) === key);
    if (held.length === 0) return null;
    return <path key={key} className={css.tray} d={trayPath(layout, way, held.length)} />;
  });
}

function Cuts({ marks }: { marks: readonly CutMark[] }) {
  return marks.map(({ key, line: [a, b], arrow }) => (
    <g key={key}>
      <path className={css.cut} d={`M${a.x} ${a.y}L${b.x} ${b.y}`} />
      {arrow && (
        <path
          className={css.blocked}
          d="M-6 -6L6 0L-6 6z"
          transform={`translate(${arrow.x} ${arrow.y}) rotate(${arrow.angle})`}
        />
      )}
    </g>
  ));
}

function Drawing({
  layout,
  view,
  trace,
  at,
  pace,
  clocks,
  selection,
  lightOf,
  handles,
  still,
  className,
  ref,
}: PictureProps) {
  const id = useId().replace(/\W/g, '');
  const marks = useMemo(() => cutMarks(layout, view), [layout, view]);
  const labels = useMemo<readonly Label[]>(
    () => labelsOf(layout, view, marks, clocks),
    [layout, view, marks, clocks],
  );
  // Only ever the first frame: the painter owns the tokens from then on.
  const [initial] = useState(() => frame(view, at, layout, recentDrops(trace, view.index, at, pace)));
  const { timers } = useMemo(() => frame({ ...view, messages: [] }, at, layout), [view, at, layout]);
  return (
    <svg
      ref={ref}
      className={cx(css.picture, className)}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width="100%"
      height={layout.height}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern
          id={`${id}-hatch`}
          width={6}
          height={6}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className={css.hatchGround} width={6} height={6} />
          <rect className={css.hatchLine} width={2} height={6} />
        </pattern>
        <marker
          id={`${id}-arrow`}
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={6}
          markerHeight={6}
          orient="auto"
        >
          <path className={css.arrowHead} d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      <Links layout={layout} view={view} selection={selection} />
      <Trays layout={layout} view={view} />
      <Cuts marks={marks} />
      {view.nodes.map((node) => {
        const place = layout.nodes.find((n) => n.id === node.id);
        if (!place) return null;
        const own = timers.filter((t) => t.node === node.id).sort((a, b) => a.left - b.left);
        return (
          <NodeMark
            key={node.id}
            place={place}
            node={node}
            radius={layout.radius}
            light={lightOf(node.id)}
            timers={own}
            hatch={`${id}-hatch`}
          />
        );
      })}
      <Handles handles={handles} view={view} />
      <Words labels={labels} view={view} pace={pace} />
      {still && <Stills layout={layout} view={view} trace={trace} arrow={`${id}-arrow`} />}
      <Tokens initial={initial} />
      <g data-hand="" className={css.hand} />
    </svg>
  );
}

export const Picture = memo(Drawing);
