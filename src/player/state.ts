/** What every view of a run shares: one cursor, one selection, one mode. */

import type { LinkRef } from '#/kernel';
import type { Micros, NodeId } from '#/scenarios';
import type { Mode } from './playback';

export type Selection =
  | { readonly on: 'entry'; readonly id: number }
  | { readonly on: 'node'; readonly id: NodeId }
  | { readonly on: 'link'; readonly link: LinkRef }
  /** A message by the entry that put it on its link. */
  | { readonly on: 'message'; readonly entry: number }
  | null;

export interface Speed {
  readonly words: string;
  readonly factor: number;
}

export const SPEEDS: readonly Speed[] = [
  { words: 'very slow', factor: 0.25 },
  { words: 'slow', factor: 0.5 },
  { words: 'normal', factor: 1 },
  { words: 'fast', factor: 2 },
  { words: 'very fast', factor: 5 },
];
export const NORMAL_SPEED = 2;

export interface PlayerState {
  readonly mode: Mode;
  readonly branch: number;
  /** The position of the run that is shown: after this many events. */
  readonly index: number;
  /** The cursor in virtual time when it last came to rest or passed an event; `now()` is the moving one. */
  readonly at: Micros;
  /** How far this branch has been run. */
  readonly frontier: number;
  /** True when nothing can happen after the frontier. */
  readonly over: boolean;
  /** Index into SPEEDS. */
  readonly speed: number;
  readonly selection: Selection;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The beat the story stands at, from 0; −1 before the first, null when no story is told. */
  readonly beat: number | null;
  /** Why the last thing asked for had no effect; cleared by the next. */
  readonly refused: string | null;
  /** Counts resets: a new number is a new recording. */
  readonly run: number;
  /** Where the run is being taken, when that is too far for one frame; null once it is there. */
  readonly towards: Micros | null;
  /** Whether there are metrics, which are fetched late. */
  readonly measured: boolean;
}

export const atTheStart = (story: boolean): PlayerState => ({
  mode: 'paused',
  branch: 0,
  index: 0,
  at: 0,
  frontier: 0,
  over: false,
  speed: NORMAL_SPEED,
  selection: null,
  canUndo: false,
  canRedo: false,
  beat: story ? -1 : null,
  refused: null,
  run: 0,
  towards: null,
  measured: false,
});
