// A new user's path by pointer, in the real build: cut a link, bet, be wrong, see why, fill the table, be asked,
// come back, and send a friend what was done.
import { expect, test } from './fixtures';
import { pointer } from './hands';
import { ready, started, watchClipboard } from './steps';
import { copyTheLink, findTheProgress, sees, walkTheLesson } from './walk';

test('a stranger learns lesson 01 by pointer, comes back, and sends a friend the run', async ({
  page,
  browser,
  watch,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const hands = pointer(page);
  const copied = await watchClipboard(page);
  await page.goto('');
  await started(page);
  await walkTheLesson(page, hands);
  await findTheProgress(page);
  const { link, told } = await copyTheLink(page, hands, copied);
  expect(told.log.at(-1)).toContain('nobody can say whether it happened');

  const friend = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  watch.add(friend);
  const elsewhere = await friend.newPage();
  await sees(elsewhere, link, told);
  // A run that somebody sent is no progress of one's own.
  await elsewhere.goto('learn/neither/');
  await ready(elsewhere);
  await expect(elsewhere.getByText(/^Still open in this lesson: .*your prediction/)).toBeVisible();
});
