/** The place of the charts, which a page does not bring with it: as high as they will be, so that nothing moves. */

import { later } from '../figure/later';
import { useRun } from '../run';
import type { ChartsProps } from './Charts';
import { placeHeight } from './first';

const charts = later<ChartsProps>(() => import('./Charts').then((m) => m.Charts));

export const fetchCharts = charts.fetch;

export function LaterCharts({ twin }: Pick<ChartsProps, 'twin'>) {
  const run = useRun();
  const Charts = charts.useIt();
  const place = <svg aria-hidden="true" width="1" height={placeHeight(run.scenario)} />;
  return Charts ? <Charts place={place} twin={twin} /> : place;
}
