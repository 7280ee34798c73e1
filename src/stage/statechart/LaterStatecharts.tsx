/** The place of the machines that nodes of a run hold. What draws one is fetched when one is in use. */

import { later } from '../figure/later';
import { useRun, useRunState } from '../run';
import type { StatechartProps } from './Statechart';

const statechart = later<StatechartProps>(() => import('./Statechart').then((m) => m.Statechart));

export const fetchStatechart = statechart.fetch;

export function LaterStatecharts() {
  const run = useRun();
  useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  const view = run.view();
  const used = (run.statecharts ?? []).filter((chart) => chart.standing(view).length > 0);
  return used.map((chart) => <One key={chart.title} chart={chart} />);
}

function One(props: StatechartProps) {
  const Statechart = statechart.useIt();
  return Statechart && <Statechart {...props} />;
}
