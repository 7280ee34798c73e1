// @ts-check
// The size budget, measured in a real browser against the built pages: what a lesson makes a reader download
// before they touch anything, and what the first touch adds. Bytes are counted after gzip, in thousands, as the server
// sends them.
// Leaves out: what the service worker fetches afterwards, which costs nobody their first view.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './browsers.mjs';
import { encode, serve } from './serve.mjs';

/** Limits in kB (1000 bytes). `wholeScript` is `script` with what is fetched once somebody is there, judges included. */
export const limits = { script: 160, wholeScript: 280, font: 180, preloadedFont: 90 };

/**
 * @typedef {{ kind: 'script' | 'font' | 'other', bytes: number, preloaded: boolean, touched: boolean }} Fetched
 * `touched`: not before somebody was there.
 * @returns {{ name: keyof typeof limits, kB: number, limit: number, ok: boolean }[]}
 */
export function judge(/** @type {Fetched[]} */ fetched) {
  const sum = (/** @type {(one: Fetched) => boolean} */ wanted) =>
    fetched.filter(wanted).reduce((total, one) => total + one.bytes, 0) / 1000;
  const measured = {
    script: sum((one) => one.kind === 'script' && !one.touched),
    wholeScript: sum((one) => one.kind === 'script'),
    font: sum((one) => one.kind === 'font'),
    preloadedFont: sum((one) => one.kind === 'font' && one.preloaded),
  };
  // A page that fetched no script at all was not measured: it did not start. Nor was one that a touch did not wake.
  const missing = {
    script: measured.script === 0,
    wholeScript: measured.wholeScript === measured.script,
    font: false,
    preloadedFont: false,
  };
  return /** @type {(keyof typeof limits)[]} */ (Object.keys(limits)).map((name) => ({
    name,
    kB: measured[name],
    limit: limits[name],
    ok: measured[name] <= limits[name] && !missing[name],
  }));
}

/** Every page of the build that teaches, and the home page. Routes end with a slash. */
function routes(/** @type {string} */ dist) {
  const learn = join(dist, 'learn');
  const lessons = existsSync(learn)
    ? readdirSync(learn).filter((slug) => existsSync(join(learn, slug, 'index.html')))
    : [];
  return ['', ...lessons.map((slug) => `learn/${slug}/`)];
}

async function measure() {
  const dist = fileURLToPath(new URL('../dist/', import.meta.url));
  if (!existsSync(join(dist, 'index.html'))) throw new Error('There is no build to measure.');
  const server = await serve({ root: dist, port: 0 });
  const browser = await chromium.launch({ executablePath: (await ensureBrowser('chromium')).path });
  let [passed, failed] = [0, 0];
  try {
    for (const route of routes(dist)) {
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      /** @type {Map<string, 'script' | 'font' | 'other'>} */
      const asked = new Map();
      page.on('requestfinished', (request) => {
        const type = request.resourceType();
        const url = new URL(request.url()).href.split(/[?#]/)[0] ?? '';
        asked.set(
          url,
          url.endsWith('.woff2') ? 'font' : type === 'script' || url.endsWith('.js') ? 'script' : 'other',
        );
      });
      await page.goto(server.url + route);
      // The page says when it has started; what it then asks for by itself counts too.
      await page.waitForSelector('html[data-ready]', { state: 'attached' });
      await page.waitForLoadState('networkidle');
      const untouched = new Set(asked.keys());
      await page.mouse.move(1, 1);
      await page.waitForSelector('html[data-whole]', { state: 'attached' });
      // What the figures ask for by themselves, such as judges, counts too.
      await page.waitForLoadState('networkidle');
      const preloads = new Set(
        await page.$$eval('link[rel=preload][as=font]', (links) =>
          links.map((link) => /** @type {HTMLLinkElement} */ (link).href),
        ),
      );
      const fetched = [...asked].map(([url, kind]) => {
        const path = decodeURIComponent(url.slice(server.url.length));
        const file = join(dist, path.endsWith('/') || path === '' ? `${path}index.html` : path);
        return {
          kind,
          bytes: encode(file).body.length,
          preloaded: preloads.has(url),
          touched: !untouched.has(url),
        };
      });
      for (const { name, kB, limit, ok } of judge(fetched)) {
        console.log(`${ok ? 'ok ' : 'NOT'} /${route} ${name}: ${kB.toFixed(1)} of ${limit} kB`);
        ok ? passed++ : failed++;
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  console.log(JSON.stringify({ passed, failed }));
  if (failed) process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await measure();
