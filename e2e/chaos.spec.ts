// The chaos search as a learner meets it: a wrong system is found out by the worker, the smallest run plays in the
// figure and opens from its link. What no browser has a say in is in chaos.chromium.spec.ts.
import { expect, test } from './fixtures';
import { button, ready, watchClipboard } from './steps';

test('finds the mistake, shows the moment, and hands out a link that opens it', async ({ page }) => {
  const copied = await watchClipboard(page);
  await page.goto('chaos/');
  await ready(page);
  await page.getByLabel('System', { exact: true }).selectOption('two-phase-commit');
  await page.getByLabel('Built').selectOption({ label: 'wrong: forgets' });
  await button(page, 'Search for a run that breaks it').click();
  const found = page.locator('[data-part=found]');
  await expect(found.getByRole('heading', { name: 'The smallest run that was found' })).toBeVisible();
  await expect(page.locator('[data-part=chase]')).toContainText('“consistent” is broken in storm');
  await expect(page.getByText(/^This browser runs no worker/)).toHaveCount(0);
  await expect(found).toContainText('No resource manager commits while another aborts.');
  await expect(found.locator('[data-part=figure]')).toBeVisible();
  await expect(found.locator('[data-breaking]')).toBeVisible();
  await button(page, 'Copy link to this run').click();
  await expect(page.getByText(/^Link copied/)).toBeVisible();
  const link = await copied();
  expect(link).toMatch(/\/lab\/#s=v1\./);
  await page.goto(link);
  await ready(page);
  await expect(page.getByRole('figure', { name: 'All of them, or none' })).toBeVisible();
  await expect(page.getByText('That run cannot be shown')).toHaveCount(0);
});
