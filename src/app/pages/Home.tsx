/** The front door: one question about a small system one can break, then the map of the course. */
import { lessons } from 'virtual:lessons';
import { curriculum } from '#/teach';
import { CourseMap } from '../course/CourseMap';
import { courseMap, twoDigits } from '../course/course-map';
import { HomeFigure } from '../home/HomeFigure';
import { Link } from '../router';
import { PageTitle } from '../shell/PageTitle';
import styles from './Home.module.css';

export function Home() {
  const [first] = lessons;
  return (
    <>
      <div className={styles.opening}>
        <div className={styles.question}>
          <PageTitle>A asked B to pay. Nothing came back. Did B pay?</PageTitle>
          <p className="dek">
            Cut the link, before the request arrives or after, and look at what A can see. Then look at what B
            did.
          </p>
        </div>
        <div className={styles.figure}>
          <HomeFigure />
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
