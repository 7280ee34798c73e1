/** Playback: a mode, a cursor and a selection on a recording. No React. */

export { type Mode, playback } from './playback';
export { Player, type PlayerOptions, type StopAt, type Ticker } from './player';
export { NORMAL_SPEED, type PlayerState, type Selection, SPEEDS, type Speed } from './state';
export { frames, stillness } from './ticker';
