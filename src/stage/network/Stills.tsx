/** Ghosts and arrows between two steps, drawn for each event. */

import type { Entry, View } from '#/scenarios';
import type { Layout } from './layout';
import css from './Picture.module.css';
import { type Still, stillsOf } from './stills';
import { tokenPath } from './token-shape';
import { distance } from './track';

interface StillsProps {
  layout: Layout;
  view: View;
  trace: readonly Entry[];
  /** The id of this figure's arrowhead. */
  arrow: string;
}

/** The arrow ends before the token it leads to. */
function shaft({ from, to, width, arrived }: Still): string {
  const length = distance(from, to) || 1;
  const back = arrived ? 0 : Math.min(length - 4, width / 2 + 3);
  const share = (length - back) / length;
  return `M${from.x} ${from.y}L${from.x + (to.x - from.x) * share} ${from.y + (to.y - from.y) * share}`;
}

export function Stills({ layout, view, trace, arrow }: StillsProps) {
  return stillsOf(view, trace, layout).map((still) => (
    <g key={still.key}>
      <path className={css.shaft} d={shaft(still)} markerEnd={`url(#${arrow})`} />
      <path
        className={css.ghost}
        d={tokenPath(still.shape, still.width)}
        transform={`translate(${still.from.x} ${still.from.y})`}
      />
    </g>
  ));
}
