/** What the lab proves of the text around it: the claim, and how far it was looked into. */

import { CheckIcon, WarningIcon } from '#/ui';
import { type Proof, useLesson } from '../lesson/LessonContext';
import { ClaimDetail } from './ClaimDetail';
import styles from './Claims.module.css';

export interface ClaimsProps {
  /** Ids of claims, separated by commas; all of them where it is left out. */
  only?: string | undefined;
}

export function Claims({ only }: ClaimsProps) {
  const { data, proofs } = useLesson();
  const wanted = only?.split(',').map((id) => id.trim());
  const claims = wanted
    ? wanted.map((id) => {
        const claim = data.claims.find((each) => each.id === id);
        if (!claim) throw new Error(`This lesson has no claim called ${id}.`);
        return claim;
      })
    : data.claims;
  return (
    <div className={styles.claims} data-part="claims">
      <p className={styles.title}>Decided by the lab</p>
      <ul className={styles.list}>
        {claims.map((claim) => (
          <li key={claim.id} className={styles.claim}>
            <Mark proof={proofs[claim.id]} />
            <div>
              {claim.text} <ClaimDetail claim={claim} detail={proofs[claim.id]?.detail} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Mark({ proof }: { proof: Proof | undefined }) {
  if (!proof) {
    return (
      <span className={styles.mark} aria-hidden="true">
        –
      </span>
    );
  }
  const held = proof.verdict === 'held';
  return (
    <span className={styles.mark}>
      {held ? <CheckIcon size={18} /> : <WarningIcon size={18} />}
      <span className="visually-hidden">{held ? 'Held:' : `${proof.verdict}:`}</span>
    </span>
  );
}
