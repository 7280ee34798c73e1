// The history lab as a learner meets it: drawing by pointer and by keyboard, files and links, the verdicts of the
// worker, and what happens where there is none.
import { expect, test } from './fixtures';
import { bar, judged, op, open, openFile, says, type, verdict } from './history-steps';
import { ownServer } from './own-server';
import { button, ready, watchClipboard } from './steps';

test('is drawn ahead with its example, its verdicts and its words', async ({ page, request }) => {
  const html = await (await request.get('history/')).text();
  for (const words of [
    'A history is what clients asked of a shared object',
    'data-model="linearizable" data-verdict="violated"',
    'data-model="sequential" data-verdict="ok"',
    'C2 read 1 at 14–17, although C1 had written 2',
  ]) {
    expect(html.includes(words), words).toBe(true);
  }
  await open(page);
  await expect(page).toHaveTitle('History lab · Faultline');
  await verdict(page, 'causal');
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('by pointer: a bar is dragged, an end is pulled, a new one is drawn, and every verdict follows', async ({
  page,
}) => {
  await open(page);
  const stale = bar(page, /^C2: read, which gave 1, from 14 to 17/);
  await says(page, 'linearizable', 'violated');
  await expect(stale).toHaveAccessibleName(/blamed/);
  await stale.scrollIntoViewIfNeeded();
  const box = await stale.boundingBox();
  if (!box) throw new Error('The bar has no place.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const unit = box.width / 3;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 3 * unit, y, { steps: 4 });
  await page.mouse.move(x - 6.9 * unit, y, { steps: 4 });
  await page.mouse.up();
  // It began before the second write had ended: now it is no longer too late.
  await expect(bar(page, /^C2: read, which gave 1, from 7 to 10/)).toBeAttached();
  await judged(page);
  await says(page, 'linearizable', 'ok');
  await button(page, 'Undo').click();
  await expect(bar(page, /^C2: read, which gave 1, from 14 to 17/)).toBeAttached();
  // The end of the second write, past the beginning of the read.
  const write = await bar(page, /^C1: write 2/).boundingBox();
  if (!write) throw new Error('The bar has no place.');
  await page.mouse.move(write.x + write.width - 1, y - 40);
  await page.mouse.move(write.x + write.width - 1, write.y + write.height / 2);
  await page.mouse.down();
  await page.mouse.move(write.x + write.width + 5.2 * unit, write.y + write.height / 2, { steps: 5 });
  await page.mouse.up();
  await expect(bar(page, /^C1: write 2, from 7 to 15/)).toBeAttached();
  // A free stretch of the third lane, beyond everything.
  const third = await bar(page, /^C3: read/).boundingBox();
  if (!third) throw new Error('The bar has no place.');
  const [fromX, laneY] = [third.x - 4 * unit, third.y + third.height / 2];
  await page.mouse.move(fromX, laneY);
  await page.mouse.down();
  await page.mouse.move(fromX + unit, laneY, { steps: 3 });
  await page.mouse.move(fromX + 2 * unit, laneY, { steps: 3 });
  await page.mouse.up();
  await expect(bar(page, /^C3:/)).toHaveCount(2);
  await expect(page.getByRole('form', { name: /^The selected operation, C3/ })).toBeVisible();
});

test('by keyboard: from bar to bar, taken up, moved, stretched, edited, taken away and brought back', async ({
  page,
}) => {
  await open(page);
  const first = bar(page, /^C1: write 1/);
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar(page, /^C1: write 2/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(bar(page, /^C2: read/).first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const stale = bar(page, /^C2: read, which gave 1, from 14/);
  await expect(stale).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(stale).toHaveAccessibleName(/from 14 to 18/);
  await page.keyboard.press('Enter');
  await expect(stale).toHaveAttribute('aria-pressed', 'true');
  for (let i = 0; i < 2; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  const moved = bar(page, /^C3: read, which gave 1, from 13 to 17/);
  await expect(moved).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(stale).toHaveAccessibleName(/from 14 to 18/);
  await page.keyboard.press('Control+z');
  await expect(stale).toHaveAccessibleName(/from 14 to 17/);
  // What it read, by the form: then it is as it should be.
  await type(page, 'What came back', '2');
  await judged(page);
  await says(page, 'linearizable', 'ok');
  await expect(page.locator('[data-part=reason]')).toContainText('An order that explains it');
  await expect(bar(page, /^C2: read, which gave 2/)).toHaveAccessibleName(/number 5 in the order/);
  await bar(page, /^C2: read, which gave 2/).focus();
  await page.keyboard.press('Delete');
  await expect(bar(page, /./)).toHaveCount(4);
  await page.keyboard.press('Control+z');
  await expect(bar(page, /./)).toHaveCount(5);
});

test('what was drawn is there again on the next visit', async ({ page }) => {
  await open(page);
  await bar(page, /^C1: write 1/).click();
  await type(page, 'Value', '7');
  await page.getByLabel('Value').blur();
  await page.reload();
  await ready(page);
  await expect(bar(page, /^C1: write 7/)).toBeAttached();
  await button(page, 'Start anew').click();
  await expect(bar(page, /./)).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(bar(page, /^C1: write 7/)).toBeAttached();
});

/** Clients that take turns writing and reading, all of it fresh. */
function long(operations: number): string {
  const ops = Array.from({ length: operations }, (_, i) => {
    const [round, client] = [Math.floor(i / 8), i % 8];
    return op(
      `P${client}`,
      client === 0 ? 'write' : 'read',
      client === 0 ? round : round,
      round * 20 + client,
      round * 20 + 9 + client,
    );
  });
  return JSON.stringify({ name: 'long', initial: null, ops });
}

test('two thousand operations are drawn a window at a time, judged in a worker, and answer at once', async ({
  page,
}) => {
  await open(page);
  await openFile(page, 'long.json', long(2_000));
  await expect(page.getByText('long: 2000 operations on the tape.')).toBeVisible();
  await judged(page);
  await expect(page.getByText(/workers/)).toHaveCount(0);
  expect(await page.locator('[data-operation]').count()).toBeLessThan(150);
  await bar(page, /^P0: write 0/).focus();
  await page.keyboard.press('End');
  await expect(page.locator('[data-operation]:focus')).toHaveAccessibleName(/^P7: read, which gave 249/);
  // An edit draws no more than a window either. How long it takes is no matter for a test.
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeEnabled();
  expect(await page.locator('[data-operation]').count()).toBeLessThan(150);
  await expect(page.getByRole('table')).toContainText('1 to 25 of 2000');
});

/** Additions of which most may have happened or not, and a sum that none of them explains soon. */
function hard(): string {
  const adds = Array.from({ length: 22 }, (_, i) =>
    op(`P${i}`, 'add', 2 ** i, i, i % 3 === 0 ? 100 + i : null),
  );
  const reads = [op('Z', 'read', 12_345_678, 500, 501), op('Z', 'read', 3, 503, 504)];
  return JSON.stringify({ name: 'hard', model: 'counter', initial: 0, ops: [...adds, ...reads] });
}

test('a long check says how far it is, blocks nothing, and can be stopped and begun again', async ({
  page,
  axe,
}) => {
  await open(page);
  await openFile(page, 'hard.json', hard());
  const job = page.locator('[data-part=job]');
  await expect(button(job, 'Stop judging')).toBeVisible();
  await expect(job).toContainText(/linearizable, [\d,]+ steps/);
  await axe('judging', '[data-part=job]');
  // Meanwhile the drawing answers, and the change is judged instead.
  await page.getByRole('table').getByRole('button', { name: 'read, which gave 3', exact: true }).click();
  await type(page, 'What came back', '12345678');
  await expect(bar(page, /^Z: read, which gave 12345678, from 503/)).toBeAttached();
  await expect(button(job, 'Stop judging')).toBeVisible();
  await button(job, 'Stop judging').click();
  await expect(job).toHaveAttribute('data-mode', 'cancelled');
  await expect(job).toContainText(/Stopped after \d+ of 11 models/);
  await button(job, 'Judge again').click();
  await expect(job).toHaveAttribute('data-mode', 'judging');
  await button(page, 'Start anew').click();
  await judged(page);
});

test('without workers the page judges by itself, says so, and can be stopped', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await open(page);
  await bar(page, /^C2: read, which gave 1, from 14/).click();
  await type(page, 'What came back', '2');
  await judged(page);
  await says(page, 'linearizable', 'ok');
  await expect(page.getByText(/^This browser runs no workers/)).toBeVisible();
});

test('everything works with the network off, the worker included', async ({ browser }) => {
  const { server, page, end } = await ownServer(browser);
  await server.close();
  await page.goto('history/');
  await ready(page);
  await bar(page, /^C2: read, which gave 1, from 14/).click();
  await type(page, 'What came back', '2');
  await judged(page);
  await says(page, 'linearizable', 'ok');
  await expect(page.getByText(/^This browser runs no workers/)).toHaveCount(0);
  await end();
});

test('the drawing goes out as JSON and comes back the same', async ({ page }) => {
  const copied = await watchClipboard(page);
  await open(page);
  await button(page, 'Download as JSON').click();
  await expect(page.getByText('The history is in the file a-stale-read.json.')).toBeVisible();
  await button(page, 'Copy as JSON').click();
  await expect.poll(copied).toContain('"name": "a stale read"');
  await button(page, 'Start anew').click();
  await openFile(page, 'back.json', await copied());
  await expect(bar(page, /./)).toHaveCount(5);
  await judged(page);
  await says(page, 'linearizable', 'violated');
});

test('a link brings the drawing along, and takes nothing away that was drawn before', async ({ page }) => {
  const copied = await watchClipboard(page);
  await open(page);
  await bar(page, /^C1: write 1/).click();
  await type(page, 'Value', '7');
  await button(page, 'Copy a link').click();
  await expect.poll(copied).toMatch(/\/history\/#h=v1\./);
  const link = await copied();
  expect(link.length).toBeLessThan(2_000);
  await button(page, 'Start anew').click();
  await button(page, 'Add operation').click();
  await page.goto('lab/');
  await ready(page);
  await page.goto(link);
  await ready(page);
  await expect(bar(page, /^C1: write 7/)).toBeAttached();
  await expect(page).toHaveURL(/history\/$/);
  await button(page, 'Undo').click();
  await expect(bar(page, /./)).toHaveCount(1);
  await page.goto('history/#h=v1.broken');
  await page.reload();
  await ready(page);
  await expect(page.getByRole('alert')).toContainText('This link is damaged');
});
