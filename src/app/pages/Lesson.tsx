/** A lesson: its head from the front matter, its body from the author, and the way on. */
import { lessons } from 'virtual:lessons';
import type { ReactNode } from 'react';
import { curriculum, ProgressTrouble } from '#/teach';
import { cx } from '#/ui';
import type { LessonFolder } from '../build/front-matter';
import { twoDigits } from '../course/course-map';
import { Link } from '../router';
import { PageTitle } from '../shell/PageTitle';
import styles from './Lesson.module.css';

interface Props {
  front: LessonFolder;
  /** The author's page with its figures. */
  body: ReactNode;
}

export function Lesson({ front, body }: Props) {
  const part = curriculum.find((each) => each.number === front.part);
  const at = lessons.findIndex((lesson) => lesson.slug === front.slug);
  const before = lessons[at - 1];
  const after = lessons[at + 1];
  return (
    <article className={styles.lesson}>
      <header className={styles.head}>
        <p className={cx('kicker', styles.kicker)}>
          Lesson {twoDigits(front.number)} <span className={styles.part}>{part?.title}</span>{' '}
          <span className={styles.minutes}>{front.minutes} min</span>
        </p>
        <PageTitle>{front.title}</PageTitle>
        <p className={cx('dek', styles.summary)}>{front.summary}</p>
        <div className={styles.able}>
          <p>You will be able to</p>
          <ul>
            {front.able.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </header>
      <ProgressTrouble spoken />
      {body}
      <nav aria-label="Lessons" className={styles.onward}>
        {before && (
          <Link to={`/learn/${before.slug}/`} rel="prev">
            Back to {twoDigits(before.number)}, {before.title}
          </Link>
        )}
        {after ? (
          <Link to={`/learn/${after.slug}/`} rel="next">
            On to {twoDigits(after.number)}, {after.title}
          </Link>
        ) : (
          <Link to="/#course">Back to the course</Link>
        )}
      </nav>
    </article>
  );
}
