/** Interventions as a row of buttons, for the inspector and the lists. */

import { Button, ButtonRow } from '#/ui';
import { useRun } from '../run';
import css from './Interventions.module.css';
import type { Intervention } from './interventions';

export interface InterventionButtonsProps {
  /** Names the group: "What to do with payment". */
  label: string;
  offers: readonly Intervention[];
  /** Put before each button's name for those who hear it out of its place, as in "charge request 1: ". */
  about?: string | undefined;
}

export function InterventionButtons({ label, offers, about }: InterventionButtonsProps) {
  const run = useRun();
  if (offers.length === 0) return <p className={css.none}>Nothing can be done to it here.</p>;
  return (
    <ButtonRow label={label}>
      {offers.map((offer) => (
        <Button
          key={offer.id}
          icon={offer.icon}
          {...(about === undefined ? {} : { 'aria-label': `${offer.label}: ${about}` })}
          onClick={() => run.act(offer.command)}
        >
          {offer.label}
        </Button>
      ))}
    </ButtonRow>
  );
}
