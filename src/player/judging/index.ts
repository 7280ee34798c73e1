/** Verdicts on a run while it grows. Fetched by the page that shows them, and by no other. */

export { Judging } from './judging';
