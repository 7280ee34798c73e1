/** The branches of a run: every future that was made, named by what made it, and a comparison of any two. */

import { useState } from 'react';
import { Button } from '#/ui';
import { useRun, useRunState } from '../run';
import { branchName, timeText } from '../words';
import styles from './Branches.module.css';
import { Compare } from './Compare';

export function Branches() {
  const run = useRun();
  const current = useRunState((s) => s.branch);
  useRunState((s) => `${s.run} ${s.frontier}`);
  const [beside, setBeside] = useState<number | null>(null);
  const { branches, scenario } = run;
  const compared = branches.find((b) => b.id === beside && b.id !== current);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a page with several figures would have as many landmarks of one name.
    <section role="group" className={styles.branches} data-part="branches" aria-label="Branches of the run">
      {branches.length < 2 && (
        <p className={styles.hint}>
          One run so far. Go back and do something there: the old future is kept, and the new one appears
          here.
        </p>
      )}
      <ol className={styles.list}>
        {branches.map((branch) => {
          const name = branchName(branch, scenario);
          const here = branch.id === current;
          return (
            <li key={branch.id} aria-current={here || undefined} data-branch={branch.id}>
              <span className={styles.name}>
                {name}
                <span className={styles.meta}>
                  {branch.parent === null ? '' : `, from “${nameOf(branches, branch.parent, scenario)}”`}
                  {`, run to ${timeText(branch.times.at(-1) ?? 0)}`}
                </span>
              </span>
              {here ? (
                <span className={styles.shown}>shown</span>
              ) : (
                <span className={styles.hands}>
                  <Button
                    variant="quiet"
                    aria-label={`Show: ${name}`}
                    onClick={() => run.showBranch(branch.id)}
                  >
                    Show
                  </Button>
                  <Button
                    variant="quiet"
                    aria-label={`Compare with: ${name}`}
                    pressed={compared?.id === branch.id}
                    onClick={() => setBeside(compared?.id === branch.id ? null : branch.id)}
                  >
                    Compare
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {compared && <Compare key={`${current} ${compared.id}`} with={compared.id} />}
    </section>
  );
}

function nameOf(
  branches: ReturnType<typeof useRun>['branches'],
  id: number,
  scenario: ReturnType<typeof useRun>['scenario'],
): string {
  const branch = branches.find((b) => b.id === id);
  return branch ? branchName(branch, scenario) : '';
}
