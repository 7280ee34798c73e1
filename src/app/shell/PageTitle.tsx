import type { ReactNode } from 'react';

/** The one h1 of a page. Arriving at a page moves focus here, so that a screen reader says where it is. */
export function PageTitle({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <h1 tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}
