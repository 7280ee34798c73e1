// What a figure says of how far to trust it: the numbers are those that the test run stamped beside the pages, or it says
// that there was none.
import { expect, test } from './fixtures';
import { part, ready } from './steps';
import { choose, themes } from './themes';

type Stamp = {
  commit: string | null;
  scenarios: {
    scenario: string;
    tried: { promised: boolean; schedules: number; brokenBy: number | null }[];
    explored: { states: number; complete: boolean } | null;
  }[];
} | null;

const number = (n: number) => n.toLocaleString('en-GB');

test('a figure says what it leaves out, what it is held to, and the numbers of the last test run', async ({
  page,
  axe,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('learn/neither/');
  await ready(page);
  const stamp = (await (await page.request.get('trust.json')).json()) as Stamp;
  const panel = part(page, 'trust').first();
  await expect(panel).toHaveText('What this model is good for');
  await panel.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByText('There is one server, and nobody asks who is calling.')).toBeVisible();
  await expect(panel.getByText(/Whoever holds a receipt was charged at least once\./)).toBeVisible();
  const said = panel.getByRole('definition').last();
  if (stamp === null) await expect(said).toHaveText(/^Not run/);
  else {
    const trust = stamp.scenarios.find(({ scenario }) => scenario === 'neither');
    const kept = trust?.tried.find(({ promised, brokenBy }) => promised && brokenBy === null);
    await expect(said).toContainText(`${number(kept?.schedules ?? Number.NaN)} schedules of such faults`);
    await expect(said).toContainText(`all ${number(trust?.explored?.states ?? Number.NaN)} states`);
    if (stamp.commit) await expect(said).toContainText(`commit ${stamp.commit}`);
  }
  // Nothing sticks out of a narrow screen.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  for (const theme of themes) {
    await choose(page, theme);
    await axe(`trust panel open, ${theme}`, '[data-part=trust]');
  }
});
