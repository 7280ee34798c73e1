// Lesson 24 as a learner meets it: charts that say what the load does, knobs that save the shop, and the questions
// that are answered with a chart and with a knob.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { pointer } from './hands';
import { button, figureIn, part, ready, toTheEnd } from './steps';

const question = (page: Page, id: string): Locator => page.locator(`[data-question="${id}"]`);
const chart = (figure: Locator, name: string): Locator => figure.locator(`[data-chart=${name}]`);

async function survive(page: Page): Promise<void> {
  const hands = pointer(page);
  const puzzle = part(page, 'puzzle');
  const figure = figureIn(puzzle);
  await hands.press(figure.getByRole('tab', { name: 'Knobs' }));
  const budget = figure.getByRole('switch', { name: 'A budget for retries' });
  await budget.focus();
  await budget.press('Space');
  await figure
    .getByRole('combobox', { name: 'Who is next in a queue' })
    .selectOption({ label: 'whoever came last' });
  // Some hundred thousand events, which take a busy machine its time.
  await toTheEnd(figure, hands);
  await expect(puzzle.getByText('This run does it.')).toBeVisible({ timeout: 45_000 });
  await expect(chart(figure, 'rate')).toBeVisible();
}

async function foretellTheChart(page: Page): Promise<void> {
  const asked = question(page, 'longer-queue');
  await asked.scrollIntoViewIfNeeded();
  await expect(asked.getByText('The charts are there.')).toBeAttached();
  // Chart B is of this world; A has less room in each queue, and is well again sooner.
  await pointer(page).pick(asked.getByRole('radio', { name: /^Chart A/ }));
  await button(asked, 'Lock in and run').click();
  await expect(asked).toHaveAttribute('data-state', 'wrong');
  await expect(asked).toContainText('there is room for 50');
}

async function tuneTheQueue(page: Page): Promise<void> {
  const asked = question(page, 'room');
  const room = asked.getByRole('slider', { name: 'Room in each queue', exact: true });
  await room.fill('6');
  await button(asked, /^Run it/).click();
  await expect(asked).toHaveAttribute('data-state', 'right');
}

test('the shop survives its ten slow seconds by two knobs, and its charts say so', async ({ page, axe }) => {
  test.setTimeout(120_000);
  await page.goto('learn/cascading/');
  await ready(page);
  await survive(page);
  await axe('lesson 24, challenge met', '[data-part=puzzle]');
  await foretellTheChart(page);
  await tuneTheQueue(page);
});
