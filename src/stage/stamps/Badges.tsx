/** Stamps as drawn: a badge with a number or two, or a strip of slots in which the changed ones are underlined. */

import type { Counts, Scenario, StampKind } from '#/scenarios';
import type { PlacedLabel } from '../tape/place-labels';
import type { Moment } from './moments';
import styles from './Stamps.module.css';
import { monoWidth, STAMP_HEIGHT, slotWidths } from './spots';
import type { Stamping } from './stamping';
import { slotsOf, slotTexts } from './texts';

export interface Clock {
  readonly kind: StampKind;
  readonly stamping: Stamping;
  readonly scenario: Scenario;
}

export interface DrawnProps {
  moment: Moment;
  placed: PlacedLabel;
  className: string | undefined;
}

/** From the moment to a stamp that stands a row away. */
function Leader({ moment, top }: { moment: Moment; top: number }) {
  const below = top - moment.lane.y;
  if (below > 0 && below < 12) return null;
  const end = below > 0 ? top : top + STAMP_HEIGHT;
  return <path className={styles.leader} d={`M${moment.x} ${moment.lane.y + (below > 0 ? 5 : -5)}V${end}`} />;
}

export function Badge({ moment, placed, className }: DrawnProps) {
  const { text, x, y } = placed;
  const width = monoWidth(text) + 9;
  const top = y - STAMP_HEIGHT + 5;
  return (
    <g className={className} data-entry={moment.entry} data-stamp={text}>
      <Leader moment={moment} top={top} />
      <rect x={x - width / 2} y={top} width={width} height={STAMP_HEIGHT} rx={STAMP_HEIGHT / 2} />
      <text x={x} y={y} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

export function Strip({ moment, placed, className, clock }: DrawnProps & { clock: Clock }) {
  const counts = moment.last as Counts;
  const slots = slotsOf(counts, clock.scenario);
  const texts = slotTexts(counts, slots);
  const widths = slotWidths(texts);
  const total = widths.reduce((sum, one) => sum + one, 0);
  const changed = new Set(clock.stamping.changed((moment.before ?? {}) as Counts, counts));
  const top = placed.y - STAMP_HEIGHT + 5;
  let x = placed.x - total / 2;
  const cells = slots.map((id, i) => {
    const width = widths[i] ?? 0;
    const from = x;
    x += width;
    return { id, text: texts[i], from, width, isNew: changed.has(id) };
  });
  return (
    <g className={className} data-entry={moment.entry} data-stamp={texts.join(' ')}>
      <Leader moment={moment} top={top} />
      <rect x={placed.x - total / 2} y={top} width={total} height={STAMP_HEIGHT} />
      {cells.map(({ id, text, from, width, isNew }, i) => (
        <g key={id} className={isNew ? styles.isNew : undefined}>
          {i > 0 && <path className={styles.wall} d={`M${from} ${top}v${STAMP_HEIGHT}`} />}
          <text x={from + width / 2} y={placed.y - 1} textAnchor="middle">
            {text}
          </text>
          {isNew && (
            <path className={styles.changed} d={`M${from + 2} ${top + STAMP_HEIGHT - 2}h${width - 4}`} />
          )}
        </g>
      ))}
    </g>
  );
}
