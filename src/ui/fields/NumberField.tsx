/** A labelled number with its unit. Reports a value once it is settled. */
import { Field, type FieldProps } from './Field';
import styles from './NumberField.module.css';
import { NumberInput } from './NumberInput';

export interface NumberFieldProps extends FieldProps {
  value: number;
  min: number;
  max: number;
  step?: number | undefined;
  /** Written after the box, as in "ms". */
  unit?: string | undefined;
  disabled?: boolean | undefined;
  onCommit: (value: number) => void;
}

export function NumberField({ label, hint, error, step = 1, unit, ...input }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) => (
        <span className={styles.line}>
          <NumberInput {...wiring} {...input} step={step} />
          {unit && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}
