/** Yes or no, as part of a form. For something that takes effect at once use a Switch. */
import { type ReactNode, useId } from 'react';
import { cx } from '../cx';
import styles from './Tick.module.css';

export interface CheckboxProps {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  name?: string | undefined;
  className?: string | undefined;
}

export function Checkbox({ label, checked, onChange, hint, disabled, name, className }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cx(styles.row, className)}>
      <input
        type="checkbox"
        id={id}
        name={name}
        className={styles.box}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
