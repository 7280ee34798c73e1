/** Chooses the clock whose stamps the figure shows, and tells its views of them. Fetched by figures that offer it. */

import { useEffect, useMemo, useState } from 'react';
import type { StampKind } from '#/scenarios';
import { Select } from '#/ui';
import { useRun } from '../run';
import { nodeName } from '../words';
import { stampKindNames, stampWords } from './kinds';
import { previousAt } from './moments';
import { planOf } from './plan';
import styles from './Stamps.module.css';
import type { ShownStamps, Stamping } from './stamping';
import { stampText } from './texts';

export type StampChoice = StampKind | 'none';

export interface StampControlProps {
  kind: StampChoice;
  onKind: (kind: StampChoice) => void;
  onStamps: (shown: ShownStamps | null) => void;
}

const OPTIONS: readonly { value: StampChoice; label: string }[] = [
  { value: 'none', label: 'None' },
  ...stampKindNames.map((kind) => ({ value: kind, label: stampWords[kind].name })),
];

/** What stamps the run, once a clock has been chosen and it has been fetched. */
function useStamping(wanted: boolean): Stamping | null {
  const run = useRun();
  const [found, setFound] = useState<Stamping | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let here = true;
    run.stamps?.().then(
      (stamping) => here && setFound(stamping),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [run, wanted]);
  return found;
}

export function StampControl({ kind, onKind, onStamps }: StampControlProps) {
  const { scenario } = useRun();
  const stamping = useStamping(kind !== 'none');
  const shown = useMemo((): ShownStamps | null => {
    if (kind === 'none' || stamping === null) return null;
    const clock = { kind, stamping, scenario };
    return {
      kind,
      name: stampWords[kind].name,
      plan: (trace, frame, lanes, crowded) => planOf(clock, trace, frame, lanes, crowded),
      words: ({ id, node, at }, trace) => {
        const stamps = stamping.of(kind, trace);
        const stamp = stamps?.[id] ?? null;
        if (stamps === null || stamp === null || node === null) return null;
        const before = stamps[previousAt(trace, id, node)] ?? null;
        return stampText(kind, stamp, before, at, scenario, stamping.changed);
      },
    };
  }, [kind, stamping, scenario]);
  useEffect(() => onStamps(shown), [onStamps, shown]);

  const names = scenario.nodes.map(({ id }) => nodeName(scenario, id));
  return (
    <div className={styles.control} data-part="stamps">
      <Select
        label="Stamps on the tape"
        value={kind}
        options={OPTIONS}
        onChange={onKind}
        {...(kind !== 'none' && stamping
          ? { hint: stampWords[kind].legend(names, stamping.uncertainty) }
          : {})}
      />
    </div>
  );
}
