// Two real browsers against the build, served under a deep base path by a server that knows nothing of the app.
// Debian's Firefox is driven over WebDriver BiDi (channel moz-firefox), which ignores emulated colour scheme and
// motion: themes are switched by the page's own toggle.
import { defineConfig } from '@playwright/test';
import { findBrowser } from './browsers.mjs';
import { defaultBase, defaultPort } from './serve.mjs';

const port = Number(process.env.FAULTLINE_PORT ?? defaultPort);
const baseURL = `http://127.0.0.1:${port}${defaultBase}`;

const [chromium, firefox] = await Promise.all([findBrowser('chromium'), findBrowser('firefox')]);

/** A browser that runs as root in a container, and asks nobody but the server under test for anything. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

export default defineConfig({
  testDir: '.',
  outputDir: '../.cache/playwright',
  fullyParallel: true,
  workers: 2,
  // A second try, and the tally names whoever needed it: a slow machine is no reason to learn nothing else.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    actionTimeout: 10_000,
    screenshot: 'only-on-failure',
    viewport: { width: 1280, height: 800 },
  },
  webServer: {
    command: 'node serve.mjs',
    url: baseURL,
    env: { FAULTLINE_PORT: String(port) },
    reuseExistingServer: false,
    timeout: 30_000,
  },
  projects: [
    {
      name: 'chromium',
      testMatch: '*.spec.ts',
      use: {
        browserName: 'chromium',
        launchOptions: { args: quiet, ...(chromium ? { executablePath: chromium.path } : {}) },
      },
    },
    {
      name: 'firefox',
      // What no browser has a say in, such as axe's view of a tree, is asked of one: `x.chromium.spec.ts`.
      testMatch: /[/\\][\w-]+\.spec\.ts$/,
      use: {
        browserName: 'firefox',
        ...(firefox && !firefox.bundled
          ? { channel: 'moz-firefox', launchOptions: { executablePath: firefox.path } }
          : {}),
      },
    },
  ],
});
