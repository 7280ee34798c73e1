/**
 * A number on a line: native range, minus and plus, a box to type in, a tick at the default and a way back to it.
 *
 * `onChange` follows the thumb; `onCommit` comes once when a value is settled, and is the one to record. Minus
 * and plus stay out of the tab order because the arrow keys on the range do the same.
 */
import { type ReactNode, useId, useRef, useState } from 'react';
import { IconButton } from '../buttons/IconButton';
import { cx } from '../cx';
import { MinusIcon, PlusIcon, ResetIcon } from '../icons';
import { NumberInput } from './NumberInput';
import { type NumberRange, percentAlong, snap } from './numbers';
import { Range } from './Range';
import styles from './Slider.module.css';
import { useNativeChange } from './useNativeChange';

export interface SliderProps {
  label: string;
  value: number;
  min: number;
  max: number;
  /** Distance between values; 1 unless told. */
  step?: number | undefined;
  /** Where the tick stands and where reset returns to. */
  defaultValue?: number | undefined;
  /** Written after the number, as in "ms". */
  unit?: string | undefined;
  /** The value in words, for screen readers: "40 milliseconds, one way". */
  valueText?: ((value: number) => string) | undefined;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  onChange?: ((value: number) => void) | undefined;
  onCommit?: ((value: number) => void) | undefined;
  className?: string | undefined;
}

export function Slider({
  label,
  value,
  min,
  max,
  step = 1,
  defaultValue,
  unit,
  valueText,
  hint,
  disabled = false,
  onChange,
  onCommit,
  className,
}: SliderProps) {
  const id = useId();
  const range = useRef<HTMLInputElement>(null);
  const [moving, setMoving] = useState<number | null>(null);
  const grid: NumberRange = { min, max, step };
  const shown = moving ?? value;
  const words = valueText ?? ((at: number) => (unit ? `${at} ${unit}` : String(at)));

  function settle(next: number): void {
    setMoving(null);
    if (next !== shown) onChange?.(next);
    if (next !== value || next !== shown) onCommit?.(next);
  }

  useNativeChange(range, (text) => {
    const next = snap(Number(text), grid);
    setMoving(null);
    onCommit?.(next);
  });

  const nudge = (by: number) => settle(snap(shown + by, grid));

  return (
    <div className={cx(styles.slider, className)}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <span className={styles.number}>
        <NumberInput
          {...grid}
          value={shown}
          disabled={disabled}
          aria-label={unit ? `${label}, in ${unit}` : `${label}, as a number`}
          onCommit={settle}
        />
        {unit && <span className={styles.unit}>{unit}</span>}
        {defaultValue !== undefined && (
          <IconButton
            label={`Reset ${label} to ${words(defaultValue)}`}
            icon={<ResetIcon size={18} />}
            unavailable={disabled || shown === defaultValue}
            onClick={() => settle(defaultValue)}
          />
        )}
      </span>
      <span className={styles.line}>
        <IconButton
          label={`Less: ${label}`}
          icon={<MinusIcon size={18} />}
          tabIndex={-1}
          unavailable={disabled || shown <= min}
          onClick={() => nudge(-step)}
        />
        <span className={styles.rail}>
          <svg className={styles.track} aria-hidden="true" focusable="false">
            <line className={styles.whole} x1="0" x2="100%" y1="50%" y2="50%" />
            <line className={styles.filled} x1="0" x2={`${percentAlong(shown, grid)}%`} y1="50%" y2="50%" />
            {defaultValue !== undefined && <DefaultTick at={percentAlong(defaultValue, grid)} />}
          </svg>
          <Range
            ref={range}
            id={id}
            min={min}
            max={max}
            step={step}
            value={shown}
            disabled={disabled}
            aria-valuetext={words(shown)}
            aria-describedby={hint ? `${id}-hint` : undefined}
            onChange={(event) => {
              const next = snap(Number(event.target.value), grid);
              setMoving(next);
              onChange?.(next);
            }}
          />
        </span>
        <IconButton
          label={`More: ${label}`}
          icon={<PlusIcon size={18} />}
          tabIndex={-1}
          unavailable={disabled || shown >= max}
          onClick={() => nudge(step)}
        />
      </span>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A short upright mark across the track, in per cent so that no style has to be computed. */
function DefaultTick({ at }: { at: number }) {
  const x = `${at}%`;
  return (
    <>
      <line className={styles.tick} x1={x} x2={x} y1="12%" y2="32%" />
      <line className={styles.tick} x1={x} x2={x} y1="68%" y2="88%" />
    </>
  );
}
