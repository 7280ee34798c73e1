/**
 * A node: a disc with its name. Leader filled, candidate a ring with vote pips, follower an outline. A timer is an arc
 * that runs out; one that is due at a paused node, which does not look at it, is a ring of dots.
 */

import type { NodeView } from '#/scenarios';
import { cx } from '#/ui';
import type { TimerArc } from './frame';
import { NodeGauge } from './Gauge';
import type { NodePlace } from './layout';
import css from './NodeMark.module.css';
import { arcDash } from './painter';
import type { Light } from './Tokens';

interface NodeMarkProps {
  place: NodePlace;
  node: NodeView;
  radius: number;
  light: Light;
  timers: readonly TimerArc[];
  /** The id of the hatch of this figure. */
  hatch: string;
}

/** "2 of 3" among the facts of a candidate, drawn as pips. */
function votesOf(node: NodeView): { won: number; of: number } | null {
  const said = node.facts.find((f) => f.name === 'votes')?.value ?? '';
  const [, won, of] = /^(\d+) of (\d+)$/.exec(said) ?? [];
  return won === undefined || of === undefined ? null : { won: Number(won), of: Number(of) };
}

function Pips({ won, of, radius }: { won: number; of: number; radius: number }) {
  const y = radius * 0.58;
  return Array.from({ length: of }, (_, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a pip is its place in the row.
    <circle key={i} className={cx(css.pip, i < won && css.won)} cx={(i - (of - 1) / 2) * 8} cy={y} r={2.5} />
  ));
}

function Disc({ node, radius, hatch }: { node: NodeView; radius: number; hatch: string }) {
  if (node.status === 'crashed') {
    const arm = radius * 0.36;
    return (
      <>
        <circle className={css.under} r={radius} />
        <circle className={css.hatched} r={radius} fill={`url(#${hatch})`} />
        <path className={css.cross} d={`M${-arm} ${-arm}L${arm} ${arm}M${arm} ${-arm}L${-arm} ${arm}`} />
      </>
    );
  }
  return (
    <>
      <circle className={css.disc} r={radius} />
      {node.emphasis === 'ring' && <circle className={css.inner} r={radius - 5} />}
    </>
  );
}

export function NodeMark({ place, node, radius, light, timers, hatch }: NodeMarkProps) {
  const crashed = node.status === 'crashed';
  const votes = node.emphasis === 'ring' ? votesOf(node) : null;
  const corner = radius * 0.74;
  return (
    <g
      className={cx(css.node, !crashed && css[node.emphasis], light && css[light])}
      transform={`translate(${place.x} ${place.y})`}
    >
      <circle className={css.halo} r={radius + (timers.length > 0 ? 14 : 7)} />
      <Disc node={node} radius={radius} hatch={hatch} />
      {!crashed && (
        <text className={css.name} y={place.insideSize * 0.35} fontSize={place.insideSize}>
          {place.inside}
        </text>
      )}
      {votes && <Pips {...votes} radius={radius} />}
      {node.emphasis === 'filled' && !crashed && <NodeGauge node={node.id} radius={radius} />}
      {timers.slice(0, 2).map((timer, i) => (
        <circle
          key={timer.name}
          className={cx(css.timer, node.status === 'paused' && timer.left === 0 && css.overdue)}
          data-timer={timer.name}
          data-node={timer.node}
          r={radius + 6.5 + i * 6}
          pathLength={100}
          strokeDasharray={arcDash(timer.left)}
          transform="rotate(-90)"
        />
      ))}
      {node.status === 'paused' && (
        <g transform={`translate(${-corner} ${corner})`}>
          <circle className={css.badge} r={10} />
          <path className={css.bars} d="M-3 -4.5v9M3 -4.5v9" />
        </g>
      )}
      {node.armed && (
        <g transform={`translate(${corner} ${corner})`}>
          <circle className={css.armed} r={10} />
          <path className={css.fuse} d="M-3.5 -3.5l7 7m0 -7l-7 7" />
        </g>
      )}
    </g>
  );
}
