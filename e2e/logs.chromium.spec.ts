// The replicated logs under a network of Raft: what a cell says and how it looks, the row of a server that is down, as a
// table for those who do not see it, and on a telephone by key.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { pointer } from './hands';
import { button, part, ready } from './steps';
import { choose, themes } from './themes';

async function openLab(page: Page, scenario: string, title: string): Promise<Locator> {
  if (!page.url().includes('/lab/')) {
    await page.goto('lab/');
    await ready(page);
  }
  await page.getByLabel('Scenario', { exact: true }).selectOption(scenario);
  const figure = page.getByRole('figure', { name: title });
  await expect(part(page, 'logs')).toBeVisible();
  return figure;
}

const row = (page: Page, server: string): Locator => part(page, 'logs').locator(`tr[data-node=${server}]`);
const cells = (page: Page, server: string): Locator => row(page, server).getByRole('cell');

test('a log is a row of cells with their terms, and what is committed is told by edge and by word', async ({
  page,
  axe,
}) => {
  test.setTimeout(90_000);
  const figure = await openLab(page, 'raft', 'Raft on five servers');
  const table = figure.getByRole('table', { name: 'Logs', exact: true });
  await expect(table.getByRole('columnheader')).toHaveText(['Server', 'term', 'vote', 'Entry 1', 'Entry 2']);
  // Alice has been answered; the leader knows why, and the others will hear of it.
  await expect(cells(page, 'S1')).toHaveText(['1', 'S1', 'term 1 no-op, committed', 'term 1 1, committed']);
  await expect(cells(page, 'S2')).toHaveText([
    '1',
    'S1',
    'term 1 no-op, committed',
    'term 1 1, not committed',
  ]);
  const edge = (server: string, nth: number) =>
    cells(page, server)
      .nth(nth)
      .evaluate((cell) => {
        const { borderLeftStyle, borderRightWidth } = getComputedStyle(cell);
        return [borderLeftStyle, borderRightWidth];
      });
  expect(await edge('S1', 3)).toEqual(['solid', '5px']);
  expect(await edge('S2', 2)).toEqual(['solid', '5px']);
  expect((await edge('S2', 3))[0]).toBe('dashed');

  // Down: its disk, in its place; nothing else moves.
  const hands = pointer(page);
  const place = () =>
    row(page, 'S5').evaluate((line) => {
      const [at, table] = [line, line.closest('table') as Element].map((e) => e.getBoundingClientRect());
      return [at?.width, (at?.y ?? 0) - (table?.y ?? 0)];
    });
  const before = await place();
  await hands.press(button(figure, 'Crash S2'));
  await expect(row(page, 'S2').getByRole('rowheader')).toHaveText('S2 down');
  await expect(cells(page, 'S2')).toHaveText(['1', 'S1', 'term 1 no-op, on disk', 'term 1 1, on disk']);
  expect(await place()).toEqual(before);
  expect(await edge('S2', 2)).not.toContain('5px');
  for (const theme of themes) {
    await choose(page, theme);
    await axe(`logs, one server down, ${theme}`, '[data-part=logs]');
  }
  await hands.press(button(figure, 'Restart S2'));
  await expect(row(page, 'S2').getByRole('rowheader')).toHaveText('S2');
  // It has its log again, and has yet to hear what of it is committed.
  await expect(cells(page, 'S2').nth(2)).toHaveText('term 1 no-op, not committed');
});

test('what a disk has differs from server to server, and where there is no room a key brings the rest into sight', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openLab(page, 'raft-figure-8', 'A majority has it, and it is not committed');
  await expect(row(page, 'S5').getByRole('rowheader')).toHaveText('S5 down');
  await expect(cells(page, 'S5')).toHaveText(['3', 'S5', 'term 1 1.1, on disk', 'term 3 3.2, on disk', '']);
  await expect(cells(page, 'S2')).toHaveText([
    '4',
    'S1',
    'term 1 1.1, not committed',
    'term 2 2.2, not committed',
    '',
  ]);

  await openLab(page, 'raft-figure-7', 'What may be in a follower’s log');
  const frame = page.getByRole('region', { name: /^Logs/ });
  const scrolled = () => frame.evaluate((box) => box.scrollLeft);
  // The latest are what one sees at first.
  await expect.poll(scrolled).toBeGreaterThan(100);
  await part(page, 'logs').scrollIntoViewIfNeeded();
  await expect(frame.getByText('7.12')).toBeInViewport();
  const latest = await scrolled();
  await frame.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(scrolled).toBeLessThan(latest);
  const [box, name] = [await frame.boundingBox(), await row(page, 'd').getByRole('rowheader').boundingBox()];
  expect(Math.abs((name?.x ?? 0) - (box?.x ?? 0))).toBeLessThan(8);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(360);
});
