/** The modes of playback, as a statechart: what is drawn on the page is decided by where this machine stands. */

import { setup } from 'xstate';

export type PlaybackEvent =
  | { type: 'PLAY' }
  | { type: 'PAUSE' }
  /** The head is being dragged: nothing moves by itself until it settles. */
  | { type: 'SEEK' }
  | { type: 'SETTLE' }
  /** An authored moment was reached; the learner sets the pace from here. */
  | { type: 'BEAT' }
  | { type: 'END' };

export type Mode = 'paused' | 'playing' | 'seeking' | 'at a beat';

export const playback = setup({ types: { events: {} as PlaybackEvent } }).createMachine({
  id: 'playback',
  initial: 'paused',
  states: {
    paused: { on: { PLAY: 'playing', SEEK: 'seeking', BEAT: 'at a beat' } },
    playing: { on: { PAUSE: 'paused', SEEK: 'seeking', BEAT: 'at a beat', END: 'paused' } },
    seeking: { on: { SETTLE: 'paused', PAUSE: 'paused', PLAY: 'playing', BEAT: 'at a beat' } },
    'at a beat': { on: { PLAY: 'playing', SEEK: 'seeking', PAUSE: 'paused' } },
  },
});
