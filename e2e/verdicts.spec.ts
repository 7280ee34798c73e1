// Verdicts on a learner's own run: judged in a worker while it grows, by shape and word, each with its reason and the
// operations to blame on the tape; without a worker, and without a network, all the same.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { keyboard, pointer } from './hands';
import { ownServer } from './own-server';
import { button, part, ready, toTheEnd } from './steps';
import { choose, themes } from './themes';

/** Notes every worker that a page begins. */
const watchWorkers = (page: Page) =>
  page.addInitScript(() => {
    const begun: string[] = [];
    Object.assign(window, { begun });
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        begun.push(String(url));
      }
    };
  });
const workersOf = (page: Page) => page.evaluate(() => (window as unknown as { begun: string[] }).begun);

const verdict = (page: Page, model: string): Locator => page.locator(`[data-model=${model}]`);
const judged = (page: Page) => expect(page.locator('[data-part=verdicts] [data-behind=false]')).toBeVisible();

/** The register, whoever is asked may answer, and the network in two. */
async function breakTheRegister(page: Page): Promise<Locator> {
  await page.getByLabel('Scenario', { exact: true }).selectOption('register');
  const figure = page.getByRole('figure', { name: 'A register on three replicas' });
  await figure.getByRole('tab', { name: 'Knobs' }).click();
  await figure.getByLabel('Who may answer').selectOption('available');
  await button(figure, 'Cut A off from B and C').click();
  return figure;
}

async function openLab(page: Page): Promise<void> {
  await page.goto('lab/');
  await ready(page);
}

test('a run is judged while it grows, and says who is to blame', async ({ page, axe }) => {
  test.setTimeout(120_000);
  await watchWorkers(page);
  await openLab(page);
  const figure = await breakTheRegister(page);
  await expect(verdict(page, 'linearizable')).toHaveText('linearizable: ok');
  await toTheEnd(figure, pointer(page));
  await expect(verdict(page, 'linearizable')).toHaveText('linearizable: violated');
  await judged(page);
  const [worker, ...more] = await workersOf(page);
  expect(more).toEqual([]);
  expect(worker).toMatch(/^http.*\/some\/deep\/base\/assets\//);
  await expect(part(page, 'narration')).toContainText('Linearizable: violated.');

  await verdict(page, 'linearizable').click();
  await expect(part(page, 'reason')).toContainText('Violated.');
  await button(figure, 'Whole run').click();
  await expect(page.locator('[data-note]')).not.toHaveCount(0);
  await expect(part(page, 'tape')).toContainText(/stale by \d+ writes?/);
  const blamed = part(page, 'reason').getByRole('listitem').getByRole('button').first();
  await blamed.click();
  await expect(blamed).toHaveAttribute('aria-pressed', 'true');
  for (const theme of themes) {
    await choose(page, theme);
    await axe(`a violation and its reason, ${theme}`, '[data-part=verdicts]');
  }

  // Going back takes the verdict back, and what has been judged once is there at once.
  await figure.getByRole('slider', { name: 'Time' }).press('Home');
  await expect(part(page, 'verdicts')).toContainText('there is no operation');
  await expect(verdict(page, 'linearizable')).toHaveText('linearizable: not judged yet');
  await axe('nothing to judge', '[data-part=verdicts]');
});

test('the strip is reached and used by keyboard alone, and an order is numbered on the tape', async ({
  page,
}) => {
  await openLab(page);
  const figure = await breakTheRegister(page);
  const hands = keyboard(page);
  await toTheEnd(figure, hands);
  await expect(verdict(page, 'linearizable')).toHaveText('linearizable: violated');
  await hands.press(verdict(page, 'pram'));
  await expect(verdict(page, 'pram')).toHaveAttribute('aria-expanded', 'true');
  await expect(part(page, 'reason')).toContainText('PRAM.');
  await hands.press(verdict(page, 'linearizable'));
  await expect(part(page, 'reason')).toContainText('To blame');
});

test('a run is taken away as a file, as far as it is shown', async ({ page, browserName, axe }) => {
  await openLab(page);
  const figure = await breakTheRegister(page);
  await toTheEnd(figure, pointer(page));
  // Debian's Firefox tells nobody of a download.
  const download = browserName === 'chromium' ? page.waitForEvent('download') : null;
  await pointer(page).choose(button(page, 'Save this run'), 'History, as JSON');
  await expect(part(page, 'export').getByRole('status')).toHaveText(
    'Saved as far as it is shown: register-history.json.',
  );
  expect((await download)?.suggestedFilename() ?? 'register-history.json').toBe('register-history.json');
  await axe('a run saved', '[data-part=export]');
});

test('on a phone the strip stays within the page', async ({ page, axe }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openLab(page);
  const figure = await breakTheRegister(page);
  await toTheEnd(figure, pointer(page));
  await verdict(page, 'linearizable').click();
  await expect(part(page, 'reason')).toBeVisible();
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
  for (const box of await page.locator('[data-model]').all()) {
    expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  await axe('verdicts on a phone', '[data-part=verdicts]');
});

test('where there are no workers it is judged on the page', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await openLab(page);
  const figure = await breakTheRegister(page);
  await toTheEnd(figure, pointer(page));
  await judged(page);
  await expect(verdict(page, 'linearizable')).toHaveText(/linearizable: (violated|unknown)/);
});

test('where nothing is an operation on an object there is no strip, and no judge is fetched', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openLab(page);
  await expect(page.getByRole('figure').first()).toBeVisible();
  await expect(part(page, 'verdicts')).toHaveCount(0);
  expect(asked.filter((url) => /judg/i.test(url))).toEqual([]);
});

test('the judge works with the network off after one visit', async ({ browser }) => {
  test.setTimeout(120_000);
  const { server, page, end } = await ownServer(browser);
  await server.close();
  await openLab(page);
  const figure = await breakTheRegister(page);
  await toTheEnd(figure, pointer(page));
  await expect(verdict(page, 'linearizable')).toHaveText('linearizable: violated');
  await end();
});
