/** A figure of one of the lesson's stages: a scenario of the library, at its opening moment, to be played and broken. */

import { useLesson } from '../lesson/LessonContext';
import { RunFigure } from '../players/RunFigure';
import { usePlayer } from '../players/use-player';
import part from './Part.module.css';

export interface StageProps {
  /** Which of them. */
  name: string;
}

export function Stage({ name }: StageProps) {
  const { scenario, module } = useLesson().labOn(name);
  const player = usePlayer({ scenario, module });
  return (
    <div className={part.part} data-part="stage">
      <div className={part.figure} data-figure>
        <RunFigure player={player} knobs />
      </div>
    </div>
  );
}
