/** The run a question was about, to be watched after it has been answered. Made when it is asked for. */

import { useState } from 'react';
import type { Variant } from '#/scenarios';
import { Disclosure } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import card from '../parts/Card.module.css';
import { RunFigure } from '../players/RunFigure';
import { usePlayer } from '../players/use-player';

export interface RunOfQuestionProps {
  variant: Variant;
  /** Of the lesson's, where it is not in the lesson's own world. */
  stage?: string | undefined;
  /** It begins open. */
  opened?: boolean | undefined;
  summary?: string | undefined;
}

export function RunOfQuestion({
  variant,
  stage,
  opened = false,
  summary = 'Watch the run',
}: RunOfQuestionProps) {
  const [open, setOpen] = useState(opened);
  return (
    <Disclosure summary={summary} open={opened} onToggle={setOpen} className={card.interactive}>
      {open && <Watched variant={variant} stage={stage} />}
    </Disclosure>
  );
}

function Watched({ variant, stage }: Pick<RunOfQuestionProps, 'variant' | 'stage'>) {
  const lab = useLesson().labOn(stage);
  const player = usePlayer({
    scenario: lab.scenario,
    module: lab.module,
    variant,
    opening: { atUs: 0 },
  });
  return <RunFigure player={player} locked />;
}
