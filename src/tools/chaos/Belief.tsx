/** What is built, in words: what people think who build it so, what that breaks, and which faults it takes. */

import type { ProtocolModule } from '#/scenarios';
import styles from './Chaos.module.css';
import { promiseOf } from './promises';
import { RIGHT } from './Settings';

/** The faults as things that happen; what ends one goes with it. */
const HAPPENS: Readonly<Record<string, string>> = {
  crash: 'crashes and restarts',
  cut: 'cut links',
  drop: 'lost messages',
  delay: 'late messages',
  duplicate: 'doubled messages',
  rule: 'links that lose, double or reorder',
  pause: 'pauses',
  clock: 'clocks that go wrong',
  slow: 'slow machines',
  hold: 'messages held back',
};

const listed = (verbs: readonly string[]): string =>
  verbs
    .flatMap((verb) => (HAPPENS[verb] === undefined ? [] : [HAPPENS[verb]]))
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function Belief({ module, mutant }: { module: ProtocolModule; mutant: string }) {
  const wrong = mutant === RIGHT ? undefined : module.mutants?.[mutant];
  const assumed = listed(module.protocol.assumes);
  if (!wrong) {
    if (!module.mutants || assumed === '') return null;
    return (
      <dl className={styles.belief} data-part="belief">
        <dt>What it is built for</dt>
        <dd>{capital(assumed)}. Of these the search makes its storms, and it should find nothing.</dd>
      </dl>
    );
  }
  const promise = promiseOf(module, wrong.breaks);
  return (
    <dl className={styles.belief} data-part="belief">
      <dt>What people think</dt>
      <dd>{wrong.belief}</dd>
      <dt>What that breaks</dt>
      <dd>
        “{promise.name}”: {promise.words}
      </dd>
      <dt>When</dt>
      <dd>Under {listed(wrong.under)}, which it should be built for.</dd>
    </dl>
  );
}
