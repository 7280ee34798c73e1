// The same path by keyboard alone: Tab, Enter, Space and arrows reach and do everything.
import { test } from './fixtures';
import { keyboard } from './hands';
import { started, watchClipboard } from './steps';
import { copyTheLink, findTheProgress, sees, walkTheLesson } from './walk';

test('a stranger learns lesson 01 by keyboard alone, comes back, and copies the link', async ({ page }) => {
  test.setTimeout(180_000);
  const hands = keyboard(page);
  const copied = await watchClipboard(page);
  await page.goto('');
  await started(page);
  await walkTheLesson(page, hands);
  await findTheProgress(page);
  const { link, told } = await copyTheLink(page, hands, copied);
  await sees(page, link, told);
});
