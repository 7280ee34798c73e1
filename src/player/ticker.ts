/** The browser's frames, as the player hears them. */

import type { Ticker } from './drive';

export const frames: Ticker = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

/** Frames that never come: for pages being prerendered. */
export const stillness: Ticker = { request: () => 0, cancel: () => {} };
