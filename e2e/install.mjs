// @ts-check
// Installs the locked dependencies when they are not there, or not the ones the lock names.
// The stamp lives inside node_modules, which `npm ci` empties first: an install that was cut short leaves none.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../', import.meta.url));
const stamp = `${root}node_modules/.lock-sha256`;

/** Throws an Error with a sentence for the reader when npm could not install. */
export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  const found = existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : '';
  if (found === wanted) return;

  console.log(
    found ? 'The lock file changed: installing again.' : 'Installing what the lab needs, about a minute.',
  );
  // No dependency needs its install script: esbuild's only swaps a wrapper for the binary that it wraps.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-progress'];
  const result = npm(args);
  if (result.error || result.status !== 0) {
    throw new Error(
      `npm ${args.join(' ')} did not finish${result.error ? ` (${result.error.message})` : ''}. ` +
        'What npm printed above says why; a missing network connection is the usual reason.',
    );
  }
  writeFileSync(stamp, `${wanted}\n`);
}

/** Runs the npm that called us if it says where it is, and otherwise the one on the path. */
function npm(/** @type {string[]} */ args) {
  const script = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: root, stdio: 'inherit' };
  if (script && /npm-cli\.c?js$/.test(script)) return spawnSync(process.execPath, [script, ...args], options);
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
}
