/**
 * The two truth lanes of a lesson about calls: above, what the client knows; below, what the server did; between
 * them a wedge where they are apart. On the tape's own time axis, never ahead of the cursor.
 */

import { useId, useRef } from 'react';
import type { Micros } from '#/scenarios';
import { cx } from '#/ui';
import { useRun, useRunState } from '../run';
import { useTimeAxis } from '../tape';
import type { Frame } from '../tape/frame';
import { fitted, textWidth } from '../tape/text-width';
import { usePainter } from '../tape/use-painted';
import { nodeName, timeText } from '../words';
import styles from './TruthLanes.module.css';
import { type Truth, truthOf, truthWords } from './truth';

const KNOWS_Y = 8;
const DID_Y = 62;
const BAR = 26;
const HEIGHT = DID_Y + BAR + 8;

const KNOWN_WORDS = {
  open: 'waiting',
  ok: 'ok: it happened',
  failed: 'failed: it did not happen',
  unknown: 'unknown',
} as const;

export function TruthLanes() {
  const run = useRun();
  const { scenario } = run;
  const { frame } = useTimeAxis();
  const id = useId();
  const clip = useRef<SVGRectElement>(null);
  const at = useRunState((s) => s.at);
  useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const xAt = (t: Micros) => Math.min(frame.right, Math.max(frame.left, frame.x(t)));
  usePainter((t) => clip.current?.setAttribute('width', String(xAt(t) - frame.left)));

  if (!scenario.truth) return null;
  const truth = truthOf(run.trace(), run.operations(), scenario.truth);
  const clipId = `${id}past`;
  const draw = { truth, frame, xAt, right: frame.right, past: `url(#${clipId})` };
  return (
    <div className={styles.truth} data-part="truth" data-apart={truth.apart.at(-1)?.to === null}>
      <svg
        className={styles.lanes}
        aria-hidden="true"
        focusable="false"
        height={HEIGHT}
        viewBox={`0 0 ${frame.width} ${HEIGHT}`}
        preserveAspectRatio="xMinYMin slice"
      >
        <defs>
          <clipPath id={clipId}>
            <rect ref={clip} x={frame.left} y={0} width={xAt(at) - frame.left} height={HEIGHT} />
          </clipPath>
        </defs>
        <Name
          name={nodeName(scenario, scenario.truth.client)}
          verb="knows"
          y={KNOWS_Y}
          room={frame.left - 8}
        />
        <Name name={nodeName(scenario, scenario.truth.server)} verb="did" y={DID_Y} room={frame.left - 8} />
        <path className={styles.base} d={`M${frame.left} ${KNOWS_Y + BAR}H${frame.right}`} />
        <path className={styles.base} d={`M${frame.left} ${DID_Y + BAR}H${frame.right}`} />
        <Wedges {...draw} />
        <Knows {...draw} />
        <Did {...draw} unit={scenario.truth.unit} />
      </svg>
      <p className={styles.words}>{truthWords(truth, scenario, timeText)}</p>
    </div>
  );
}

function Name({ name, verb, y, room }: { name: string; verb: string; y: number; room: number }) {
  return (
    <text className={styles.label}>
      <tspan className={styles.name} x={4} y={y + 11}>
        {fitted(name, 14, room)}
      </tspan>
      <tspan x={4} y={y + 27}>
        {verb}
      </tspan>
    </text>
  );
}

interface Drawn {
  truth: Truth;
  frame: Frame;
  xAt: (at: Micros) => number;
  right: number;
  /** The clip that ends at the cursor: shapes grow with it, words stand where they are. */
  past: string;
}

/** When the client is asked for its next call after one that began at `from`. */
function nextFrom(truth: Truth, from: Micros): Micros {
  return truth.known.find((k) => k.from > from)?.from ?? Number.MAX_SAFE_INTEGER;
}

function Knows({ truth, frame, xAt, right, past }: Drawn) {
  return truth.known.map(({ op, from, to, outcome }) => {
    // Of what lies before the window only the last still holds in it.
    if (nextFrom(truth, from) <= frame.from) return null;
    const x1 = xAt(from);
    const x2 = to === null ? right : xAt(to);
    const y2 = KNOWS_Y + BAR;
    const after = to === null ? '' : KNOWN_WORDS[outcome];
    const room = (to === null ? 0 : Math.min(right, xAt(nextFrom(truth, from)))) - x2 - 8;
    const waits = x2 - x1 > textWidth('waiting', 14) + 12;
    return (
      <g key={op} data-known={outcome}>
        <rect
          className={styles.waiting}
          clipPath={past}
          x={x1}
          y={KNOWS_Y}
          width={Math.max(0, x2 - x1)}
          height={BAR}
        />
        {waits && (
          <text className={styles.label} x={x1 + 6} y={KNOWS_Y + 18}>
            waiting
          </text>
        )}
        {to !== null && (
          <>
            {to >= frame.from && (
              <path className={cx(styles.end, styles[outcome])} d={`M${x2} ${KNOWS_Y}V${y2}`} />
            )}
            {outcome === 'unknown' && (
              <path
                className={styles.open}
                clipPath={past}
                d={`M${x2} ${KNOWS_Y}H${right}M${x2} ${y2}H${right}`}
              />
            )}
            <text className={cx(styles.label, styles.strong)} x={x2 + 6} y={KNOWS_Y + 18}>
              {/* The end of the call may lie close to the edge: one word is better than half a sentence. */}
              {textWidth(after, 14) < room ? after : after.split(':')[0]}
            </text>
          </>
        )}
      </g>
    );
  });
}

function Did({ truth, frame, xAt, right, unit }: Drawn & { unit: string }) {
  return truth.writes.map(({ at, total, entry }, i) => {
    const x = xAt(at);
    const next = truth.writes[i + 1];
    if (next && next.at <= frame.from) return null;
    const room = (next ? xAt(next.at) : right) - x - 12;
    const words = `${total} ${unit}${total === 1 ? '' : 's'}`;
    return (
      <g key={entry} data-write={total}>
        {at >= frame.from && (
          <>
            <path className={styles.write} d={`M${x} ${DID_Y}V${DID_Y + BAR}`} />
            <path className={styles.disk} d={`M${x - 5} ${DID_Y + BAR - 9}h10v9h-10z`} />
          </>
        )}
        <text className={cx(styles.label, styles.strong)} x={x + 9} y={DID_Y + 16}>
          {[words, String(total)].find((text) => textWidth(text, 14) <= room)}
        </text>
      </g>
    );
  });
}

function Wedges({ truth, frame, xAt, right, past }: Drawn) {
  return truth.apart.map(({ from, to, entry }) => {
    if (to !== null && to < frame.from) return null;
    const x1 = xAt(from);
    const x2 = to === null ? right : xAt(to);
    const top = KNOWS_Y + BAR + 1;
    const bottom = DID_Y - 1;
    const label = to === null ? 'here they part' : 'apart';
    return (
      <g key={entry} data-wedge={to === null ? 'open' : 'closed'}>
        <rect
          className={styles.wedge}
          clipPath={past}
          x={x1}
          y={top}
          width={Math.max(1, x2 - x1)}
          height={bottom - top}
        />
        {from >= frame.from && <path className={styles.part} d={`M${x1} ${top}V${bottom}`} />}
        {to !== null && <path className={styles.meet} d={`M${x2} ${top}V${bottom}`} />}
        {x2 - x1 > textWidth(label, 14) + 12 && (
          <text className={styles.label} x={x1 + 6} y={top + 18}>
            {label}
          </text>
        )}
      </g>
    );
  });
}
