/** A player's run as a figure. Every figure of a lesson comes through here, so that the prose can point at it. */

import { type ReactNode, useEffect } from 'react';
import { knobsOf, type Player } from '#/player';
import { Figure, type FigurePart, figureParts } from '#/stage';
import { useLesson } from '../lesson/LessonContext';

export interface RunFigureProps {
  player: Player;
  /** Names the figure for those who cannot see it. */
  label?: string | undefined;
  /** Shows the scenario's knobs. */
  knobs?: boolean | undefined;
  /** Nothing can be done to the run; it can be played and looked at. */
  locked?: boolean | undefined;
  /** The pictures alone, as on paper. */
  frozen?: boolean | undefined;
  hide?: readonly FigurePart[] | undefined;
  /** Virtual times of a story's beats. */
  marks?: readonly number[] | undefined;
  /** Stands between the picture and the time bar. */
  children?: ReactNode;
}

const pictures: readonly FigurePart[] = ['network', 'tape', 'truth'];
const allButPictures = figureParts.filter((part) => !pictures.includes(part));

export function RunFigure({ player, label, knobs, locked, frozen, hide, marks, children }: RunFigureProps) {
  const { figures } = useLesson();
  useEffect(() => figures.add(player), [figures, player]);
  return (
    <Figure
      run={player}
      label={label}
      knobs={knobs ? () => knobsOf(player) : undefined}
      locked={locked || frozen}
      hide={frozen ? allButPictures : hide}
      marks={marks}
    >
      {children}
    </Figure>
  );
}
