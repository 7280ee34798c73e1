/** A log with vector clocks: which event led to which, how many pairs are ordered, and every event in a table. */

import { useMemo, useRef, useState } from 'react';
import { lamport, orderedPairs, type SpaceTime } from '#/scenarios';
import { Button, ButtonRow, type Column, Table } from '#/ui';
import { useSheetWindow } from '../tape/use-sheet-window';
import { type Dot, LONGEST_HOST, planOf } from './plan';
import styles from './SpaceTimeView.module.css';

const A_PAGE = 50;
const R = 5;

/** A filled head at the end of an arrow, pointing along it. */
function head(from: Dot, to: Dot): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [x, y] = [to.x - ux * R, to.y - uy * R];
  const [bx, by] = [x - ux * 9, y - uy * 9];
  return `M${x} ${y}L${bx - uy * 4} ${by + ux * 4}L${bx + uy * 4} ${by - ux * 4}z`;
}

const short = (host: string): string =>
  host.length > LONGEST_HOST ? `${host.slice(0, LONGEST_HOST - 1)}…` : host;

const clockText = (clock: ReadonlyMap<string, number>): string =>
  [...clock].map(([host, count]) => `${host} ${count}`).join(', ');

export function SpaceTimeView({ log, title }: { log: SpaceTime; title: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const window = useSheetWindow(scroller);
  const plan = useMemo(() => planOf(log), [log]);
  const { ordered, concurrent } = useMemo(() => orderedPairs(log), [log]);
  const inSight = (x: number) => x >= window.left && x <= window.right;
  const longest = plan.dots.reduce((most, { stamp }) => Math.max(most, stamp), 0);
  return (
    <figure className={styles.figure} aria-label={`Space-time diagram: ${title}`} data-part="space-time">
      {/* biome-ignore lint/a11y/useSemanticElements: a region of its own would be a landmark too many. */}
      <div
        ref={scroller}
        className={styles.scroller}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
        tabIndex={0}
        role="group"
        aria-label="The diagram, which scrolls"
      >
        <div className={styles.sheet}>
          <svg
            width={plan.width}
            height={plan.height}
            viewBox={`0 0 ${plan.width} ${plan.height}`}
            aria-hidden="true"
            focusable="false"
          >
            {plan.lanes.map(({ host, y }) => (
              <path key={host} className={styles.lane} d={`M${plan.names} ${y}H${plan.width}`} />
            ))}
            {plan.arrows
              .filter(({ from, to }) => from.x <= window.right && to.x >= window.left)
              .map(({ from, to }) => (
                <g key={`${from.index} ${to.index}`}>
                  <path className={styles.arrow} d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
                  <path className={styles.head} d={head(from, to)} />
                </g>
              ))}
            {plan.dots
              .filter(({ x }) => inSight(x))
              .map(({ index, x, y, event }) => (
                <circle key={index} className={styles.dot} cx={x} cy={y} r={R}>
                  <title>{event.text}</title>
                </circle>
              ))}
          </svg>
          <svg
            className={styles.names}
            width={plan.names}
            height={plan.height}
            aria-hidden="true"
            focusable="false"
          >
            <rect width={plan.names} height={plan.height} />
            {plan.lanes.map(({ host, y }) => (
              <text key={host} x={12} y={y + 5}>
                {short(host)}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <figcaption className={styles.caption}>
        {title}: {log.hosts.length} hosts and {log.events.length} events. Of all pairs of events {ordered} are
        ordered, one before the other, and {concurrent} are concurrent. The longest chain of causes has{' '}
        {longest} events.
      </figcaption>
      <Events log={log} />
    </figure>
  );
}

function Events({ log }: { log: SpaceTime }) {
  const [page, setPage] = useState(0);
  const rows = useMemo(() => {
    const stamps = lamport(log);
    return log.events.map((event, index) => ({ event, stamp: stamps[index] ?? 0 }));
  }, [log]);
  const pages = Math.max(1, Math.ceil(rows.length / A_PAGE));
  const shown = Math.min(page, pages - 1);
  const columns: readonly Column<(typeof rows)[number]>[] = [
    { id: 'line', header: 'Line', align: 'end', cell: ({ event }) => event.line },
    { id: 'host', header: 'Host', cell: ({ event }) => event.host },
    { id: 'text', header: 'Event', rowHeader: true, cell: ({ event }) => event.text },
    { id: 'stamp', header: 'Lamport', align: 'end', cell: ({ stamp }) => stamp },
    { id: 'clock', header: 'Knows of', cell: ({ event }) => clockText(event.clock) },
  ];
  return (
    <div className={styles.events}>
      <Table
        caption={`Its events, ${shown * A_PAGE + 1} to ${Math.min(rows.length, (shown + 1) * A_PAGE)} of ${rows.length}`}
        columns={columns}
        rows={rows.slice(shown * A_PAGE, (shown + 1) * A_PAGE)}
        rowKey={({ event }) => event.line}
      />
      {pages > 1 && (
        <ButtonRow label="Pages of the events">
          <Button unavailable={shown === 0} onClick={() => setPage(shown - 1)}>
            Earlier events
          </Button>
          <Button unavailable={shown === pages - 1} onClick={() => setPage(shown + 1)}>
            Later events
          </Button>
        </ButtonRow>
      )}
    </div>
  );
}
