/** The nodes of a scenario with the side each is on, and the links that would be cut. Pressing a node moves it on. */

import type { Scenario } from '#/scenarios';
import { cx } from '#/ui';
import styles from './PartitionPicture.module.css';

export interface PartitionPictureProps {
  scenario: Scenario;
  /** From 0. */
  sideOf: (id: string) => number;
  onPress?: ((id: string) => void) | undefined;
}

/** In the picture's own height; across, everything is a share of the width. */
const HEIGHT = 230;
const RADIUS = 20;
const [TOP, BOTTOM] = [RADIUS + 8, HEIGHT - RADIUS - 30];
const [LEFT, RIGHT] = [11, 89];

/** The scenario's own places, spread over all of the picture. */
function placesOf({ nodes }: Scenario): ReadonlyMap<string, { readonly x: string; readonly y: number }> {
  const spread = (of: (node: Scenario['nodes'][number]) => number, from: number, to: number) => {
    const all = nodes.map(of);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return (value: number) =>
      most === least ? (from + to) / 2 : from + ((value - least) / (most - least)) * (to - from);
  };
  const [x, y] = [spread((n) => n.x, LEFT, RIGHT), spread((n) => n.y, TOP, BOTTOM)];
  return new Map(nodes.map((node) => [node.id, { x: `${x(node.x)}%`, y: y(node.y) }]));
}

export function PartitionPicture({ scenario, sideOf, onPress }: PartitionPictureProps) {
  const places = placesOf(scenario);
  const place = (id: string) => places.get(id) ?? { x: '50%', y: HEIGHT / 2 };
  return (
    <svg
      className={styles.picture}
      aria-hidden="true"
      focusable="false"
      width="100%"
      height={HEIGHT}
      data-part="sides"
    >
      {scenario.links.map(({ between: [from, to] }) => {
        const [a, b] = [place(from), place(to)];
        const cut = sideOf(from) !== sideOf(to);
        return (
          <line
            key={`${from} ${to}`}
            className={cut ? styles.cut : styles.link}
            data-cut={cut}
            x1={a.x}
            y1={a.y}
            x2={b.x}
            y2={b.y}
          />
        );
      })}
      {scenario.nodes.map(({ id, label }) => {
        const { x, y } = place(id);
        const side = sideOf(id);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: hidden from readers; the fields below do the same.
          <g
            key={id}
            className={onPress ? styles.press : undefined}
            data-node={id}
            data-side={side + 1}
            onClick={() => onPress?.(id)}
          >
            {side === 2 && <circle className={styles.rim} cx={x} cy={y} r={RADIUS + 5} />}
            <circle className={side === 1 ? styles.full : styles.node} cx={x} cy={y} r={RADIUS} />
            <text
              className={cx(styles.side, side === 1 ? styles.onFull : styles.words)}
              x={x}
              y={y + 5}
              textAnchor="middle"
            >
              {side + 1}
            </text>
            <text className={styles.words} x={x} y={y + RADIUS + 20} textAnchor="middle">
              {label ?? id}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
