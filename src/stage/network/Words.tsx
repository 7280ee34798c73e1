/** The words of the picture, with a halo in the colour of what is behind them. */

import { cx } from '#/ui';
import type { Label } from './labels';
import { LINE } from './type-setting';
import css from './Words.module.css';

function Dial({ x, y }: { x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className={css.dial} r={5.5} />
      <path className={css.hands} d="M0 -3.5V0L2.5 1.5" />
    </g>
  );
}

/** The dial stands before the digits, on whichever side they are anchored. */
function Clock({ label }: { label: Label }) {
  const { box, lines, y } = label;
  return (
    <>
      <Dial x={box.x + 6} y={y - 4.5} />
      <text className={cx(css.label, css.clock)} x={box.x + 16} y={y}>
        {lines[0]}
      </text>
    </>
  );
}

export function Words({ labels }: { labels: readonly Label[] }) {
  return labels.map((label) =>
    label.what === 'clock' ? (
      <Clock key={label.key} label={label} />
    ) : (
      <text
        key={label.key}
        className={cx(css.label, css[label.what], label.named && css.named)}
        x={label.x}
        y={label.y}
        textAnchor={label.anchor}
      >
        {label.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place in the text.
          <tspan key={i} x={label.x} dy={i === 0 ? 0 : LINE}>
            {line}
          </tspan>
        ))}
      </text>
    ),
  );
}
