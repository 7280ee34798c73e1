// @ts-check
// Finds, or as a last resort installs, the two browsers of the end-to-end tests.
// Order: a path in the environment, a build that Playwright has fetched before, one installed on the machine,
// then Playwright's download, then (as root, with apt) the system's package.
// A browser counts as found when it tells its version: a snap stub or a build without its libraries does not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {'chromium' | 'firefox'} BrowserName */
/**
 * `bundled` is Playwright's own build, which speaks its own protocol; any other Firefox is driven by WebDriver BiDi.
 * @typedef {{ path: string, bundled: boolean }} Browser
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const programs = process.env.ProgramFiles ?? 'C:\\Program Files';
const programsX86 = process.env['ProgramFiles(x86)'] ?? 'C:\\Program Files (x86)';

const known = {
  chromium: {
    variables: ['FAULTLINE_CHROMIUM', 'CHROMIUM_PATH', 'CHROME_PATH'],
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'],
    applications: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      join(programs, 'Google\\Chrome\\Application\\chrome.exe'),
      join(programsX86, 'Google\\Chrome\\Application\\chrome.exe'),
      join(programsX86, 'Microsoft\\Edge\\Application\\msedge.exe'),
    ],
    packages: ['chromium'],
  },
  firefox: {
    variables: ['FAULTLINE_FIREFOX', 'FIREFOX_PATH'],
    commands: ['firefox', 'firefox-esr'],
    applications: [
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      join(programs, 'Mozilla Firefox\\firefox.exe'),
      join(programsX86, 'Mozilla Firefox\\firefox.exe'),
    ],
    packages: ['firefox-esr', 'firefox'],
  },
};

function answers(/** @type {string} */ path) {
  if (!existsSync(path)) return false;
  // On Windows a browser opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  const asked = spawnSync(path, ['--version'], { timeout: 30_000, encoding: 'utf8' });
  return asked.status === 0 && /\d+\.\d+/.test(asked.stdout);
}

async function bundledPath(/** @type {BrowserName} */ name) {
  try {
    const { chromium, firefox } = await import('@playwright/test');
    return { chromium, firefox }[name].executablePath();
  } catch {
    return '';
  }
}

/**
 * @param {BrowserName} name
 * @returns {Promise<Browser | undefined>}
 */
export async function findBrowser(name) {
  const { variables, commands, applications } = known[name];
  const own = await bundledPath(name);
  for (const variable of variables) {
    const path = process.env[variable];
    if (path && answers(path)) return { path, bundled: path === own };
  }
  if (own && answers(own)) return { path: own, bundled: true };
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const places = [...commands.flatMap((command) => folders.map((folder) => join(folder, command)))];
  places.push(...applications, ...applications.map((place) => join(homedir(), place)));
  const path = places.find(answers);
  return path ? { path, bundled: false } : undefined;
}

/**
 * Finds the browser or installs it. Throws an Error with a sentence for the reader when it can do neither:
 * a run without one of the two browsers fails, it never skips.
 * @param {BrowserName} name
 * @returns {Promise<Browser>}
 */
export async function ensureBrowser(name) {
  const there = await findBrowser(name);
  if (there) return there;

  console.log(`No ${name} on this machine yet: asking Playwright for its build.`);
  spawnSync(process.execPath, [join(root, 'node_modules/@playwright/test/cli.js'), 'install', name], {
    cwd: root,
    stdio: 'inherit',
  });
  const fetched = await findBrowser(name);
  if (fetched) return fetched;

  const isRoot = process.getuid?.() === 0;
  if (isRoot && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('That gave no browser that runs: asking apt for the system package.');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (/** @type {string[]} */ ...args) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment }).status === 0;
    apt('update');
    for (const aptPackage of known[name].packages) {
      if (!apt('install', '--yes', '--no-install-recommends', aptPackage)) continue;
      const installed = await findBrowser(name);
      if (installed) return installed;
    }
  }
  throw new Error(
    `The end-to-end tests need ${name}, and there is none that runs on this machine. ` +
      `Install it, or put its path in ${known[name].variables[0]}, and run the same command again.`,
  );
}
