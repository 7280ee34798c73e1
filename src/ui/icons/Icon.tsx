/**
 * The frame every icon is drawn in: a 20 by 20 grid, strokes of 1.75 in the colour of the text around it.
 *
 * Icons are always `aria-hidden`: the control that shows one carries the words.
 */
import type { ReactNode } from 'react';

export interface IconProps {
  /** Edge length in CSS pixels; 20 unless told. */
  size?: number;
  className?: string | undefined;
}

export function Icon({ size = 20, className, children }: IconProps & { children: ReactNode }) {
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
