/**
 * A word with the shape it has in a drawing, for prose and legends. Never a coloured word: the shape says what
 * the hue says. As a button or a link it leads from the text to the drawing and back.
 */
import type { ReactNode } from 'react';
import { cx } from '../cx';
import type { Hue } from '../tokens';
import styles from './Chip.module.css';
import { ChipMark, type ChipShape } from './ChipMark';

export interface ChipProps {
  shape: ChipShape;
  /** Ink without one. */
  hue?: Hue | undefined;
  /** Makes it a link. */
  href?: string | undefined;
  /** Makes it a button. */
  onClick?: (() => void) | undefined;
  /** Lit, because the thing it names is selected elsewhere. */
  lit?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Chip({ shape, hue, href, onClick, lit = false, className, children }: ChipProps) {
  const names = cx(
    styles.chip,
    hue && styles[hue],
    lit && styles.lit,
    (href || onClick) && styles.active,
    className,
  );
  const content = (
    <>
      <ChipMark shape={shape} />
      {children}
    </>
  );
  if (href !== undefined) {
    return (
      <a className={names} href={href} onClick={onClick}>
        {content}
      </a>
    );
  }
  if (!onClick) return <span className={names}>{content}</span>;
  return (
    <button type="button" className={names} aria-pressed={lit} onClick={onClick}>
      {content}
    </button>
  );
}
