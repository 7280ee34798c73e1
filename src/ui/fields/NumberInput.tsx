/**
 * The bare number box inside NumberField and Slider. What is typed is a draft until Enter, an arrow key or
 * leaving the box settles it: clamped, snapped to the step, or thrown away if it is no number. Escape drops it.
 */
import { type ComponentProps, type KeyboardEvent, useRef, useState } from 'react';
import { cx } from '../cx';
import styles from './NumberInput.module.css';
import { type NumberRange, snap } from './numbers';
import { useNativeChange } from './useNativeChange';

export interface NumberInputProps
  extends NumberRange,
    Omit<
      ComponentProps<'input'>,
      keyof NumberRange | 'type' | 'value' | 'defaultValue' | 'onChange' | 'ref'
    > {
  value: number;
  onCommit: (value: number) => void;
}

export function NumberInput({ value, min, max, step, onCommit, className, ...rest }: NumberInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);

  useNativeChange(input, (text) => {
    setDraft(null);
    const typed = Number.parseFloat(text);
    if (Number.isNaN(typed)) return;
    const next = snap(typed, { min, max, step });
    if (next !== value) onCommit(next);
  });

  function keyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || draft === null) return;
    // This Escape belongs to the box; a dialog around it must stay open.
    event.preventDefault();
    event.stopPropagation();
    setDraft(null);
  }

  return (
    <input
      {...rest}
      ref={input}
      type="number"
      inputMode={Number.isInteger(step) && Number.isInteger(min) ? 'numeric' : 'decimal'}
      className={cx(styles.input, className)}
      min={min}
      max={max}
      step={step}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => setDraft(null)}
      onKeyDown={keyDown}
    />
  );
}
