/** A script of events as lanes, time from left to right. The table beside it says the same in words. */

import { useId } from 'react';
import type { QuestionOf } from '#/scenarios';
import styles from './ClockLanes.module.css';

interface ClockLanesProps {
  nodes: readonly string[];
  events: QuestionOf<'fill-clocks'>['events'];
}

const STEP = 46;
const LANE = 64;
const [LEFT, TOP] = [34, 34];

/** What scrolls sideways must be reachable without a mouse. */
const reachable = { tabIndex: 0 };

export function ClockLanes({ nodes, events }: ClockLanesProps) {
  const id = useId();
  const [width, height] = [LEFT + events.length * STEP, TOP + (nodes.length - 1) * LANE + 34];
  const y = (node: string) => TOP + nodes.indexOf(node) * LANE;
  const x = (index: number) => LEFT + (index + 0.5) * STEP;
  const arrows = events.flatMap((event, to) => {
    if (event.kind !== 'receive') return [];
    const from = events.findIndex((e) => e.kind === 'send' && e.message === event.message);
    const sender = events[from];
    return sender ? [{ to, from, event, sender }] : [];
  });
  return (
    <section
      className={styles.frame}
      aria-label="The script as lanes; the table below says the same"
      {...reachable}
    >
      <svg className={styles.lanes} width={width} height={height} aria-hidden="true">
        <defs>
          <marker
            id={`${id}-head`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8Z" className={styles.head} />
          </marker>
        </defs>
        {nodes.map((node) => (
          <g key={node}>
            <line className={styles.lane} x1={LEFT - 8} x2={width - 4} y1={y(node)} y2={y(node)} />
            <text className={styles.name} x={8} y={y(node) + 5}>
              {node}
            </text>
          </g>
        ))}
        {arrows.map(({ from, to, event, sender }) => {
          const [ax, ay, bx, by] = [x(from), y(sender.node), x(to), y(event.node)];
          const far = 9 / Math.hypot(bx - ax, by - ay);
          return (
            <g key={event.id}>
              <line
                className={styles.message}
                x1={ax}
                y1={ay}
                x2={bx - (bx - ax) * far}
                y2={by - (by - ay) * far}
                markerEnd={`url(#${id}-head)`}
              />
              <text className={styles.label} x={(ax + bx) / 2 - 8} y={(ay + by) / 2 + 14} textAnchor="end">
                {event.message}
              </text>
            </g>
          );
        })}
        {events.map((event, i) => (
          <g key={event.id}>
            <circle className={styles.event} cx={x(i)} cy={y(event.node)} r={6} />
            <text className={styles.label} x={x(i)} y={y(event.node) - 13} textAnchor="middle">
              {event.id}
            </text>
            {event.wallMs !== undefined && (
              <text className={styles.wall} x={x(i)} y={y(event.node) + 23} textAnchor="middle">
                {event.wallMs}
              </text>
            )}
          </g>
        ))}
      </svg>
    </section>
  );
}
