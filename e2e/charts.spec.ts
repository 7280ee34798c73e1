// Charts of a run's load under its tape, and the breaker's statechart beside its network: on one cursor, by pointer and
// by keyboard, as tables and in words, in both themes, on a phone, and fetched by nobody who has no use for them.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { keyboard } from './hands';
import { button, goTo, part, ready } from './steps';
import { choose, themes } from './themes';

async function openService(page: Page): Promise<Locator> {
  await page.goto('lab/');
  await ready(page);
  await page.getByLabel('Scenario', { exact: true }).selectOption('service');
  const figure = page.getByRole('figure', { name: 'A service and its queue' });
  await expect(part(page, 'charts')).toBeVisible();
  return figure;
}

const chart = (page: Page, name: string): Locator => page.locator(`[data-chart=${name}]`);

async function holdABreaker(figure: Locator): Promise<void> {
  await figure.getByRole('tab', { name: 'Knobs' }).click();
  await figure.locator('summary', { hasText: 'More: ' }).click();
  const knob = figure.getByRole('switch', { name: 'Circuit breaker' });
  await knob.focus();
  await knob.press('Space');
  await expect(knob).toBeChecked();
}

/** Where a cursor stands on the screen. */
const xOf = async (line: Locator): Promise<number> =>
  line.evaluate((e) => (e as SVGGElement).getScreenCTM()?.e ?? Number.NaN);

test('charts stand under the tape on its cursor, and a press on one takes both there', async ({
  page,
  axe,
}) => {
  test.setTimeout(120_000);
  const figure = await openService(page);
  await goTo(figure, 5_900_000);
  const lines = page.locator('[data-chart] [data-cursor]');
  await expect(lines).toHaveCount(4);
  const tape = part(page, 'tape').locator('[data-grip]').first();
  for (const line of await lines.all()) expect(await xOf(line)).toBeCloseTo(await xOf(tape), 0);
  await expect(chart(page, 'queue').locator('[data-label=service]')).toContainText('service');
  await expect(chart(page, 'queue')).toContainText('Queue in the 200 ms up to 5,800 ms: service');
  await expect(page.locator('[data-trigger]').first()).toContainText('The service slows down');
  for (const theme of themes) {
    await choose(page, theme);
    await axe(`charts, ${theme}`, '[data-part=charts]');
  }

  const plot = chart(page, 'rate').locator('svg');
  await plot.evaluate((e) => e.scrollIntoView({ block: 'center' }));
  const box = await plot.boundingBox();
  if (!box) throw new Error('The chart is not on the screen.');
  const [x, y] = [box.x + box.width / 3, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
  expect(await xOf(lines.first())).toBeCloseTo(x, -1);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  expect(await xOf(lines.first())).toBeCloseTo(x + 60, -1);
  for (const line of await lines.all()) expect(await xOf(line)).toBeCloseTo(await xOf(tape), 0);
});

test('by keyboard alone other charts come into sight, and each is a table', async ({ page, axe }) => {
  const figure = await openService(page);
  await goTo(figure, 9_000_000);
  const hands = keyboard(page);
  await hands.press(button(part(page, 'charts'), 'Wasted work'));
  await expect(chart(page, 'wasted')).toBeVisible();
  await hands.press(button(part(page, 'charts'), 'Rate and goodput'));
  await expect(chart(page, 'rate')).toHaveCount(0);
  await hands.press(button(chart(page, 'latency'), 'Latency as a table'));
  const table = chart(page, 'latency').getByRole('table');
  await expect(table).toBeVisible();
  await expect(table.getByRole('columnheader')).toHaveText(['From, to', 'p50', 'p99', 'p99.9']);
  expect(await table.getByRole('row').count()).toBeLessThanOrEqual(61);
  await axe('a chart as a table', '[data-part=charts]');
});

test('the breaker that runs is drawn, live, and its moves lead back to their moments', async ({
  page,
  axe,
}) => {
  test.setTimeout(120_000);
  const figure = await openService(page);
  await expect(part(page, 'statechart')).toHaveCount(0);
  await goTo(figure, 0);
  await holdABreaker(figure);
  await figure.getByRole('slider', { name: 'Calls a second', exact: true }).fill('45');
  await goTo(figure, 7_300_000);
  const machine = part(page, 'statechart');
  const now = machine.locator('[data-now=true]');
  await expect(now).toHaveCount(1);
  await expect(now.locator('text').filter({ hasText: 'now' })).toHaveCount(1);
  const state = await now.getAttribute('data-state');
  await expect(machine.getByRole('listitem').filter({ hasText: '(now)' })).toHaveText(
    new RegExp(`^${state} \\(now\\)`),
  );
  await expect(machine.locator('[data-taken=true]')).toHaveCount(1);
  for (const theme of themes) {
    await choose(page, theme);
    await axe(`a statechart, ${theme}`, '[data-part=statechart]');
  }
  const move = machine.getByRole('list', { name: 'Last moves' }).getByRole('button').nth(1);
  const [, to] = (await move.innerText()).split('→');
  await keyboard(page).press(move);
  await expect(now).toHaveAttribute('data-state', to?.trim() ?? '');
  await expect(move).toBeVisible();
});

test('on a phone charts and machine stay within the page, in letters one can read', async ({ page, axe }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const figure = await openService(page);
  await goTo(figure, 0);
  await holdABreaker(figure);
  await goTo(figure, 6_500_000);
  await expect(part(page, 'statechart')).toBeVisible();
  for (const name of ['charts', 'statechart']) {
    const wide = await part(page, name).evaluate((e) => {
      const all = [e, ...e.querySelectorAll('svg, button, p')];
      return Math.max(...all.map((one) => one.getBoundingClientRect().right));
    });
    expect(wide, name).toBeLessThanOrEqual(360);
    const sizes = await part(page, name)
      .locator('svg text')
      .evaluateAll((all) =>
        all.map((text) => {
          const drawn = text.closest('svg') as SVGSVGElement;
          const scale = drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
          return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
        }),
      );
    expect(Math.min(...sizes), name).toBeGreaterThanOrEqual(12.9);
  }
  await axe('charts on a phone', '[data-part=charts]');
});

test('where colours are the reader’s own, lines are told apart by dash and sign', async ({ page }) => {
  // Debian's Firefox takes no notice of emulated colours; dash and sign are there all the same.
  await page.emulateMedia({ forcedColors: 'active' });
  const figure = await openService(page);
  await goTo(figure, 9_000_000);
  const lines = chart(page, 'latency').locator('[data-line]');
  const strokes = await lines.evaluateAll((all) => all.map((line) => getComputedStyle(line).stroke));
  const forced = await page.evaluate(() => matchMedia('(forced-colors: active)').matches);
  expect(new Set(strokes).size).toBe(forced ? 1 : 3);
  const dashes = await lines.evaluateAll((all) => all.map((line) => line.getAttribute('stroke-dasharray')));
  expect(new Set(dashes).size).toBe(3);
});

test('who has no load fetches no charts', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('learn/neither/');
  await ready(page);
  await expect(page.getByRole('figure').first()).toBeVisible();
  await expect(part(page, 'charts')).toHaveCount(0);
  expect(asked.filter((url) => /\/(Charts|Statechart|measuring)-/i.test(url))).toEqual([]);
});
