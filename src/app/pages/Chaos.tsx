/** The chaos search: storms over a system until one breaks what it promises. */
import type { Catalogue, ProtocolModule, Scenario } from '#/scenarios';
import { Chaos as Search } from '#/tools';
import { hrefTo, useHere } from '../router';
import { PageTitle } from '../shell/PageTitle';
import styles from './Page.module.css';

interface ChaosProps {
  first: { readonly scenario: Scenario; readonly module: ProtocolModule };
  catalogue: Catalogue;
}

export function Chaos({ first, catalogue }: ChaosProps) {
  const { path } = useHere();
  return (
    <div className={styles.page}>
      <PageTitle>Chaos search</PageTitle>
      <p className="dek">
        Pick a system and something it promises. The lab tries storm after storm, crashes, cuts, losses,
        delays, all of them among what the system is built for, until one breaks the promise; then it takes
        away from that run whatever is not needed. Where it finds nothing it says how far it looked, which is
        no proof.
      </p>
      <Search first={first} catalogue={catalogue} lab={hrefTo(path, '/lab/')} />
    </div>
  );
}
