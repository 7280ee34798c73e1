/** The load of a run at its cursor, for whoever draws it. */

import { useEffect, useMemo, useState } from 'react';
import { type Run, useStateOf } from '../run';
import { type Load, loadAt } from './curve';
import type { MeasuredAt } from './measures';

/** What measures are, once that is there. */
function useMeasured(run: Run): MeasuredAt | null {
  const [measured, setMeasured] = useState<MeasuredAt | null>(null);
  useEffect(() => {
    let wanted = true;
    run.measuring?.().then(
      (found) => wanted && setMeasured(() => found.measured),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [run]);
  return measured;
}

/** The same object until another stretch is over, or another run is shown. */
export function useLoad(run: Run): Load | null {
  const { scenario } = run;
  const measured = useMeasured(run);
  useStateOf(run, (s) => s.measured);
  const metrics = run.metrics?.() ?? null;
  const width = metrics?.widthUs ?? 1;
  const seen = useStateOf(run, (s) => `${s.run} ${s.branch} ${Math.floor(s.at / width)}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is over stays as it was.
  return useMemo(
    () => (metrics && measured ? loadAt(metrics, run.store.getState().at, scenario, measured) : null),
    [seen, scenario, measured, metrics === null],
  );
}
