/**
 * The author's page, drawn with the vocabulary. This is the one seam between the shell and `#/teach`:
 * what a lesson may say is decided there, what surrounds it here.
 */
import { cx } from '#/ui';
import type { LessonFolder } from '../build/front-matter';
import type { LessonModule } from '../lesson-module';
import styles from './LessonBody.module.css';
import { ProseLink } from './ProseLink';
import { vocabulary } from './stand-ins';

export function LessonBody({ module: { Body } }: { front: LessonFolder; module: LessonModule }) {
  return (
    <div className={cx('prose', styles.body)}>
      <Body components={{ ...vocabulary, a: ProseLink }} />
    </div>
  );
}
