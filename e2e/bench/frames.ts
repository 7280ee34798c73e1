// The frames of a page, as watch-frames.js notes them from inside.
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

export interface Frames {
  /** Milliseconds from one frame to the next. */
  readonly gaps: readonly number[];
  /** Milliseconds of script in each frame. */
  readonly scripts: readonly number[];
}

declare global {
  interface Window {
    watchedFrames: { stamps: number[]; scripts: number[] };
  }
}

export const watchFrames = (page: Page): Promise<unknown> =>
  page.addInitScript({ path: fileURLToPath(new URL('./watch-frames.js', import.meta.url)) });

/** What happened in the next so many milliseconds. */
export async function framesFor(page: Page, ms: number): Promise<Frames> {
  const until = await page.evaluate(() => {
    window.watchedFrames.stamps.length = 0;
    window.watchedFrames.scripts.length = 0;
    return performance.now();
  });
  // Asked at intervals, and not at each frame: the asking must not count among them.
  await page.waitForFunction((end) => performance.now() >= end, until + ms, { polling: 100 });
  const { stamps, scripts } = await page.evaluate(() => ({
    stamps: [...window.watchedFrames.stamps],
    scripts: [...window.watchedFrames.scripts],
  }));
  return { gaps: stamps.slice(1).map((at, i) => at - (stamps[i] as number)), scripts };
}
