// How long a learner waits for a verdict: 200 operations of a register, judged in a browser as a figure's worker does.
// Leaves out the way to the worker and back, and hard histories, which the checkers' own benchmark has.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { modelNames } from '../../src/checkers';
import { ensureBrowser } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import { median, quantile, type Row } from './measure';

const ROUNDS = 15;
const GOAL_MS = 50;

/** Those a figure asks about, strongest first. */
const shown = modelNames.filter((model) => model !== 'convergent');

async function pageFiles(): Promise<string> {
  const out = await mkdtemp(join(tmpdir(), 'faultline-bench-'));
  const here = fileURLToPath(new URL('.', import.meta.url));
  await build({
    configFile: false,
    root: here,
    base: './',
    logLevel: 'error',
    resolve: {
      alias: [{ find: /^#\//, replacement: fileURLToPath(new URL('../../src/', import.meta.url)) }],
    },
    build: { outDir: out, rolldownOptions: { input: join(here, 'verdict-page.html') } },
  });
  return out;
}

export async function run(): Promise<Row[]> {
  const root = await pageFiles();
  const server = await serve({ root, port: 0 });
  const { path } = await ensureBrowser('chromium');
  const browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu'] });
  const rows: Row[] = [];
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}verdict-page.html`);
    await page.waitForFunction(() => 'verdicts' in window);
    for (const policy of ['leader', 'majority', 'available']) {
      for (const [what, models] of [
        ['linearizable', ['linearizable']],
        ['all ten models', shown],
      ] as const) {
        const { verdict, ms } = await page.evaluate(
          ({ policy: p, models: m, rounds }) => window.verdicts.time(p, m, rounds),
          { policy, models: [...models], rounds: ROUNDS },
        );
        const [usual, slow] = [median(ms), quantile(ms, 0.9)];
        rows.push({
          what: `200 operations, ${policy}, ${what}`,
          measured: `${usual.toFixed(1)} ms, slow tenth ${slow.toFixed(1)} ms${models.length === 1 ? `: ${verdict}` : ''}`,
          goal: `under ${GOAL_MS} ms`,
          met: usual < GOAL_MS,
        });
      }
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(root, { recursive: true });
  }
  return rows;
}
