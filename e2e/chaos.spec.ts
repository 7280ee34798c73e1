// The chaos search as a learner meets it: a wrong system is found out by the worker, the smallest run plays in the
// figure and opens from its link; a right one survives, and the page says how far it looked.
import { expect, test } from './fixtures';
import { button, ready, watchClipboard } from './steps';

test('finds the mistake, shows the moment, and hands out a link that opens it', async ({ page }) => {
  const copied = await watchClipboard(page);
  await page.goto('chaos/');
  await ready(page);
  await page.getByLabel('Built').selectOption({ label: 'wrong: forgets' });
  await button(page, 'Search for a run that breaks it').click();
  const found = page.locator('[data-part=found]');
  await expect(found.getByRole('heading', { name: 'The smallest run that was found' })).toBeVisible();
  await expect(page.locator('[data-part=chase]')).toContainText('“consistent” is broken in storm');
  await expect(page.getByText(/^This browser runs no worker/)).toHaveCount(0);
  await expect(found).toContainText('No resource manager commits while another aborts.');
  await expect(found.locator('[data-part=figure]')).toBeVisible();
  await button(page, 'Copy link to this run').click();
  await expect(page.getByText(/^Link copied/)).toBeVisible();
  const link = await copied();
  expect(link).toMatch(/\/lab\/#s=v1\./);
  await page.goto(link);
  await ready(page);
  await expect(page.getByRole('figure', { name: 'All of them, or none' })).toBeVisible();
  await expect(page.getByText('That run cannot be shown')).toHaveCount(0);
});

test('what is right survives, and the page does not call it proved; one can stop at any time', async ({
  page,
}) => {
  await page.goto('chaos/');
  await ready(page);
  await page.getByLabel('Built').selectOption({ label: 'as it should be' });
  await page.getByLabel('Schedules at most').selectOption('100');
  await button(page, 'Search for a run that breaks it').click();
  const line = page.locator('[data-part=chase]');
  await expect(line).toContainText('No violation of “consistent” in 100 schedules. That is no proof.');
  await page.getByLabel('Schedules at most').selectOption('20000');
  await button(page, /^Search for a run/).click();
  await button(page, 'Stop').click();
  await expect(line).toContainText(
    /^Stopped after [\d,]+ schedules? without a violation\. That is no proof\./,
  );
});

test('without workers the page searches by itself, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Worker');
  });
  await page.goto('chaos/');
  await ready(page);
  await button(page, 'Search for a run that breaks it').click();
  await expect(page.locator('[data-part=found]')).toBeVisible();
  await expect(page.getByText(/^This browser runs no worker/)).toBeVisible();
});
