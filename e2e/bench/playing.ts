// A run of two thousand calls a second over four tiers, played in real time with its charts: whether frames come in
// time, and how much memory the page takes. Beside it a page that does nothing. Then the far jumps of such a run.
import { rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { type Frames, framesFor, watchFrames } from './frames';
import { median, quantile, type Row } from './measure';
import { pageFiles } from './page-files';

const WATCHED_MS = 10_000;
const LATE_MS = 25;
const goals = { p95Ms: 20, late: 0.05, megabytes: 128 };
/** Quiet before the database slows down, and the worst of it. */
const STARTS = [0, 8] as const;

interface Watched {
  readonly frames: Frames;
  /** Simulated seconds that passed, and events. */
  readonly seconds: number;
  readonly events: number;
  /** The most that was in use, and what is when all that can go has gone. */
  readonly peakMb: number;
  readonly keptMb: number;
}

const ms = (time: number): string => `${time.toFixed(1)} ms`;
const p95 = ({ gaps }: Frames): number => quantile(gaps, 0.95);
const late = ({ gaps }: Frames): number => gaps.filter((gap) => gap > LATE_MS).length / gaps.length;
const inTime = (frames: Frames): string =>
  `p95 ${ms(p95(frames))}, ${(100 * late(frames)).toFixed(1)} % over ${LATE_MS} ms`;

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await watchFrames(page);
  await page.goto(address);
  await page.waitForFunction(() => 'playing' in window && !window.playing.onItsWay(), null, {
    timeout: 60_000,
  });
  await page.waitForTimeout(500);
  return page;
}

async function megabytes(page: Page, collected: boolean): Promise<number> {
  const session = await page.context().newCDPSession(page);
  if (collected) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_000_000;
}

async function watch(browser: Browser, address: string): Promise<Watched> {
  const page = await opened(browser, address);
  try {
    await page.evaluate(() => window.playing.play());
    await framesFor(page, 1_000);
    const at = () => page.evaluate(() => [window.playing.at(), window.playing.events()] as const);
    const [from, first] = await at();
    let [peakMb, watching] = [0, true];
    const sampling = (async () => {
      while (watching) {
        peakMb = Math.max(peakMb, await megabytes(page, false));
        await page.waitForTimeout(1_000);
      }
    })();
    const frames = await framesFor(page, WATCHED_MS);
    watching = false;
    const [to, last] = await at();
    await sampling;
    await page.evaluate(() => window.playing.pause());
    return { frames, seconds: to - from, events: last - first, peakMb, keptMb: await megabytes(page, true) };
  } finally {
    await page.close();
  }
}

/** Sent to the end, and from there back and forth: how long it takes, and the longest frame on the way. */
async function jumps(browser: Browser, address: string): Promise<Row[]> {
  const page = await opened(browser, address);
  try {
    const jump = async (seconds: number) => {
      const began = performance.now();
      await page.evaluate((to) => window.playing.seek(to), seconds);
      const watched: number[] = [];
      do watched.push(...(await framesFor(page, 300)).gaps);
      while (await page.evaluate(() => window.playing.onItsWay()));
      return { took: performance.now() - began, worst: Math.max(...watched), p95: quantile(watched, 0.95) };
    };
    await page.evaluate(() => window.playing.askForFrames());
    const far = await jump(60);
    const back: number[] = [];
    for (const to of [5, 33, 12, 48, 21, 59, 2, 40]) back.push((await jump(to)).worst);
    const keptMb = await megabytes(page, true);
    return [
      {
        what: 'from the start to 60 s',
        measured: `${(far.took / 1000).toFixed(1)} s, frames p95 ${ms(far.p95)}, the longest ${ms(far.worst)}`,
      },
      {
        what: 'a jump into the past of it: the longest frame',
        measured: `median ${ms(median(back))}, at most ${ms(Math.max(...back))}`,
      },
      {
        what: 'memory of the page with all 60 s run',
        measured: `${keptMb.toFixed(0)} MB`,
        goal: `under ${goals.megabytes} MB`,
        met: keptMb < goals.megabytes,
      },
    ];
  } finally {
    await page.close();
  }
}

export async function run(): Promise<Row[]> {
  const root = await pageFiles('playing-page.html');
  const server = await serve({ root, port: 0 });
  const { path } = await ensureBrowser('chromium');
  const browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu'] });
  const page = `${server.url}playing-page.html`;
  try {
    const idle = await watch(browser, `${page}?idle`);
    const rows: Row[] = [{ what: 'an idle page', measured: inTime(idle.frames) }];
    for (const from of STARTS) {
      const { frames, seconds, events, peakMb, keptMb } = await watch(browser, `${page}?from=${from}`);
      const rate = seconds / (WATCHED_MS / 1000);
      const times = p95(frames) / p95(idle.frames);
      rows.push(
        {
          what: `cascading from ${from} s, ${Math.round(events / seconds)} events a second`,
          measured: `${inTime(frames)}, p95 ${times.toFixed(2)} of the idle page's`,
          goal: `p95 at most ${goals.p95Ms} ms, under ${100 * goals.late} % late`,
          met: p95(frames) <= goals.p95Ms && late(frames) < goals.late,
        },
        {
          what: 'its pace',
          measured: `${rate.toFixed(2)} of real time`,
          goal: 'over 0.95',
          met: rate > 0.95,
        },
        {
          what: 'script a frame',
          measured: `median ${ms(median(frames.scripts))}, p95 ${ms(quantile(frames.scripts, 0.95))}`,
        },
        {
          what: 'memory of the page',
          measured: `at most ${peakMb.toFixed(0)} MB, kept ${keptMb.toFixed(0)} MB`,
          goal: `under ${goals.megabytes} MB`,
          met: peakMb < goals.megabytes,
        },
      );
    }
    rows.push(...(await jumps(browser, `${page}?from=0`)));
    return rows;
  } finally {
    await browser.close();
    await server.close();
    await rm(root, { recursive: true });
  }
}
