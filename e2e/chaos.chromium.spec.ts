// The chaos search beside what every browser has a say in: what is right survives, one can stop, all of it can be done
// by key, on a telephone, in both themes.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { keyboard } from './hands';
import { button, part, ready } from './steps';
import { choose, themes } from './themes';

const SEARCH = 'Search for a run that breaks it';

async function openChaos(page: Page): Promise<void> {
  await page.goto('chaos/');
  await ready(page);
}

test('what is right survives, and the page does not call it proved; one can stop at any time', async ({
  page,
}) => {
  await openChaos(page);
  await page.getByLabel('Built').selectOption({ label: 'as it should be' });
  await expect(part(page, 'belief')).toContainText('it should find nothing');
  await page.getByLabel('Schedules at most').selectOption('100');
  await button(page, SEARCH).click();
  const line = part(page, 'chase');
  await expect(line).toContainText('in 100 schedules. That is no proof.');
  await expect(line.locator('[data-storms=survived]')).toHaveCount(100);
  await expect(line).not.toContainText(/proved/i);
  await expect(page.getByText('What is wrong is there all the same')).toHaveCount(0);
  await page.getByLabel('Schedules at most').selectOption('20000');
  await button(page, SEARCH).click();
  await button(page, 'Stop').click();
  await expect(line).toContainText(
    /^Stopped after [\d,]+ schedules? without a violation\. That is no proof\./,
  );
  await expect(button(page, SEARCH)).toBeFocused();
});

test('without workers the page searches by itself, and says so', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Worker');
  });
  await openChaos(page);
  await button(page, SEARCH).click();
  await expect(part(page, 'found')).toBeVisible();
  await expect(page.getByText(/^This browser runs no worker/)).toBeVisible();
});

test('by key alone on a telephone: a mistake of Raft is found, told, and led up to step by step', async ({
  page,
  axe,
}) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await openChaos(page);
  // Each mistake is looked for where it shows soon.
  const system = page.getByLabel('System', { exact: true });
  await page.getByLabel('Built').selectOption('counts-votes-twice');
  await expect(system).toHaveValue('raft-halves');
  await page.getByLabel('Built').selectOption('forgets-vote');
  await expect(system).toHaveValue('raft-row');
  await expect(part(page, 'belief')).toContainText('A server need not write down whom it voted for');
  const hands = keyboard(page);
  await hands.press(button(page, SEARCH));
  const found = part(page, 'found');
  // Whoever waited for it is taken to it.
  await expect(found.getByRole('heading', { name: 'The smallest run that was found' })).toBeFocused();
  await expect(part(page, 'chase').locator('[data-storms=broken]')).toHaveCount(1);
  await expect(part(page, 'verdict')).toContainText(/S\d and S\d have both led term \d+\./);
  await expect(part(page, 'verdict')).toContainText('It was built by somebody who thinks');
  for (const theme of themes) {
    await choose(page, theme);
    await axe(`chaos, found, ${theme}`, 'main');
  }
  // Each step shows the run as it stood there; the last is the moment, which is crossed out on the tape.
  const past = found.locator('[data-steps=past]').getByRole('button');
  const moment = part(page, 'tape').locator('[data-breaking]');
  await expect(past.last()).toContainText('here');
  await expect(moment).toHaveCount(1);
  const time = found.getByRole('slider', { name: 'Time', exact: true });
  const broken = await time.inputValue();
  await hands.press(past.first());
  await expect(past.first()).toContainText('here');
  expect(Number(await time.inputValue())).toBeLessThan(Number(broken));
  await hands.press(button(page, 'See the moment it breaks'));
  await expect(time).toHaveValue(broken);
  // There is a small world for it in which all schedules can be tried: the shortest of those that break it is told.
  const every = part(page, 'every');
  await hands.press(button(every, 'Try every schedule'));
  await expect(every).toContainText(/“election safety” is broken after \d+ steps/);
  await expect(every.locator('[data-steps=way]').getByRole('listitem').last()).toContainText(/gets/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});
