// A copy of the build on a server of its own, which a test can change or stop: no emulation is as off as that.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { expect, watching } from './fixtures';
import { serve } from './serve.mjs';
import { ready } from './steps';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

/** Waits until every file of the build is kept and this page is under the worker's care. */
async function keptOffline(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

export async function ownServer(browser: Browser, prepare: (page: Page) => Promise<void> = async () => {}) {
  const root = mkdtempSync(join(tmpdir(), 'faultline-'));
  cpSync(dist, root, { recursive: true });
  const server = await serve({ root, port: 0 });
  const context = await browser.newContext({ baseURL: server.url });
  const watch = watching(new URL(server.url).origin);
  watch.add(context);
  const page = await context.newPage();
  await prepare(page);
  await page.goto('');
  await ready(page);
  await keptOffline(page);
  const end = async () => {
    // Looked at before closing: Playwright then takes a picture, for which it breaks the policy.
    const problems = [...watch.problems];
    await context.close();
    await server.close();
    rmSync(root, { recursive: true });
    expect(problems).toEqual([]);
  };
  return { root, server, context, watch, page, end };
}
