/** The course map: parts, and in each the lessons that are there and those to come. Only what is there is linked. */
import { useLessonMark } from '#/teach';
import { Link } from '../router';
import styles from './CourseMap.module.css';
import { type MapLesson, type MapPart, twoDigits } from './course-map';

export function CourseMap({ parts }: { parts: MapPart[] }) {
  return (
    <div className={styles.map}>
      <p className={styles.intro}>Under each title: what you will be able to do.</p>
      {parts.map((part) => (
        <section key={part.number} className={styles.part} aria-labelledby={`part-${part.number}`}>
          <h3 id={`part-${part.number}`} className={styles.title}>
            <span className={styles.partNumber}>Part {part.number}</span> {part.title}
          </h3>
          <ol className={styles.lessons}>
            {part.lessons.map((lesson) => (
              <Row key={lesson.slug} lesson={lesson} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Row({ lesson }: { lesson: MapLesson }) {
  const [only, ...rest] = lesson.able;
  const mark = useLessonMark(lesson.slug);
  return (
    <li className={lesson.state === 'here' ? styles.here : styles.toCome}>
      <span className={styles.number}>{twoDigits(lesson.number)}</span>
      <div>
        <h4 className={styles.name}>
          {lesson.state === 'here' ? <Link to={`/learn/${lesson.slug}/`}>{lesson.title}</Link> : lesson.title}
        </h4>
        {only !== undefined && rest.length === 0 ? (
          <p className={styles.able}>{sentence(only)}</p>
        ) : (
          <ul className={styles.able}>
            {lesson.able.map((line) => (
              <li key={line}>{sentence(line)}</li>
            ))}
          </ul>
        )}
      </div>
      <span className={styles.when} data-mark={mark}>
        {lesson.state === 'here' ? `${lesson.minutes} min${mark === 'new' ? '' : `, ${mark}`}` : 'to come'}
      </span>
    </li>
  );
}

/** The lines complete "You will be able to …"; on the map each stands alone. */
function sentence(line: string): string {
  return `${line.slice(0, 1).toUpperCase()}${line.slice(1)}.`;
}
