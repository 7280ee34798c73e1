/** Something that happened: the sentence, when, and what caused it. */

import type { Entry } from '#/scenarios';
import { Button } from '#/ui';
import { entryOf, useRun } from '../run';
import { useStamps } from '../stamps';
import { nodeName, sentence, timeText, valueText } from '../words';
import { type Fact, Facts } from './Facts';
import css from './Inspector.module.css';

export function EntryPanel({ entry }: { entry: Entry }) {
  const run = useRun();
  const { scenario } = run;
  const stamps = useStamps();
  const stamp = stamps?.words(entry, run.trace());
  const cause = entry.cause >= 0 ? entryOf(run.trace(), entry.cause) : undefined;
  const facts: Fact[] = [
    { name: 'at', value: timeText(entry.at) },
    ...(entry.node === null || entry.local === entry.at
      ? []
      : [{ name: `clock of ${nodeName(scenario, entry.node)}`, value: timeText(entry.local) }]),
    ...(stamps && stamp ? [{ name: stamps.name, value: stamp }] : []),
    ...('body' in entry ? [{ name: 'says', value: valueText(entry.body, 120) }] : []),
  ];
  return (
    <>
      <p className={css.sentence}>{sentence(entry, scenario)}</p>
      <Facts facts={facts} />
      {entry.cause >= 0 && (
        <p className={css.cause}>
          <span>
            {cause
              ? `Because: ${sentence(cause, scenario)}`
              : `Because of event ${entry.cause + 1}, before what is kept of the run.`}
          </span>
          <Button onClick={() => run.visit(entry.cause)}>Go there</Button>
        </p>
      )}
    </>
  );
}
