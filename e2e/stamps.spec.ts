// Clocks as a figure shows them: stamps on the tape of any run and in words beside it, dials that move while a run
// goes on, and a form that bends a clock.
import type { Locator } from '@playwright/test';
import { expect, type Page, test } from './fixtures';
import { button, ready } from './steps';
import { choose, themes } from './themes';

const titles = {
  'clock-store': 'The last writer wins, by the clock',
  leap: 'A leap second, stepped and smeared',
  ntp: 'Two clocks and a time server',
} as const;

async function open(page: Page, scenario: keyof typeof titles): Promise<Locator> {
  await page.goto('lab/');
  await ready(page);
  const named = page.getByRole('combobox').first();
  await expect(named).toBeVisible();
  await named.selectOption(scenario);
  const figure = page.getByRole('figure', { name: titles[scenario] });
  await expect(figure.getByLabel('Stamps on the tape')).toBeVisible();
  return figure;
}

async function goTo(page: Page, figure: Locator, ms: number): Promise<void> {
  await button(figure, 'Go to').click();
  const field = page.getByLabel(/^Moment/).filter({ visible: true });
  await field.press('ControlOrMeta+a');
  await page.keyboard.type(String(ms));
  await field.press('Enter');
  await field.press('Escape');
}

const badges = (figure: Locator): Locator => figure.locator('[data-stamp]');
const dial = (figure: Locator, node: string): Locator => figure.locator(`[data-clock-of="${node}"]`);

test('any run can be stamped, on its tape and in words', async ({ page }) => {
  const figure = await open(page, 'clock-store');
  await goTo(page, figure, 1700);
  await expect(badges(figure)).toHaveCount(0);
  const choice = figure.getByLabel('Stamps on the tape');
  await choice.selectOption('Lamport clock');
  await expect(badges(figure).first()).toBeAttached();
  await figure.getByRole('tab', { name: 'Table' }).click();
  const cells = figure.getByRole('columnheader', { name: 'Lamport clock' });
  await expect(cells).toBeVisible();
  // A stamp is a way to its event.
  await badges(figure).last().click();
  await figure.getByRole('tab', { name: 'Inspector' }).click();
  await expect(figure.getByText('Lamport clock', { exact: true }).last()).toBeVisible();

  await choice.selectOption('Vector clock');
  await expect(badges(figure).first()).toHaveAttribute('data-stamp', /^\d+( \d+){4}$/);
  await choice.selectOption('Interval that holds true time');
  await expect(figure.locator('[data-interval=holds]').first()).toBeAttached();
  await choice.selectOption('None');
  await expect(figure.locator('[data-stamp], [data-interval]')).toHaveCount(0);
});

test('a dial moves between two events, and a reader is told what is being done to the clock', async ({
  page,
}) => {
  const figure = await open(page, 'leap');
  await expect(dial(figure, 'B')).toHaveText('0 ms');
  await goTo(page, figure, 3100);
  await expect(dial(figure, 'A')).toHaveText('−1,000 ms');
  await expect(
    figure.getByRole('button', { name: /^B:.*its clock is off by −\d+ ms, being slewed/ }),
  ).toBeAttached();
  await expect(figure.getByRole('button', { name: /^A:.*its clock is off by −1,000 ms/ })).toBeAttached();
  await button(figure, 'Play').click();
  const seen = new Set<string | null>();
  await expect
    .poll(async () => seen.add(await dial(figure, 'B').textContent()).size, 'texts of a dial')
    .toBeGreaterThan(3);
  await button(figure, 'Pause').click();
});

test('a clock is stepped and slewed by form, from the keyboard, and the deed is undone', async ({ page }) => {
  const figure = await open(page, 'ntp');
  await figure.locator('[data-spot=node][data-name=B]').click();
  await page.keyboard.press('Escape');
  await figure.getByRole('tab', { name: 'Inspector' }).click();
  const field = figure.getByLabel('Move it by');
  await field.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('-70');
  await page.keyboard.press('Enter');
  const step = button(figure, 'Step by −70 ms');
  const node = figure.locator('[data-spot=node][data-name=B]');
  const before = await node.getAttribute('aria-label');
  await step.focus();
  await page.keyboard.press('Enter');
  await expect(node).not.toHaveAccessibleName(before ?? '');
  await button(figure, 'Slew by −70 ms').press('Enter');
  await expect(node).toHaveAccessibleName(/being slewed by −70 ms more/);
  for (const _ of [1, 2]) await button(figure, /^Undo/).click();
  await expect(node).toHaveAccessibleName(before ?? '');
});

for (const theme of themes) {
  test(`axe finds nothing where clocks are shown, ${theme.toLowerCase()}; on a phone nothing sticks out`, async ({
    page,
    axe,
  }) => {
    const figure = await open(page, 'leap');
    await choose(page, theme);
    await goTo(page, figure, 3030);
    for (const kind of ['Vector clock', 'Hybrid logical clock', 'Interval that holds true time']) {
      await figure.getByLabel('Stamps on the tape').selectOption(kind);
      await axe(`${kind}, ${theme}`, '[data-part=figure]');
    }
    await figure.locator('[data-spot=node][data-name=B]').click();
    await page.keyboard.press('Escape');
    await figure.getByRole('tab', { name: 'Inspector' }).click();
    await axe(`the form of a clock, ${theme}`, '[data-part=figure]');
    await page.setViewportSize({ width: 360, height: 740 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth))
      .toBeLessThanOrEqual(360);
  });
}
