/** The words of the picture, with a halo in the colour of what is behind them. */

import type { View } from '#/scenarios';
import { cx } from '#/ui';
import { handAngle, skewAt } from './clocks';
import type { Label } from './labels';
import { LINE } from './type-setting';
import css from './Words.module.css';

/** Upright when right; the painter turns the hand and writes the digits while the run goes on. */
function Dial({ x, y, angle }: { x: number; y: number; angle: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className={css.dial} r={6.5} />
      <path className={css.noon} d="M0 -6.5v2" />
      <path className={css.hands} d="M0 1V-4.5" transform={`rotate(${angle})`} data-hand-of="" />
    </g>
  );
}

/** The dial stands before the digits, on whichever side they are anchored. */
function Clock({ label, skew, pace }: { label: Label; skew: number; pace: number }) {
  const { box, lines, y } = label;
  return (
    <g data-clock-of={label.node}>
      <Dial x={box.x + 7} y={y - 4.5} angle={handAngle(skew, pace)} />
      <text className={cx(css.label, css.clock)} x={box.x + 18} y={y}>
        {lines[0]}
      </text>
    </g>
  );
}

interface WordsProps {
  labels: readonly Label[];
  view: View;
  pace: number;
}

export function Words({ labels, view, pace }: WordsProps) {
  const skewOf = ({ node }: Label) => {
    const of = view.nodes.find((n) => n.id === node);
    return of ? skewAt(of, { from: view.at, at: view.at }) : 0;
  };
  return labels.map((label) =>
    label.what === 'clock' ? (
      <Clock key={label.key} label={label} skew={skewOf(label)} pace={pace} />
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
