/** The whole bench: any scenario or shared run in a full-page figure. */
import type { Catalogue, ProtocolModule, Scenario } from '#/scenarios';
import { keptRunOf, learnersProgress, useKeptRuns } from '#/teach';
import { Sandbox, type Shelf } from '#/tools';
import { useHash } from '../router';
import { PageTitle } from '../shell/PageTitle';
import styles from './Page.module.css';

interface LabProps {
  first: { readonly scenario: Scenario; readonly module: ProtocolModule };
  catalogue: Catalogue;
}

const save: Shelf['save'] = (scenario, player) => learnersProgress().saveRun(scenario, keptRunOf(player));

export function Lab({ first, catalogue }: LabProps) {
  const runs = useKeptRuns();
  return (
    <div className={styles.page}>
      <PageTitle>Lab</PageTitle>
      <p className="dek">
        Any scenario, every fault and every knob the engine has. What you do here is a run, and a run fits in
        a link.
      </p>
      <Sandbox first={first} catalogue={catalogue} hash={useHash()} shelf={{ runs, save }} />
    </div>
  );
}
