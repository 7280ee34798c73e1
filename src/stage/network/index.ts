/** The network half of a figure: what is where, now. */

export { type Frame, frame, type TimerArc, type Token } from './frame';
export { heightOf, type Layout, layoutOf, USUAL_WIDTH } from './layout';
export { Network, type NetworkProps } from './Network';
