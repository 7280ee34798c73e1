/** Playback: a mode, a cursor and a selection on a recording. No React. */

export type { Ticker } from './drive';
export { knobsOf, type TurnedKnob } from './knobs';
export type { PlayerOptions } from './options';
export { type Mode, playback } from './playback';
export { Player } from './player';
export { NORMAL_SPEED, type PlayerState, type Selection, SPEEDS, type Speed } from './state';
export type { StopAt } from './stops';
export { frames, stillness } from './ticker';
export { Twin } from './twin';
export { computeWholeRun, type Progress, type Wanted } from './whole-run';
