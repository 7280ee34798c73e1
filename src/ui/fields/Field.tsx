/** Label above, control, hint or error below: the frame of every single-line control. Wires the ids together. */
import { type ReactNode, useId } from 'react';
import { WarningIcon } from '../icons';
import styles from './Field.module.css';

export interface FieldProps {
  label: ReactNode;
  /** A sentence below the control. */
  hint?: ReactNode;
  /** What is wrong and how to put it right. Marks the control as invalid. */
  error?: ReactNode;
}

interface Wiring {
  id: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
}

export function Field({
  label,
  hint,
  error,
  children,
}: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <WarningIcon size={16} />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
