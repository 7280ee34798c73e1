/**
 * How full a node with workers is, drawn into its disc: what waits on a bar above its name, its workers below it, a cell
 * each where there are few. The digits are in the words under the node.
 */

import type { NodeId } from '#/scenarios';
import { cx } from '#/ui';
import { useRun } from '../run';
import css from './Gauge.module.css';

const MOST_CELLS = 8;
const HEIGHT = 5;

export function NodeGauge({ node, radius }: { node: NodeId; radius: number }) {
  const run = useRun();
  const gauge = run.gauge?.(node);
  if (!gauge) return null;
  const { busy, workers, waiting, room } = gauge;
  const [width, y] = [radius * 1.16, radius * 0.5];
  return (
    <g className={css.gauge} data-gauge={node}>
      <Bar y={-y - HEIGHT} width={width} share={room === 0 ? 0 : waiting / room} what="waiting" />
      {workers <= MOST_CELLS ? (
        <Cells y={y} width={width} busy={busy} of={Math.max(workers, busy)} />
      ) : (
        <Bar y={y} width={width} share={busy / workers} what="busy" />
      )}
    </g>
  );
}

function Bar({ y, width, share, what }: { y: number; width: number; share: number; what: string }) {
  const filled = Math.max(0, Math.min(1, share)) * width;
  return (
    <>
      {filled > 0 && (
        <rect className={css.full} x={-width / 2} y={y} width={filled} height={HEIGHT} data-fill={what} />
      )}
      <rect className={css.frame} x={-width / 2} y={y} width={width} height={HEIGHT} />
    </>
  );
}

function Cells({ y, width, busy, of }: { y: number; width: number; busy: number; of: number }) {
  const step = Math.min(10, width / of);
  return Array.from({ length: of }, (_, i) => (
    <rect
      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the row.
      key={i}
      className={cx(css.frame, i < busy && css.full)}
      x={(i - of / 2) * step + 1.75}
      y={y}
      width={step - 3.5}
      height={HEIGHT + 1}
      data-fill={i < busy ? 'busy' : undefined}
    />
  ));
}
