/** Going to a beat of a story directly, forwards or back. */

import type { Player } from '#/player';

/** Stands at a beat, or before the first for −1. The first run is shown, since that is the one the beats tell. */
export function tell(story: Player, beat: number): void {
  const beats = story.options.beats ?? [];
  story.pause();
  if (story.store.getState().branch !== 0) story.showBranch(0);
  const to = beats[beat];
  if (to) story.runTo(to.until);
  else story.start();
  story.store.setState({ beat: to ? beat : -1 });
}

/** Whether the reader has asked for less motion; then steps are taken at once. */
export function stillPreferred(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
