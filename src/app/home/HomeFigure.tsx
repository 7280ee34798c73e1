/** The place of the live figure on the front page. Until it is drawn from a run, a picture of the question. */
import styles from './HomeFigure.module.css';

export function HomeFigure() {
  return (
    <figure className={styles.figure}>
      <svg
        viewBox="0 0 560 240"
        role="img"
        aria-label="A is linked to B and to C; a request from A is on its way to B"
      >
        <g className={styles.links}>
          <path d="M120 90H440M120 90L280 190L440 90" />
        </g>
        <rect className={styles.request} x="245" y="76" width="46" height="28" rx="4" />
        <text className={styles.code} x="268" y="95">
          pay
        </text>
        <g className={styles.nodes}>
          <circle className={styles.self} cx="120" cy="90" r="32" />
          <circle cx="440" cy="90" r="32" />
          <circle cx="280" cy="190" r="32" />
        </g>
        <g className={styles.names}>
          <text className={styles.onSelf} x="120" y="96">
            A
          </text>
          <text x="440" y="96">
            B
          </text>
          <text x="280" y="196">
            C
          </text>
        </g>
      </svg>
      <figcaption>A request on its way from A to B.</figcaption>
    </figure>
  );
}
