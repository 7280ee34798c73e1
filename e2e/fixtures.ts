// What every end-to-end test gets: a page that is watched. After each test the page must have logged no error,
// thrown nothing, asked for nothing that was refused, and spoken to no other host.
// Import `test` and `expect` from here, never from Playwright.
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

export { expect, type Page };

export type Watch = {
  /** What went wrong so far, one sentence each. */
  readonly problems: string[];
  /** Expects one kind of trouble, for a test that makes it: the reason is for whoever reads the test. */
  allow(pattern: RegExp, reason: string): void;
  /** Watches another context, when a test opens one of its own. */
  add(context: BrowserContext): void;
};

/** A page that is left while it loads cancels its requests; that is no fault. */
const cancelled = /ERR_ABORTED|NS_BINDING_ABORTED|cancelled/i;

export function watching(origin: string): Watch {
  const problems: string[] = [];
  const allowed: RegExp[] = [];
  const note = (problem: string) => {
    if (!allowed.some((pattern) => pattern.test(problem))) problems.push(problem);
  };
  return {
    problems,
    allow(pattern) {
      allowed.push(pattern);
      const kept = problems.filter((problem) => !pattern.test(problem));
      problems.splice(0, problems.length, ...kept);
    },
    add(context) {
      context.on('console', (message) => {
        if (message.type() === 'error') note(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => note(`thrown: ${error.error().stack ?? error.error().message}`));
      context.on('requestfailed', (request) => {
        const reason = request.failure()?.errorText ?? 'unknown';
        if (!cancelled.test(reason)) note(`request failed: ${request.url()} (${reason})`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400) note(`status ${response.status()}: ${response.url()}`);
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^https?:$/.test(url.protocol) && url.origin !== origin) note(`third party: ${request.url()}`);
      });
    },
  };
}

type Fixtures = {
  watch: Watch;
  /** Runs axe on what the page shows now, or on one part of it; `state` names it in the failure. */
  axe: (state: string, within?: string) => Promise<void>;
};

export const test = base.extend<Fixtures>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = watching(new URL(baseURL ?? 'http://127.0.0.1').origin);
      watch.add(context);
      await use(watch);
      expect(watch.problems, 'the page logged, threw or was refused something').toEqual([]);
    },
    { auto: true },
  ],
  axe: async ({ page, browserName }, use) => {
    await use(async (state, within) => {
      // Both browsers have the same tree and the same colours, and both themes have the same tree. So Chromium is asked of
      // everything in a light page and of colours in a dark one; Firefox, which is slow at it, of whole pages.
      const brief = browserName === 'firefox';
      if (brief && within !== undefined) return;
      const builder = new AxeBuilder({ page });
      if (brief) builder.disableRules(['color-contrast']);
      else if ((await page.locator('html').getAttribute('data-theme')) === 'dark') {
        builder.withRules(['color-contrast']);
      }
      const { violations } = await (within ? builder.include(within) : builder).analyze();
      const told = violations.flatMap((violation) =>
        violation.nodes.map((node) => `${violation.id}: ${violation.help} (${node.target.join(' ')})`),
      );
      expect(told, `axe, ${state}`).toEqual([]);
    });
  },
});
