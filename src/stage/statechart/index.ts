/** Machines that nodes hold, drawn live. */

export { fetchStatechart, LaterStatecharts } from './LaterStatecharts';
