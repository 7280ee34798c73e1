/** The sentence of a step, and its blanks: read from the run, or to be filled in by a number or a choice of words. */

import { Fragment, type ReactNode } from 'react';
import { type Blank, toldIn } from '#/scenarios';
import { cx } from '#/ui';
import styles from './kinds.module.css';

export function Sentence({ text, blank }: { text: string; blank: (name: string) => ReactNode }) {
  return toldIn(text).map((piece, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change places.
    <Fragment key={i}>{'words' in piece ? piece.words : blank(piece.blank)}</Fragment>
  ));
}

/** What the run says, and what was said where that is another thing. */
export function ReadBlank({ is, said = is }: { is: string; said?: string }) {
  return (
    <>
      {said !== is && (
        <>
          <del>
            <span className="visually-hidden">you said </span>
            {said}
          </del>{' '}
        </>
      )}
      <span className={styles.read}>{is}</span>
    </>
  );
}

interface OpenBlankProps {
  blank: Blank;
  /** From 1. */
  step: number;
  value: string;
  onFill: (value: string) => void;
}

export function OpenBlank({ blank: { label, among }, step, value, onFill }: OpenBlankProps) {
  const name = `Step ${step}: ${label}`;
  if (!among) {
    return (
      <input
        type="text"
        className={cx(styles.cell, styles.narrow)}
        aria-label={name}
        inputMode="numeric"
        autoComplete="off"
        value={value}
        onChange={({ target }) => onFill(target.value.replace(/\D/g, '').slice(0, 3))}
      />
    );
  }
  return (
    <select
      className={styles.choice}
      aria-label={name}
      value={value}
      onChange={({ target }) => onFill(target.value)}
    >
      <option value="">…</option>
      {among.map((words) => (
        <option key={words} value={words}>
          {words}
        </option>
      ))}
    </select>
  );
}
