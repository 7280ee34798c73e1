/**
 * One of a few, all in sight. `list` for answers with a line each, `segmented` for short settings in a row.
 * Native radio buttons: arrows move and choose, Tab enters and leaves the group once.
 */
import { type ReactNode, useId } from 'react';
import { cx } from '../cx';
import styles from './RadioGroup.module.css';
import tick from './Tick.module.css';

export interface RadioOption<V extends string = string> {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
}

export interface RadioGroupProps<V extends string> {
  legend: ReactNode;
  /** Keep the legend for screen readers only. */
  legendHidden?: boolean | undefined;
  /** `null` while nothing is chosen. */
  value: V | null;
  options: readonly RadioOption<V>[];
  onChange: (value: V) => void;
  variant?: 'list' | 'segmented' | undefined;
  /** The choice stands and can be read, but not changed. */
  disabled?: boolean;
  className?: string | undefined;
}

export function RadioGroup<V extends string>({
  legend,
  legendHidden = false,
  value,
  options,
  onChange,
  variant = 'list',
  disabled = false,
  className,
}: RadioGroupProps<V>) {
  const name = useId();
  const segmented = variant === 'segmented';
  return (
    <fieldset className={cx(styles.group, className)}>
      <legend className={cx(legendHidden ? 'visually-hidden' : styles.legend)}>{legend}</legend>
      <div className={segmented ? styles.segments : styles.list}>
        {options.map((option) => (
          <label key={option.value} className={segmented ? styles.segment : styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              className={segmented ? 'visually-hidden' : tick.radio}
              checked={value === option.value}
              disabled={disabled || option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.words}>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
