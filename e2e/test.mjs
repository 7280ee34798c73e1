// @ts-check
// `npm test`: every check of the house, two at a time where they leave room, and as the very last line `N passed, N failed`.
// A stage that could not run, or found nothing to run, or skipped something, counts as failed; the run goes on,
// so that one reading tells everything. `npm test -- unit e2e` runs a part.
// What each stage printed is shown when it fails, and kept in .cache/test/ either way.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './browsers.mjs';
import { fromPlaywright, fromProofs, fromSize, fromTrust, fromVitest, onlyStatus } from './tally.mjs';

/**
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {{ status: number, stdout: string, output: string }} Run
 * @typedef {{
 *   name: string,
 *   title: string,
 *   needs?: string,
 *   after?: string[],
 *   alone?: boolean,
 *   run: (log: (run: Run) => void) => Promise<Tally>,
 * }} Stage `needs` must have passed; `after` must be over, if it is run at all; `alone` keeps both cores busy by itself.
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const reports = join(root, '.cache/test');
const minutes = 60_000;

/**
 * Runs one of the project's own tools, found in node_modules, with this Node.
 * @param {string} file
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, timeout?: number }} [options] timeout in milliseconds
 * @returns {Promise<Run>}
 */
function node(file, args = [], { env = {}, timeout = 10 * minutes } = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, file), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    let [stdout, output] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => resolve({ status: 1, stdout, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => {
      const ended = signal ? `ended by ${signal} (it may take ${timeout / minutes} minutes)\n` : '';
      resolve({ status: code ?? 1, stdout, output: output + ended });
    });
  });
}

const tools = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  tsc: 'node_modules/typescript/bin/tsc',
  knip: 'node_modules/knip/bin/knip.js',
  vitest: 'node_modules/vitest/vitest.mjs',
  tsx: 'node_modules/tsx/dist/cli.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
};

/** A report that the stage has just written; one of an earlier run never counts. */
function report(/** @type {string} */ name) {
  const file = join(reports, name);
  rmSync(file, { force: true });
  return { file, read: () => JSON.parse(readFileSync(file, 'utf8')) };
}

/** @returns {Stage['run']} */
function simple(/** @type {string} */ file, /** @type {string[]} */ ...args) {
  return async (log) => {
    const run = await node(file, args);
    log(run);
    return onlyStatus(run.status);
  };
}

/** @returns {Stage['run']} */
function vitest(/** @type {string} */ name, /** @type {string[]} */ ...args) {
  return async (log) => {
    const written = report(`${name}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${written.file}`];
    const run = await node(tools.vitest, ['run', ...reporters, ...args]);
    log(run);
    return fromVitest(written.read(), run.status);
  };
}

/**
 * What this run has found out and the pages say of themselves, by the variable that tells the build where it is: the
 * verdicts on all lessons, and what storms came to.
 * @type {Record<string, string>}
 */
const found = {};

