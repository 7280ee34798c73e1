/** The front door: one question about a small system one can break, then the map of the course. */
import { lessons } from 'virtual:lessons';
import type { ReactNode } from 'react';
import { curriculum } from '#/teach';
import { CourseMap } from '../course/CourseMap';
import { courseMap, twoDigits } from '../course/course-map';
import { Link } from '../router';
import { PageTitle } from '../shell/PageTitle';
import styles from './Home.module.css';

export interface HomeProps {
  /** Its question is the page's. */
  figure: ReactNode;
}

export function Home({ figure }: HomeProps) {
  const [first] = lessons;
  return (
    <>
      <div className={styles.opening}>
        <div className={styles.question}>
          <PageTitle>A asks B: are you there? Nothing comes back. Is B down?</PageTitle>
          <p className="dek">
            Play, cut the link, and look at what A can see. Then mend it, press B and crash it, and look
            again.
          </p>
        </div>
        <div className={styles.figure}>{figure}</div>
        <div className={styles.about}>
          <p>
            Faultline is a lab for distributed systems. In each lesson you say what a small system will do,
            run it, break it with your own hands, and find the first moment where it and you part.
          </p>
          {first && (
            <p className={styles.begin}>
              <Link to={`/learn/${first.slug}/`}>
                Begin with lesson {twoDigits(first.number)}, {first.title}
              </Link>{' '}
              <span className={styles.minutes}>{first.minutes} min</span>
            </p>
          )}
        </div>
      </div>
      <section aria-labelledby="course">
        <h2 id="course" className={styles.course}>
          The course
        </h2>
        <CourseMap parts={courseMap(curriculum, lessons)} />
      </section>
    </>
  );
}
