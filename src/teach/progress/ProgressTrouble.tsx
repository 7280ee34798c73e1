/** Says when progress cannot be kept as it should, and nothing otherwise. */

import { Notice } from '#/ui';
import { useProgressTrouble } from './use-progress';

export interface ProgressTroubleProps {
  /** Said aloud here; one place of a page is enough. */
  spoken?: boolean;
  className?: string | undefined;
}

export function ProgressTrouble({ spoken = false, className }: ProgressTroubleProps) {
  const trouble = useProgressTrouble();
  if (trouble === null) return null;
  return (
    <Notice
      tone="warning"
      title="Your progress"
      {...(spoken ? { live: 'polite' } : {})}
      className={className}
    >
      <p>{trouble}</p>
    </Notice>
  );
}
