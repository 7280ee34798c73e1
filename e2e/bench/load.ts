// Sixty simulated seconds of a cascade at two thousand calls a second, with metrics, in a worker: in Node, where memory
// can be told, and in Chromium. The bare loop takes as many events beside it; it keeps its trace, and does not measure.
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { ensureBrowser } from '../browsers.mjs';
import { serve } from '../serve.mjs';
import type { Computed } from './load-page';
import type { LoadRun } from './load-run';
import { median, type Row } from './measure';

const GOAL_SECONDS = 5;
const GOAL_MB = 128;
const ROUNDS = 3;

function inNode(): LoadRun {
  const program = fileURLToPath(new URL('./load-run.ts', import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', '--import', 'tsx', program], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(`The run ended without a word: ${stderr}`);
  return JSON.parse(stdout) as LoadRun;
}

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
    worker: { format: 'es' },
    build: { outDir: out, rolldownOptions: { input: join(here, 'load-page.html') } },
  });
  return out;
}

async function inChromium(): Promise<{ computed: readonly Computed[]; bare: readonly number[] }> {
  const root = await pageFiles();
  const server = await serve({ root, port: 0 });
  const { path } = await ensureBrowser('chromium');
  const browser = await chromium.launch({ executablePath: path, args: ['--disable-gpu'] });
  const [computed, bare]: [Computed[], number[]] = [[], []];
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}load-page.html`);
    await page.waitForFunction(() => 'load' in window);
    for (let round = 0; round < ROUNDS; round++) {
      const run = await page.evaluate(() => window.load.compute());
      computed.push(run);
      bare.push(await page.evaluate((events) => window.load.bare(events), run.events));
    }
  } finally {
    await browser.close();
    await server.close();
    await rm(root, { recursive: true });
  }
  return { computed, bare };
}

/** `busy`: how long cores were at it, where that can be told; a machine that does other things adds to the rest. */
function speed(what: string, seconds: readonly number[], bare: readonly number[], busy = seconds): Row[] {
  const usual = median(busy);
  const times = median(seconds.map((one, round) => one / (bare[round] as number)));
  const list = (some: readonly number[]): string => some.map((one) => one.toFixed(2)).join(', ');
  const wall = busy === seconds ? '' : `; on the wall ${list(seconds)}`;
  return [
    { what: `${what}: the bare loop, as many events`, measured: `${median(bare).toFixed(2)} s` },
    {
      what: `${what}: the run and its metrics`,
      measured: `${usual.toFixed(2)} s (${list(busy)}${wall}), ${times.toFixed(1)} times the bare loop`,
      goal: `under ${GOAL_SECONDS} s`,
      met: usual < GOAL_SECONDS,
    },
  ];
}

export async function run(): Promise<Row[]> {
  const node = inNode();
  const { computed, bare } = await inChromium();
  return [
    { what: 'events, of so many calls', measured: `${node.events}, ${node.calls}` },
    ...speed('a worker thread of Node', node.seconds, node.bare, node.busy),
    {
      what: 'heap alive during the run, at most',
      measured: `${node.heapMb.toFixed(0)} MB`,
      goal: `under ${GOAL_MB} MB`,
      met: node.heapMb < GOAL_MB,
    },
    {
      what: 'growth of the process, what was not collected yet among it',
      measured: `${node.grownMb.toFixed(0)} MB`,
      goal: `under ${GOAL_MB} MB`,
      met: node.grownMb < GOAL_MB,
    },
    ...speed(
      'a worker of Chromium',
      computed.map(({ seconds }) => seconds),
      bare,
    ),
    {
      what: 'told of its progress, times',
      measured: `${computed[0]?.progress}`,
      goal: 'more than 10',
      met: (computed[0]?.progress ?? 0) > 10,
    },
  ];
}
