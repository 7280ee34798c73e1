/**
 * The author's page, drawn with the vocabulary. This is the one seam between the shell and `#/teach`:
 * what a lesson may say is decided there, what surrounds it here.
 */
import { LessonProvider, LessonText, type PreparedLesson, vocabulary } from '#/teach';
import type { LessonFolder } from '../build/front-matter';
import type { LessonModule } from '../lesson-module';
import { ProseLink } from './ProseLink';

interface Props extends Pick<LessonModule, 'Body' | 'proofs'> {
  front: LessonFolder;
  /** The lesson's data with its protocol, loaded, so that the first render has its figures. */
  prepared: PreparedLesson;
}

const components = { ...vocabulary, a: ProseLink };

export function LessonBody({ front, Body, proofs, prepared }: Props) {
  return (
    <LessonProvider lesson={prepared} slug={front.slug} proofs={proofs}>
      <LessonText Body={Body} components={components} />
    </LessonProvider>
  );
}
