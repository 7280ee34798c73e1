/** Charts of a run's load. */

export { fetchCharts, LaterCharts } from './LaterCharts';
export { SmallChart, type SmallChartProps, type SmallLine } from './SmallChart';
