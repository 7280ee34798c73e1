// What the history lab says of files and histories, in one browser: the words and verdicts are the same in both.
import { expect, test } from './fixtures';
import { bar, judged, model, op, open, openFile, paste, says } from './history-steps';
import { button } from './steps';
import { choose, themes } from './themes';

test('a file that makes no sense is told with its place, and leaves the drawing alone', async ({
  page,
  axe,
}) => {
  await open(page);
  const text = '{"name": "broken",\n "ops": [{"process": "C1", "type": "write", "start": 1, "end": 0}]}';
  await openFile(page, 'broken.json', text);
  await expect(page.getByRole('alert')).toContainText(/broken\.json, line 2, column \d+: It ends at 0/);
  await expect(bar(page, /./)).toHaveCount(5);
  await axe('a file with an error');
  await paste(page, 'nothing of the kind');
  await expect(page.getByRole('alert')).toContainText('line 1, column 1');
});

test('several histories in one file are offered by name', async ({ page }) => {
  await open(page);
  const one = { name: 'fresh', initial: 0, ops: [op('A', 'write', 1, 0, 1), op('B', 'read', 1, 2, 3)] };
  const two = { name: 'stale', initial: 0, ops: [op('A', 'write', 1, 0, 1), op('B', 'read', 0, 2, 3)] };
  await paste(page, JSON.stringify([one, two]));
  const chooser = page.getByLabel('Histories in What was pasted');
  await expect(chooser).toBeVisible();
  await judged(page);
  await says(page, 'linearizable', 'ok');
  await chooser.selectOption({ label: 'stale (2)' });
  await says(page, 'linearizable', 'violated');
  await says(page, 'sequential', 'ok');
});

test('for each step of the lattice there is a history on one side of it and not on the other', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await open(page);
  const wanted = await page
    .locator('[data-part=examples]')
    .getByRole('button', { name: /, not / })
    .allInnerTexts();
  expect(wanted.length).toBeGreaterThanOrEqual(11);
  for (const words of wanted) {
    const [weaker = '', stronger = ''] = words.toLowerCase().replaceAll('pram', 'PRAM').split(', not ');
    await button(page, words).click();
    await judged(page);
    await expect(
      page.locator('[data-verdict=ok]', { hasText: new RegExp(`^${weaker}:`) }),
      words,
    ).toBeVisible();
    const broken = page.locator('[data-verdict=violated]', { hasText: new RegExp(`^${stronger}:`) });
    await expect(broken, words).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('[data-part=reason]')).toContainText('To blame');
  }
});

test('a log with clocks becomes a space-time diagram with its pairs counted', async ({ page, axe }) => {
  await open(page);
  const log = [
    'a {"a":1} sends to b',
    'b {"a":1,"b":1} hears of a',
    'c {"c":1} is alone',
    'b {"a":1,"b":2} rests',
  ].join('\n');
  await openFile(page, 'three.log', log);
  const diagram = page.getByRole('figure', { name: 'Space-time diagram: three.log' });
  await expect(diagram).toContainText('3 are ordered, one before the other, and 3 are concurrent');
  await expect(diagram.locator('circle')).toHaveCount(4);
  await expect(diagram.getByRole('row')).toHaveCount(5);
  await axe('a log with clocks', '[data-part=open]');
  await button(page, 'Close the log').click();
  await expect(diagram).toHaveCount(0);
  await expect(bar(page, /./)).toHaveCount(5);
});

for (const theme of themes) {
  test(`axe finds nothing in the history lab, ${theme.toLowerCase()}`, async ({ page, axe }) => {
    test.setTimeout(120_000);
    await open(page);
    await choose(page, theme);
    await axe(`history, ${theme}`);
    await bar(page, /^C1: write 1/).click();
    await page.getByLabel('Outcome').selectOption('failed');
    await judged(page);
    await axe(`history, ${theme}, an operation selected`);
    await model(page, 'sequential').click();
    await axe(`history, ${theme}, an order shown`);
    await page.getByLabel('Object').selectOption('queue');
    await judged(page);
    await axe(`history, ${theme}, not applicable`);
  });
}
