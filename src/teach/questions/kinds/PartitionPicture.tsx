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
const HEIGHT = 300;
const TOP = 34;
const RADIUS = 20;

export function PartitionPicture({ scenario, sideOf, onPress }: PartitionPictureProps) {
  const place = (id: string) => {
    const node = scenario.nodes.find((n) => n.id === id);
    const across = 12 + ((node?.x ?? 50) / 100) * 76;
    return { x: `${across}%`, y: TOP + ((node?.y ?? 50) / 100) * (HEIGHT - TOP - 56) };
  };
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
