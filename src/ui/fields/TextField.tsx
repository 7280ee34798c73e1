/** A line or a few lines of text. `mono` for ids, links and data. */
import type { ComponentProps } from 'react';
import { cx } from '../cx';
import { Field, type FieldProps } from './Field';
import styles from './Field.module.css';

export interface TextFieldProps
  extends FieldProps,
    Omit<ComponentProps<'input'>, 'onChange' | 'value' | 'size' | 'ref'> {
  value: string;
  onChange?: ((value: string) => void) | undefined;
  /** Rows of a text area; one line without it. */
  rows?: number | undefined;
  mono?: boolean | undefined;
}

export function TextField({ label, hint, error, rows, mono, onChange, className, ...rest }: TextFieldProps) {
  const look = cx(styles.box, mono && styles.mono, rows !== undefined && styles.area, className);
  const change = (event: { target: { value: string } }) => onChange?.(event.target.value);
  return (
    <Field label={label} hint={hint} error={error}>
      {(wiring) =>
        rows === undefined ? (
          <input type="text" {...rest} {...wiring} className={look} onChange={change} />
        ) : (
          <textarea
            {...wiring}
            className={look}
            rows={rows}
            value={rest.value}
            placeholder={rest.placeholder}
            readOnly={rest.readOnly}
            disabled={rest.disabled}
            spellCheck={rest.spellCheck}
            maxLength={rest.maxLength}
            onChange={change}
          />
        )
      }
    </Field>
  );
}
