// The figure while it plays: script in each frame, whether frames come in time, and that at rest there are none.
// Beside it run a page that only moves as many tokens, and one that does nothing. Leaves out hands on the picture.
import { rm } from 'node:fs/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import { ensureBrowser } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { type Frames, framesFor, watchFrames } from './frames';
import { median, quantile, type Row } from './measure';
import { pageFiles } from './page-files';

const ROUNDS = 3;
const WATCHED_MS = 2_000;
const LATE_MS = 25;
const goals = { scriptMs: 1, p95Ms: 20, late: 0.05 };

const cases = {
  idle: 'idle',
  plain40: 'plain&balls=8',
  figure40: 'balls=8',
  plain300: 'plain&balls=60',
  figure300: 'balls=60',
} as const;
type Case = keyof typeof cases;

interface Watched {
  playing: Frames;
  /** Frames asked for in a second after a pause, and in one while playing out of sight. */
  paused: number;
  away: number;
  inFlight: number;
}

/** A second's frames, once what was under way has come to rest. */
async function framesAtRest(page: Page): Promise<number> {
  await framesFor(page, 300);
  return (await framesFor(page, 1_000)).scripts.length;
}

async function watch(browser: Browser, address: string): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  try {
    await watchFrames(page);
    await page.goto(address);
    await page.waitForFunction(() => 'busy' in window);
    await page.evaluate(() => window.busy.play());
    await framesFor(page, 1_000);
    const playing = await framesFor(page, WATCHED_MS);
    const inFlight = await page.evaluate(() => window.busy.inFlight());
    await page.evaluate(() => window.busy.pause());
    const paused = await framesAtRest(page);
    await page.evaluate(() => {
      document.body.style.paddingTop = '300vh';
    });
    await page.evaluate(() => window.busy.play());
    const away = await framesAtRest(page);
    return { playing, paused, away, inFlight };
  } finally {
    await page.close();
  }
}

async function watchAll(): Promise<Record<Case, Watched[]>> {
  const root = await pageFiles('busy-page.html');
  const server = await serve({ root, port: 0 });
  const { path } = await ensureBrowser('chromium');
  const browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu'] });
  const names = Object.keys(cases) as Case[];
  const seen = Object.fromEntries(names.map((name) => [name, [] as Watched[]])) as Record<Case, Watched[]>;
  try {
    for (let round = 0; round < ROUNDS; round++)
      for (const name of names)
        seen[name].push(await watch(browser, `${server.url}busy-page.html?${cases[name]}`));
  } finally {
    await browser.close();
    await server.close();
    await rm(root, { recursive: true });
  }
  return seen;
}

const ms = (time: number): string => `${time.toFixed(2)} ms`;
/** The median over the rounds of a number of each. */
const usual = (rounds: readonly Watched[], pick: (frames: Frames) => number): number =>
  median(rounds.map(({ playing }) => pick(playing)));
const script = ({ scripts }: Frames): number => median(scripts);
const p95 = ({ gaps }: Frames): number => quantile(gaps, 0.95);
const late = ({ gaps }: Frames): number => gaps.filter((gap) => gap > LATE_MS).length / gaps.length;
const inTime = (rounds: readonly Watched[]): string =>
  `p95 ${ms(usual(rounds, p95))}, ${(100 * usual(rounds, late)).toFixed(1)} % over ${LATE_MS} ms`;

export async function run(): Promise<Row[]> {
  const seen = await watchAll();
  const [own, bare] = [usual(seen.figure40, script), usual(seen.plain40, script)];
  const many = { p95: usual(seen.figure300, p95), late: usual(seen.figure300, late) };
  const restless = [...seen.figure40, ...seen.figure300].reduce((n, one) => n + one.paused + one.away, 0);
  const [few, lots] = [seen.figure40[0]?.inFlight, seen.figure300[0]?.inFlight];
  return [
    { what: 'an idle page', measured: inTime(seen.idle) },
    { what: '40 plain tokens, script a frame', measured: ms(bare) },
    {
      what: `figure, ${few} in flight, script a frame`,
      measured: `${ms(own)}, ${(own / bare).toFixed(1)} times that`,
      goal: `under ${goals.scriptMs} ms`,
      met: own < goals.scriptMs,
    },
    { what: '300 plain tokens', measured: `${inTime(seen.plain300)}, ${ms(usual(seen.plain300, script))}` },
    {
      what: `figure, ${lots} in flight`,
      measured: `${inTime(seen.figure300)}, ${ms(usual(seen.figure300, script))} of script`,
      goal: `p95 at most ${goals.p95Ms} ms, under ${100 * goals.late} % late`,
      met: many.p95 <= goals.p95Ms && many.late < goals.late,
    },
    {
      what: 'frames used paused or out of sight',
      measured: String(restless),
      goal: 'none',
      met: restless === 0,
    },
  ];
}
