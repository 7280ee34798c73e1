/** Moving through time. */

export type { BeatMark } from './Scrubber';
export { shortcut } from './Shortcuts';
export { TimeBar, type TimeBarProps } from './TimeBar';
