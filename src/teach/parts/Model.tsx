/** What the model leaves out, for whoever wants to know how far to trust it. */

import type { ReactNode } from 'react';
import { Disclosure } from '#/ui';

export interface ModelProps {
  /** A list of what is simpler here than outside. */
  children: ReactNode;
}

export function Model({ children }: ModelProps) {
  return (
    <Disclosure summary="What this model leaves out">
      <div className="prose">{children}</div>
    </Disclosure>
  );
}
