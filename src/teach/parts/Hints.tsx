/**
 * The ladder of hints: where to look, the principle, a worked next step. It never says how many are left, so that
 * nobody climbs it for the sake of the top.
 */

import { Button } from '#/ui';
import styles from './Card.module.css';

export interface HintsProps {
  rungs: readonly string[];
  /** How many have been asked for. */
  shown: number;
}

export function Hints({ rungs, shown }: HintsProps) {
  return (
    <div className={styles.hints} aria-live="polite">
      {rungs.slice(0, shown).map((rung) => (
        <p key={rung} className={styles.hint}>
          {rung}
        </p>
      ))}
    </div>
  );
}

export interface HintButtonProps extends HintsProps {
  onMore: () => void;
}

export function HintButton({ rungs, shown, onMore }: HintButtonProps) {
  const out = shown >= rungs.length;
  return (
    <Button unavailable={out} onClick={onMore}>
      {shown === 0 ? 'Hint' : out ? 'No further hint' : 'Another hint'}
    </Button>
  );
}