/** What was tested, as far as anybody can name it. @returns {string | null} */
function commit() {
  const git = (/** @type {string[]} */ ...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const head = git('rev-parse', '--short=10', 'HEAD');
  if (head.status !== 0) return null;
  return `${head.stdout.trim()}${git('status', '--porcelain').stdout ? ', with changes since' : ''}`;
}

/** @type {Stage[]} */
const stages = [
  { name: 'lock', title: 'lock file', run: simple('e2e/check-lock.mjs') },
  { name: 'lint', title: 'format and lint', run: simple(tools.biome, 'ci', '--colors=off', '.') },
  { name: 'types', title: 'types, browser', run: simple(tools.tsc, '-p', 'tsconfig.json') },
  {
    name: 'headless',
    title: 'types, headless rooms',
    run: simple(tools.tsc, '-p', '.config/tsconfig.headless.json'),
  },
  { name: 'prompt', title: 'types, prompt', run: simple(tools.tsc, '-p', '.config/tsconfig.prompt.json') },
  {
    name: 'packages',
    title: 'packages used and listed',
    run: simple(tools.knip, '--config=.config/knip.json', '--include=dependencies,unlisted,unresolved'),
  },
  { name: 'rules', title: 'house rules', run: vitest('rules', 'src/tidy') },
  {
    name: 'proofs',
    title: 'lesson proofs',
    async run(log) {
      const run = await node(tools.tsx, ['src/cli/main.ts', 'prove', '--json']);
      log(run);
      const tally = fromProofs(JSON.parse(run.stdout), run.status);
      found.FAULTLINE_PROOFS = join(reports, 'proofs.json');
      writeFileSync(found.FAULTLINE_PROOFS, run.stdout);
      return tally;
    },
  },
  {
    name: 'unit',
    title: 'unit and property tests',
    run: vitest('unit', '--exclude=src/tidy/**'),
    alone: true,
  },
  {
    name: 'trust',
    title: 'storms over every scenario',
    alone: true,
    async run(log) {
      // One process has one core.
      const parts = ['1', '2'];
      const args = ['src/cli/main.ts', 'trust', '--json', '--of', `${parts.length}`, '--part'];
      const runs = await Promise.all(parts.map((part) => node(tools.tsx, [...args, part])));
      const status = Math.max(...runs.map((run) => run.status));
      log({ status, stdout: '', output: runs.map((run) => run.output).join('\n') });
      if (runs.some((run) => !run.stdout)) throw new Error('a scenario could not be tried');
      const scenarios = runs.flatMap((run) => JSON.parse(run.stdout));
      const tally = fromTrust(scenarios, status);
      found.FAULTLINE_TRUST = join(reports, 'trust.json');
      writeFileSync(found.FAULTLINE_TRUST, JSON.stringify({ commit: commit(), scenarios }));
      return tally;
    },
  },
  {
    name: 'build',
    title: 'build',
    after: ['proofs', 'trust'],
    async run(log) {
      // What has just been proved need not be proved again; what has not been tried is said not to have been.
      const run = await node('e2e/vite.mjs', ['build'], { env: found });
      log(run);
      return onlyStatus(run.status);
    },
  },
  {
    name: 'size',
    title: 'size budget',
    needs: 'build',
    async run(log) {
      const run = await node('e2e/size.mjs');
      log(run);
      return fromSize(run.stdout, run.status);
    },
  },
  {
    name: 'e2e',
    title: 'end to end, Chromium and Firefox',
    needs: 'build',
    alone: true,
    async run(log) {
      const env = {
        FAULTLINE_CHROMIUM: (await ensureBrowser('chromium')).path,
        FAULTLINE_FIREFOX: (await ensureBrowser('firefox')).path,
      };
      const written = report('e2e.json');
      const run = await node(
        tools.playwright,
        ['test', '--config=e2e/playwright.config.ts', '--reporter=list,json'],
        { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: written.file }, timeout: 40 * minutes },
      );
      log(run);
      return fromPlaywright(written.read(), run.status, ['chromium', 'firefox']);
    },
  },
];

/** The stages asked for, with the build first when one of them needs it. */
function chosen(/** @type {string[]} */ names) {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length) {
    console.error(
      `No stage is called ${unknown.join(', ')}. There are: ${stages.map((s) => s.name).join(', ')}.`,
    );
    process.exit(2);
  }
  const asked = stages.filter((stage) => !names.length || names.includes(stage.name));
  const needed = new Set(asked.flatMap((stage) => stage.needs ?? []));
  return stages.filter((stage) => asked.includes(stage) || needed.has(stage.name));
}

mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0 };
/** @type {Set<string>} */
const broken = new Set();

async function pass(/** @type {Stage} */ stage) {
  const began = Date.now();
  let output = '';
  /** @type {Tally} */
  let tally;
  try {
    if (stage.needs && broken.has(stage.needs)) throw new Error(`not run, because ${stage.needs} failed`);
    tally = await stage.run((run) => {
      output = run.output;
    });
  } catch (error) {
    tally = { passed: 0, failed: 1, detail: error instanceof Error ? error.message : String(error) };
  }
  if (tally.passed + tally.failed === 0) tally = { ...tally, failed: 1, detail: 'nothing ran' };
  if (tally.failed) broken.add(stage.name);
  total.passed += tally.passed;
  total.failed += tally.failed;
  writeFileSync(join(reports, `${stage.name}.log`), output);
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  const counts = `${tally.passed} passed, ${tally.failed} failed`;
  if (tally.failed && output) console.log(`\n${output.trimEnd()}\n`);
  console.log(
    `${tally.failed ? 'FAIL' : 'ok  '} ${stage.title}: ${counts}, ${seconds} s${tally.detail ? ` (${tally.detail})` : ''}`,
  );
}

/** Two stages at a time, each as soon as what it waits for is over; one that fills the machine has it for itself. */
async function passAll(/** @type {Stage[]} */ waiting) {
  /** @type {Map<Stage, Promise<void>>} */
  const running = new Map();
  const over = (/** @type {string} */ name) =>
    ![...waiting, ...running.keys()].some((stage) => stage.name === name);
  while (waiting.length > 0 || running.size > 0) {
    const alone = [...running.keys()].some((stage) => stage.alone);
    const next = waiting.findIndex((stage) =>
      [stage.needs, ...(stage.after ?? [])].every((name) => !name || over(name)),
    );
    const stage = waiting[next];
    if (stage && !alone && running.size < (stage.alone ? 1 : 2)) {
      waiting.splice(next, 1);
      running.set(
        stage,
        pass(stage).finally(() => running.delete(stage)),
      );
    } else await Promise.race(running.values());
  }
}

await passAll(chosen(process.argv.slice(2)));
process.exitCode = total.failed ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
