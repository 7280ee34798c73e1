/** A worked example, and after it the same sort of problem with less and less of it told. Each further one is a press away. */

import type { QuestionOf } from '#/scenarios';
import { Disclosure } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import styles from './Faded.module.css';
import { Asked } from './Quiz';

export interface FadedProps {
  /** Which, by its name among the lesson's faded problems. */
  name: string;
}

export function Faded({ name }: FadedProps) {
  const { data } = useLesson();
  const rounds = data.faded?.[name] as readonly QuestionOf<'steps'>[] | undefined;
  if (!rounds) throw new Error(`This lesson has no faded problems called ${name}.`);
  const [worked, ...others] = rounds;
  return (
    <div className={styles.faded} data-part="faded">
      {worked && <Asked question={worked} />}
      {others.map((round) => (
        <Disclosure key={round.id} summary={yours(round)}>
          <Asked question={round} />
        </Disclosure>
      ))}
    </div>
  );
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

function yours({ open, steps }: QuestionOf<'steps'>): string {
  if (open === steps.length) return 'Another one: all of it is yours';
  return open === 1
    ? 'Another one: the last step is yours'
    : `Another one: the last ${numbers[open]} steps are yours`;
}
