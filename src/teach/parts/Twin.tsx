/** Twin runs: same seed, same faults, one switch changed. */

import { useLesson } from '../lesson/LessonContext';
import part from './Part.module.css';
import { TwinRuns } from './TwinRuns';

export interface TwinProps {
  /** Which pair, by its name among the lesson's twins. */
  name: string;
}

export function Twin({ name }: TwinProps) {
  const { data } = useLesson();
  const pair = data.twins?.[name];
  if (!pair) throw new Error(`This lesson has no twins called ${name}.`);
  return (
    <div className={part.part} data-part="twins">
      <div className={part.figure} data-figure>
        <TwinRuns {...pair} names={{ left: 'As it was', right: 'With one thing changed' }} />
      </div>
    </div>
  );
}
