/** How far a claim was looked into. What is long, and the table of a claim about many worlds, stands behind a line. */

import type { LessonData } from '#/scenarios';
import { Disclosure } from '#/ui';
import styles from './Claims.module.css';

type Claim = LessonData['claims'][number];
type Matrix = Extract<Claim, { kind: 'matrix' }>;

/** Longer than this nobody reads in passing. */
const BRIEF = 240;

/** The first sentence, or what stands before the first way to do it; and the rest. */
export function inShort(detail: string): readonly [brief: string, rest: string] {
  if (detail.length <= BRIEF) return [detail, ''];
  const way = detail.indexOf('; a shortest way: ');
  if (way > 0) return [`${detail.slice(0, way)}.`, `A${detail.slice(way + 3)}`];
  const end = detail.indexOf('. ');
  return end > 0 ? [detail.slice(0, end + 1), detail.slice(end + 2)] : [detail, ''];
}

export function ClaimDetail({ claim, detail }: { claim: Claim; detail: string | undefined }) {
  if (detail === undefined) return <span className={styles.detail}>Not run.</span>;
  const [brief, rest] = inShort(detail);
  return (
    <>
      <span className={styles.detail}>{brief}</span>
      {rest !== '' && (
        <Disclosure
          className={styles.more}
          summary={claim.kind === 'matrix' ? 'One by one' : 'A shortest way to see it'}
        >
          {claim.kind === 'matrix' && <Table claim={claim} />}
          <p className={styles.detail}>{rest}</p>
        </Disclosure>
      )}
    </>
  );
}

/** The claim's own table: the proof says whether it is so. */
function Table({ claim: { properties, rows } }: { claim: Matrix }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          {properties.map((property) => (
            <th key={property} scope="col">
              {property}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, holds }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {holds.map((yes, i) => (
              <td key={properties[i]}>{yes ? 'always' : 'not always'}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
