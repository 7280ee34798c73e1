// Before the page answers: its scripts come after its text, and its figures when somebody is there. What that somebody
// does in between is done when they have come, and nothing of it twice.
import { expect, type Page, test } from './fixtures';
import { button, figureIn, part, ready, started } from './steps';

/** The page as its text has come and none of its scripts; what is returned lets them through. */
async function withoutScriptsYet(page: Page, route: string): Promise<() => void> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  await page.route('**/assets/*.js', async (request) => {
    await opened;
    await request.continue();
  });
  await page.goto(route);
  await expect(page.locator('html')).not.toHaveAttribute('data-ready');
  return open;
}

const whole = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-whole', '');

test('what is pressed, chosen, opened and typed before there is a script is done when there is', async ({
  page,
}) => {
  const letThrough = await withoutScriptsYet(page, 'learn/neither/');
  const figure = figureIn(part(page, 'hook'));
  const bet = part(page, 'bet');
  await button(figure, 'Cut the link').click();
  await button(figure, 'Step').click();
  await bet.getByRole('radio', { name: 'Once.' }).check({ force: true });
  await bet.getByRole('radio', { name: 'Certain' }).check({ force: true });
  await page.getByText('All the steps, in words').click();
  const time = figureIn(part(page, 'beats')).getByRole('slider', { name: 'Time' });
  await time.press('End');
  letThrough();
  await whole(page);
  await expect(figure.getByRole('button', { name: /which is cut$/ })).toHaveCount(1);
  const log = figure.getByRole('log').getByRole('button');
  await expect(log.filter({ hasText: 'is cut, both ways' })).toHaveCount(1);
  await expect(log.filter({ hasText: 'because the link is cut' })).toHaveCount(1);
  await button(bet, 'Lock in').click();
  await expect(bet.getByRole('heading', { name: 'Your prediction is locked' })).toBeVisible();
  await expect(bet.getByRole('radio', { name: 'Once.' })).toBeChecked();
  await expect(page.getByRole('list').filter({ hasText: 'the browser does not know' }).first()).toBeVisible();
  await expect(figureIn(part(page, 'beats')).locator('[data-clock]').first()).toHaveText('210 ms');
});

test('a press on what is only drawn yet reaches it', async ({ page }) => {
  await page.goto('');
  await ready(page);
  const place = await page.locator('[data-spot=node]').first().boundingBox();
  if (!place) throw new Error('The node has no place.');
  await page.reload();
  await started(page);
  await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
  await expect(page.getByRole('menuitem', { name: /^Crash( C)?$/ })).toBeVisible();
});

test('figures come when somebody is there, and not before', async ({ page }) => {
  const scripts = () =>
    page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => /\.js$/.test(name)).length,
    );
  await page.goto('learn/neither/');
  await started(page);
  await page.waitForLoadState('networkidle');
  const before = await scripts();
  await expect(page.locator('html')).not.toHaveAttribute('data-somebody');
  await page.mouse.move(100, 100);
  await whole(page);
  expect(await scripts()).toBeGreaterThan(before);
});

test('a place in the address is asked for, and comes by itself', async ({ page }) => {
  await page.goto('learn/neither/#so-try-again');
  await whole(page);
});

test('figures that cannot come are tried again, and the text stands meanwhile', async ({ page, watch }) => {
  watch.allow(/request failed|Failed to (load|fetch)|error loading/i, 'the network is away on purpose');
  // Nobody keeps them for later: else they would come without the network.
  await page.addInitScript(() => Object.defineProperty(navigator, 'serviceWorker', { value: undefined }));
  await page.goto('learn/neither/');
  await started(page);
  await page.route('**/assets/*', (request) => request.abort());
  await page.mouse.move(100, 100);
  await expect(page.locator('html')).toHaveAttribute('data-somebody', '');
  await expect(page.getByText('In a single process, calls either succeed or throw.')).toBeVisible();
  await expect(page.locator('html')).not.toHaveAttribute('data-whole');
  await page.unroute('**/assets/*');
  // Firefox does not ask twice for a script that failed, and so the page is loaded anew under the second press.
  await expect(async () => {
    await page.keyboard.press('Shift');
    await expect(page.locator('html')).toHaveAttribute('data-whole', '', { timeout: 2_000 });
  }).toPass();
});
