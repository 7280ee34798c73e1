/** Charts of a run's load. */

export { fetchCharts, LaterCharts } from './LaterCharts';
