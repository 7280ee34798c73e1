// The built pages as somebody first meets them: what they fetch before anything is touched, when scripts begin, and
// how much later the text is there than on the same page without scripts. It needs a build: `npm run build`.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureBrowser } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { judge } from '../size.mjs';
import { audit, categories } from './lighthouse';
import { median, type Row } from './measure';

const LESSON = 'learn/neither/';
const ROUNDS = 3;
const GOAL = 1.3;

/** The build with the scripts of one page taken out. */
async function withoutScripts(dist: string): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'faultline-bench-'));
  await cp(dist, out, { recursive: true });
  const file = join(out, LESSON, 'index.html');
  const html = await readFile(file, 'utf8');
  const bare = html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
  if (bare === html) throw new Error('The page of the lesson has no script to take out.');
  await writeFile(file, bare);
  return out;
}

/** What a page fetches by itself, and when the first script is asked for after the first paint of text. */
async function firstVisit(url: string): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath: (await ensureBrowser('chromium')).path });
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(url);
    await page.waitForSelector('html[data-ready]', { state: 'attached' });
    await page.waitForLoadState('networkidle');
    const { fetched, painted } = await page.evaluate(() => {
      const preloads = [...document.querySelectorAll<HTMLLinkElement>('link[rel=preload][as=font]')];
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      // What is preloaded and then used is told of twice, and fetched once.
      const resources = entries.filter(({ name }, i) => entries.findIndex((e) => e.name === name) === i);
      return {
        fetched: resources.map(({ name, encodedBodySize, startTime }) => ({
          kind: /\.js$/.test(name) ? 'script' : /\.woff2$/.test(name) ? 'font' : 'other',
          bytes: encodedBodySize,
          preloaded: preloads.some(({ href }) => href === name),
          touched: false,
          at: startTime,
        })),
        painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      };
    });
    const scripts = fetched.filter(({ kind }) => kind === 'script');
    const waited = Math.min(...scripts.map(({ at }) => at)) - painted;
    return [
      ...judge(fetched as never).flatMap(({ name, kB, limit, ok }) => {
        // Nobody touches this page; what a touch adds is measured by the size check.
        if (name === 'wholeScript') return [];
        const what = { script: 'script, gzipped', font: 'fonts', preloadedFont: 'fonts preloaded' }[name];
        return { what, measured: `${kB.toFixed(1)} kB`, goal: `at most ${limit} kB`, met: ok };
      }),
      {
        what: 'first script asked for',
        measured: `${waited.toFixed(0)} ms after the first text was painted`,
        goal: 'after',
        met: waited >= 0,
      },
    ];
  } finally {
    await browser.close();
  }
}

function scored(page: string, { scores, short }: Awaited<ReturnType<typeof audit>>): Row {
  const all = categories.map((name) => `${name} ${scores[name]}`).join(', ');
  return {
    what: `Lighthouse, ${page}`,
    measured: short.length > 0 ? `${all} (${short.join(', ')})` : all,
    goal: '100',
    met: categories.every((name) => scores[name] === 100),
  };
}

export async function run(): Promise<Row[]> {
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
  const bare = await withoutScripts(dist);
  const [whole, plain] = [await serve({ root: dist, port: 0 }), await serve({ root: bare, port: 0 })];
  try {
    const visit = await firstVisit(whole.url + LESSON);
    const home = await audit(whole.url);
    const lesson = await audit(whole.url + LESSON);
    const [withThem, without]: [number[], number[]] = [[lesson.lcpMs], []];
    for (let round = 0; round < ROUNDS; round++) {
      without.push((await audit(plain.url + LESSON)).lcpMs);
      if (withThem.length < ROUNDS) withThem.push((await audit(whole.url + LESSON)).lcpMs);
    }
    const share = median(withThem) / median(without);
    return [
      ...visit,
      {
        what: 'LCP, mobile preset',
        measured: `${median(withThem).toFixed(0)} ms, ${share.toFixed(2)} times the ${median(without).toFixed(0)} ms without scripts`,
        goal: `at most ${GOAL} times`,
        met: share <= GOAL,
      },
      scored('home', home),
      scored('lesson', lesson),
    ];
  } finally {
    await Promise.all([whole.close(), plain.close()]);
    await rm(bare, { recursive: true });
  }
}
