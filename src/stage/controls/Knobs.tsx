/**
 * The knobs of a scenario: at most four in sight, the rest behind "more". What a value means to the engine is
 * not known here: whoever composes the figure hands in where each knob stands and how to turn it.
 */

import type { Knob, Scalar } from '#/scenarios';
import { Disclosure, Select, Slider, Switch } from '#/ui';
import css from './Knobs.module.css';

export interface TurnableKnob {
  readonly knob: Knob;
  /** Read back from the world itself. */
  readonly value: Scalar;
  readonly turn: (value: Scalar) => void;
}

const IN_SIGHT = 4;

const SPOKEN: Readonly<Record<string, string>> = {
  ms: 'milliseconds',
  '%': 'per cent',
  '×': 'times',
  s: 'seconds',
  ppm: 'parts per million',
};

function One({ knob, value, turn }: TurnableKnob) {
  const { kind, label, help } = knob;
  if (kind === 'switch') return <Switch label={label} checked={value === true} hint={help} onChange={turn} />;
  if (Array.isArray(kind)) {
    return <Select label={label} value={String(value)} options={kind} hint={help} onChange={turn} />;
  }
  const { unit, min, max, step } = kind;
  return (
    <Slider
      label={label}
      value={Number(value)}
      {...{ min, max, step }}
      {...(typeof knob.default === 'number' ? { defaultValue: knob.default } : {})}
      {...(unit === '' ? {} : { unit })}
      valueText={(at) => (unit === '' ? String(at) : `${at} ${SPOKEN[unit] ?? unit}`)}
      hint={help}
      onCommit={turn}
    />
  );
}

function Column({ knobs }: { knobs: readonly TurnableKnob[] }) {
  return (
    <div className={css.column}>
      {knobs.map((k) => (
        <One key={k.knob.id} {...k} />
      ))}
    </div>
  );
}

export function Knobs({ knobs }: { knobs: readonly TurnableKnob[] }) {
  const plain = knobs.filter((k) => !k.knob.more);
  const shown = plain.slice(0, IN_SIGHT);
  const rest = knobs.filter((k) => !shown.includes(k));
  if (knobs.length === 0) return null;
  return (
    <div className={css.knobs}>
      <Column knobs={shown} />
      {rest.length > 0 && (
        <Disclosure summary={`More: ${rest.length} ${rest.length === 1 ? 'setting' : 'settings'}`}>
          <Column knobs={rest} />
        </Disclosure>
      )}
    </div>
  );
}
