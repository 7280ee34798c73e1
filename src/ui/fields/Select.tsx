/** One of several, when they would be too many or too long for radio buttons. The browser's own list. */
import { ChevronDownIcon } from '../icons';
import { Field, type FieldProps } from './Field';
import box from './Field.module.css';
import styles from './Select.module.css';

export interface Choice<V extends string = string> {
  value: V;
  label: string;
  disabled?: boolean | undefined;
}

export interface SelectProps<V extends string> extends FieldProps {
  value: V;
  options: readonly Choice<V>[];
  disabled?: boolean;
  onChange: (value: V) => void;
}

export function Select<V extends string>({
  label,
  hint,
  error,
  value,
  options,
  disabled,
  onChange,
}: SelectProps<V>) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <span className={styles.frame}>
          <select
            {...wiring}
            className={`${box.box} ${styles.select}`}
            value={value}
            disabled={disabled}
            onChange={(event) => onChange(event.target.value as V)}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDownIcon size={16} className={styles.arrow} />
        </span>
      )}
    </Field>
  );
}
