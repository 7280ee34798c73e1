// The same path once more with the network off: after one visit nothing is missing, the lab included.
import { expect, test } from './fixtures';
import { pointer } from './hands';
import { ownServer } from './own-server';
import { ready, watchClipboard } from './steps';
import { copyTheLink, findTheProgress, sees, walkTheLesson } from './walk';

test('a stranger learns lesson 01 with the network off after one visit', async ({ browser }) => {
  test.setTimeout(120_000);
  let copied = async () => '';
  const { server, page, end } = await ownServer(browser, async (fresh) => {
    copied = await watchClipboard(fresh);
  });
  await server.close();
  const hands = pointer(page);
  await walkTheLesson(page, hands);
  await findTheProgress(page);
  const { link, told } = await copyTheLink(page, hands, copied);
  await sees(page, link, told);
  await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Are you there?' });
  await expect(page.getByRole('figure', { name: 'Are you there?' })).toBeVisible();
  await page.goto('gallery/');
  await ready(page);
  await end();
});
