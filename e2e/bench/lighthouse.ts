// One page under Lighthouse's mobile preset, in a browser that asks nobody but this machine for anything.
import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse from 'lighthouse';
import { ensureBrowser } from '../browsers.mjs';

export const categories = ['accessibility', 'best-practices', 'seo'] as const;

export interface Audited {
  /** When the largest piece of content was painted, in milliseconds, on the phone that Lighthouse supposes. */
  readonly lcpMs: number;
  /** Of 100, by category. */
  readonly scores: Readonly<Record<(typeof categories)[number], number>>;
  /** Audits of these categories that are not passed. */
  readonly short: readonly string[];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export async function audit(url: string): Promise<Audited> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: (await ensureBrowser('chromium')).path,
    args: [
      `--remote-debugging-port=${port}`,
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
    ],
  });
  try {
    const found = await lighthouse(url, {
      port,
      logLevel: 'silent',
      onlyCategories: ['performance', ...categories],
    });
    if (!found || found.lhr.runtimeError)
      throw new Error(`Lighthouse could not look at ${url}: ${found?.lhr.runtimeError?.message}`);
    const { audits, categories: judged } = found.lhr;
    const scores = Object.fromEntries(
      categories.map((name) => [name, Math.round((judged[name]?.score ?? 0) * 100)]),
    ) as Audited['scores'];
    const short = categories
      .flatMap((name) => judged[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => id);
    return { lcpMs: audits['largest-contentful-paint']?.numericValue ?? Number.NaN, scores, short };
  } finally {
    await browser.close();
  }
}
