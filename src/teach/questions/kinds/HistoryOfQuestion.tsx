/** The history a question is about: its picture, what it holds at first, and the same as a table. */

import type { Shown, Subject } from '#/scenarios';
import { HistoryPicture, type HistoryPictureProps, HistoryTable, timeText } from '#/stage';
import { Disclosure } from '#/ui';
import styles from './kinds.module.css';

export interface HistoryOfQuestionProps extends Omit<HistoryPictureProps, 'operations'> {
  shown: Shown;
  subject: Subject;
  caption?: string;
}

/** The times of a run are milliseconds; those of a drawn history have no unit. */
export const timeOf = (subject: Subject): ((at: number) => string) =>
  'run' in subject ? (at) => timeText(at * 1000) : (at) => String(Math.round(at * 100) / 100);

const objectWords = (object: string): string => object.replace('cas-', 'compare-and-set ').replace('-', ' ');

export function HistoryOfQuestion({
  shown,
  subject,
  caption = 'The history',
  ...picture
}: HistoryOfQuestionProps) {
  const { history, object, drawn, toScale } = shown;
  const first = history.initial === null ? 'nothing' : JSON.stringify(history.initial).replaceAll('"', '');
  return (
    <div className={styles.history}>
      <HistoryPicture operations={drawn} {...picture} />
      <p className={styles.aside}>
        {object === 'kv' ? 'Each key' : `The ${objectWords(object)}`} holds {first} at first. Time runs to the
        right{toScale ? '' : ', not to scale'}.
      </p>
      <Disclosure summary="The same as a table">
        <HistoryTable
          caption={caption}
          operations={history.operations}
          marks={picture.marks}
          time={timeOf(subject)}
        />
      </Disclosure>
    </div>
  );
}
