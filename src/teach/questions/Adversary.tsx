/** Be the adversary: make it happen in the figure. The run decides, at its end. */

import { useEffect, useState } from 'react';
import type { Variant } from '#/scenarios';
import { gradeRun, type QuestionOf } from '#/scenarios';
import { Button } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import card from '../parts/Card.module.css';
import { useFocusWhen } from '../parts/use-focus';
import { onEnd } from '../players/kept-run';
import { RunFigure } from '../players/RunFigure';
import { usePlayer } from '../players/use-player';
import type { KeptRun } from './answer';
import { QuestionFrame } from './QuestionFrame';
import { useQuestion } from './use-question';

export function Adversary({ question }: { question: QuestionOf<'adversary'> }) {
  const asked = useQuestion(question);
  const [begun, setBegun] = useState(false);
  const right = asked.state === 'right';
  // The button that begins goes when it is pressed; the focus goes on to what it has brought.
  const stage = useFocusWhen<HTMLDivElement>(begun);
  return (
    <QuestionFrame
      question={question}
      asked={asked}
      task="Be the adversary"
      begun={begun}
      ask={<p className={card.question}>{question.question}</p>}
      actions={
        <>
          {!begun && (
            <Button variant="primary" onClick={() => setBegun(true)}>
              Begin
            </Button>
          )}
          {begun && (
            <Button onClick={() => asked.lock({ kind: 'adversary', run: null })}>
              Show me a run that does it
            </Button>
          )}
        </>
      }
      world={right ? undefined : question.solution}
      feedback={(heading) => (
        <>
          <h3 ref={heading} tabIndex={-1} className={card.heading}>
            {right ? 'You made it happen' : 'A run that does it'}
          </h3>
          <p>{question.reason}</p>
        </>
      )}
    >
      {begun && !asked.revealed && (
        <div ref={stage} tabIndex={-1}>
          <Stage
            variant={question.variant}
            goal={question.goal}
            onMet={(run) => asked.lock({ kind: 'adversary', run })}
          />
        </div>
      )}
    </QuestionFrame>
  );
}

interface StageProps {
  variant: Variant;
  goal: QuestionOf<'adversary'>['goal'];
  onMet: (run: KeptRun) => void;
}

function Stage({ variant, goal, onMet }: StageProps) {
  const { lab } = useLesson();
  const { scenario, module } = lab;
  const player = usePlayer({ scenario, module, variant });
  const [said, say] = useState('');

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new callback must not hear the same end again.
  useEffect(
    () =>
      onEnd(player, (run, kept) => {
        const { met, checked } = gradeRun(goal, run, scenario, module);
        if (met) onMet(kept);
        else
          say(`Not yet: this run ended with ${checked.find((check) => !check.holds)?.said}. Make another.`);
      }),
    [player],
  );

  return (
    <>
      <RunFigure player={player} />
      <p role="status" className={card.notice}>
        {said}
      </p>
      <p>
        <Button onClick={() => player.reset()}>New run</Button>
      </p>
    </>
  );
}
