/** Moving through time. */

export { shortcut } from './shortcuts';
export { TimeBar, type TimeBarProps } from './TimeBar';
