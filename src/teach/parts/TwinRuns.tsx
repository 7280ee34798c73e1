/** Two runs on one cursor: the same seed and the same faults, one switch changed. */

import { useEffect, useState } from 'react';
import { Twin } from '#/player';
import type { Variant } from '#/scenarios';
import { RunProvider, TimeBar, TwinView } from '#/stage';
import { useLesson } from '../lesson/LessonContext';
import { halvesOf } from '../players/twin-halves';
import { createPlayer } from '../players/use-player';
import styles from './TwinRuns.module.css';

export interface TwinRunsProps {
  left: Variant;
  right: Variant;
  names: { readonly left: string; readonly right: string };
  /** The one thing changed in the right one, as a clause. */
  differs: string;
}

export function TwinRuns({ left, right, names, differs }: TwinRunsProps) {
  const { lab, figures } = useLesson();
  const [{ twin, halves }] = useState(() => {
    const { scenario, module } = lab;
    const player = (variant: Variant) => createPlayer({ scenario, module, variant, opening: { atUs: 0 } });
    const made = new Twin(player(left), player(right));
    return { twin: made, halves: halvesOf(made) };
  });

  useEffect(() => {
    const stops = [figures.add(twin.left), figures.add(twin.right)];
    return () => {
      for (const stop of stops) stop();
      twin.shared.pause();
    };
  }, [twin, figures]);

  return (
    <div className={styles.twins}>
      <TwinView left={halves.left} right={halves.right} differs={differs} names={names}>
        <RunProvider value={halves.leading}>
          <TimeBar />
        </RunProvider>
      </TwinView>
    </div>
  );
}
