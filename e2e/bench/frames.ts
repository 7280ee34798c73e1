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
  const { stamps, scripts } = await page.evaluate(async (wait) => {
    window.watchedFrames.stamps.length = 0;
    window.watchedFrames.scripts.length = 0;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return { stamps: [...window.watchedFrames.stamps], scripts: [...window.watchedFrames.scripts] };
  }, ms);
  return { gaps: stamps.slice(1).map((at, i) => at - (stamps[i] as number)), scripts };
}
