/** Every figure, sign and control in every state, from fixtures. */
import type { Catalogue, ProtocolModule } from '#/scenarios';
import { type PreparedLesson, QuestionSamples } from '#/teach';
import { Gallery as Signs } from '#/tools';
import { PageTitle } from '../shell/PageTitle';
import styles from './Page.module.css';

export interface GalleryProps {
  catalogue: Catalogue;
  modules: Readonly<Record<string, ProtocolModule>>;
  /** The kinds of questions that few lessons ask, on scenarios of their own. */
  questions: readonly PreparedLesson[];
}

export function Gallery({ catalogue, modules, questions }: GalleryProps) {
  return (
    <div className={styles.page}>
      <PageTitle>Gallery</PageTitle>
      <p className="dek">
        What the figures are made of. Each stands at the moment that shows its sign; play it, and it goes on.
      </p>
      <Signs catalogue={catalogue} modules={modules} />
      <h2 id="questions">Questions</h2>
      {questions.map((lesson) => (
        <QuestionSamples key={lesson.data.scenario.name} lesson={lesson} />
      ))}
    </div>
  );
}
