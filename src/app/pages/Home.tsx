/** The front door: one question about a small system one can break, then the map of the course. */
import { lessons } from 'virtual:lessons';
import type { ProtocolModule, Scenario } from '#/scenarios';
import { curriculum } from '#/teach';
import { Bench } from '#/tools';
import { CourseMap } from '../course/CourseMap';
import { courseMap, twoDigits } from '../course/course-map';
import { Link } from '../router';
import { PageTitle } from '../shell/PageTitle';
import styles from './Home.module.css';

/** The live figure of the front page: its question is the page's. */
export interface HomeProps {
  scenario: Scenario;
  module: ProtocolModule;
}

export function Home({ scenario, module }: HomeProps) {
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
        <div className={styles.figure}>
          <Bench scenario={scenario} module={module} size="compact" />
        </div>
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
