/**
 * The challenge of a lesson: make it happen. The runs decide, whichever figure they are made in; there is no button
 * that says "done".
 */

import { useEffect, useState } from 'react';
import { Button, ButtonRow } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import { useStanding } from '../lesson/use-flow';
import card from '../parts/Card.module.css';
import { HintButton, Hints } from '../parts/Hints';
import part from '../parts/Part.module.css';
import { replay } from '../players/kept-run';
import { RunFigure } from '../players/RunFigure';
import { usePlayer } from '../players/use-player';
import { useLessonProgress } from '../progress/use-progress';
import type { KeptRun } from '../questions/answer';
import { OutcomeTable } from './OutcomeTable';
import type { OutcomeTarget } from './outcome-table';
import { useChecks, useOutcomes } from './use-target';

export function Puzzle() {
  const { data, lab, slug, keep } = useLesson();
  const { challenge } = data;
  const { target } = challenge;
  const { hints } = useLessonProgress(slug).puzzle;
  const met = useStanding('puzzle') === 'met';
  const player = usePlayer({
    scenario: lab.scenario,
    module: lab.module,
    ...(challenge.start ? { variant: challenge.start } : {}),
    ...(challenge.opening ? { opening: challenge.opening } : {}),
  });
  const [refused, setRefused] = useState<string | null>(null);

  useEffect(() => player.store.subscribe(() => setRefused(null)), [player]);

  function again(run: KeptRun): void {
    setRefused(replay(player, run));
    player.play();
  }

  return (
    <div className={part.part} data-part="puzzle">
      <section className={card.card} aria-labelledby={`puzzle-${challenge.id}`}>
        <h3 id={`puzzle-${challenge.id}`} className={card.heading}>
          {challenge.title}
        </h3>
        <p>{challenge.goal}</p>
        {'outcomes' in target ? (
          <Outcomes player={player} target={target} onReplay={again} />
        ) : (
          <Checks player={player} />
        )}
        {refused && <p role="alert">{refused}</p>}
        <Hints rungs={challenge.hints} shown={hints} />
        <ButtonRow className={card.interactive}>
          <Button onClick={() => player.reset()}>New run</Button>
          <HintButton
            rungs={challenge.hints}
            shown={hints}
            onMore={() =>
              keep((lesson) => ({ ...lesson, puzzle: { ...lesson.puzzle, hints: Math.min(3, hints + 1) } }))
            }
          />
        </ButtonRow>
        <p role="status" className={card.notice}>
          {met && (hints > 0 ? 'Done, with hints: good practice.' : 'Done, without a hint.')}
        </p>
      </section>
      <div className={part.figure} data-figure>
        <RunFigure player={player} knobs />
      </div>
    </div>
  );
}

interface Watched {
  player: ReturnType<typeof usePlayer>;
}

function Outcomes({
  player,
  target,
  onReplay,
}: Watched & { target: OutcomeTarget; onReplay: (run: KeptRun) => void }) {
  const { words, claim } = useOutcomes(player, target);
  const { slug } = useLesson();
  const kept = useLessonProgress(slug).puzzle;
  return (
    <>
      <OutcomeTable target={target} kept={kept} onReplay={onReplay} onClaim={claim} />
      <p role="status" className={card.notice}>
        {words}
      </p>
    </>
  );
}

function Checks({ player }: Watched) {
  const words = useChecks(player);
  return (
    <p role="status" className={card.notice}>
      {words}
    </p>
  );
}
