/** The tape: the space-time diagram of a run. */

export { Tape } from './Tape';
export { TimeFrame, type TimeFrameProps, useTimeAxis } from './TimeFrame';
