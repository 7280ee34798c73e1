/** Verdicts on a run, beside its tape. */

export { LaterVerdicts, type StripNews } from './LaterVerdicts';
