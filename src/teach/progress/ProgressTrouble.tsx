/** Says when progress cannot be kept as it should, and nothing otherwise. */

import { Notice } from '#/ui';
import { useProgressTrouble } from './use-progress';

export function ProgressTrouble({ className }: { className?: string | undefined }) {
  const trouble = useProgressTrouble();
  if (trouble === null) return null;
  return (
    <Notice tone="warning" title="Your progress" live="polite" className={className}>
      <p>{trouble}</p>
    </Notice>
  );
}
