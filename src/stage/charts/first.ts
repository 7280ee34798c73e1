/** Which charts a figure shows before anybody has chosen, and how high their place is. */

import type { Scenario } from '#/scenarios';
import type { ChartName } from './measures';

const usual: readonly ChartName[] = ['rate', 'latency', 'queue', 'saturation'];

export const firstCharts = ({ charts }: Scenario): readonly ChartName[] => charts ?? usual;

/** About as high as so many charts will be, in pixels. */
export const placeHeight = (scenario: Scenario): number => 120 + firstCharts(scenario).length * 124;
