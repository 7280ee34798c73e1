/** Stamps of logical clocks at the events of a run, and the choice among them. */

export { LaterStamps } from './LaterStamps';
export type { StampChoice } from './StampControl';
export { type ShownStamps, type Stamping, StampsProvider, useStamps } from './stamping';
