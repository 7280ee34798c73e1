/** The shapes a chip can show, on a 14 by 14 grid, in the current colour. */
import type { ReactNode } from 'react';

const marks = {
  disc: <circle cx="7" cy="7" r="6.5" fill="currentColor" />,
  circle: <circle cx="7" cy="7" r="5.5" {...outline(2.25)} />,
  ring: (
    <>
      <circle cx="7" cy="7" r="6" {...outline(1.5)} />
      <circle cx="7" cy="7" r="2.5" fill="currentColor" />
    </>
  ),
  square: <rect x="1" y="1" width="12" height="12" rx="2" fill="currentColor" />,
  diamond: <path d="M7 0 14 7 7 14 0 7z" fill="currentColor" />,
  hexagon: <path d="M7 .2 12.9 3.6v6.8L7 13.8 1.1 10.4V3.6z" fill="currentColor" />,
  'dashed-cross': (
    <>
      <rect x="1" y="1" width="12" height="12" rx="2" {...outline(1.75)} strokeDasharray="3 2" />
      <path d="m4.2 4.2 5.6 5.6m0-5.6L4.2 9.8" {...outline(1.75)} />
    </>
  ),
  hatched: (
    <>
      <circle cx="7" cy="7" r="6" {...outline(1.5)} strokeDasharray="2.6 1.8" />
      <path d="M3 8.5 8.5 3M4 11.2 11.2 4M6.8 12 12 6.8" {...outline(1.4)} />
    </>
  ),
  paused: (
    <>
      <circle cx="7" cy="7" r="6" {...outline(1.5)} />
      <path d="M5.2 4.4v5.2M8.8 4.4v5.2" {...outline(2)} />
    </>
  ),
  tray: (
    <>
      <path d="M1 6v7h12V6" {...outline(1.75)} />
      <rect x="4" y="3.5" width="6" height="6" rx="1" fill="currentColor" />
    </>
  ),
  twin: (
    <>
      <rect x="4.5" y="4.5" width="9" height="9" rx="1.5" fill="currentColor" />
      <path d="M2 10.2A1.5 1.5 0 0 1 1 9V2.5A1.5 1.5 0 0 1 2.5 1H9a1.5 1.5 0 0 1 1.2 1" {...outline(1.75)} />
    </>
  ),
  arc: <path d="M7 1.2a5.8 5.8 0 1 1-5.8 5.8" {...outline(2.4)} />,
  bar: <rect x="0" y="4.5" width="14" height="5" rx="1" fill="currentColor" />,
  'open-bar': (
    <>
      <path d="M7 4.5H1.6a.6.6 0 0 0-.6.6v3.8c0 .3.3.6.6.6H7" {...outline(1.75)} />
      <path d="M9.5 7h.5M12.5 7h.5" {...outline(2)} />
    </>
  ),
  cut: <path d="M7 0v14" {...outline(3)} strokeDasharray="4 2" />,
  line: <path d="M0 7h14" {...outline(2.25)} />,
  'dotted-line': <path d="M.6 7h13" {...outline(2.25)} strokeDasharray="1.5 2.6" />,
  stripes: (
    <>
      <rect x="1" y="1" width="12" height="12" rx="1" {...outline(1.4)} />
      <path d="M2 7 7 2M2 12 12 2M7 12l5-5" {...outline(1.6)} />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type ChipShape = keyof typeof marks;

/** Every shape, in the order a legend would show them. */
export const chipShapes = Object.keys(marks) as ChipShape[];

export function ChipMark({ shape }: { shape: ChipShape }) {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
      {marks[shape]}
    </svg>
  );
}

function outline(width: number) {
  return { fill: 'none', stroke: 'currentColor', strokeWidth: width };
}
