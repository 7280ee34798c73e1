// Lesson 17 as a learner meets it: wrong about the lamp, then the challenge, in which the time server does the damage.
import { expect, type Page, test } from './fixtures';
import { pointer } from './hands';
import { question } from './quiz';
import { button, figureIn, part, ready, toTheEnd } from './steps';
import { choose, themes } from './themes';

async function betAndSee(page: Page): Promise<void> {
  const hands = pointer(page);
  const bet = part(page, 'bet');
  await hands.pick(bet.getByRole('radio', { name: /^Off\. It was/ }));
  await hands.pick(bet.getByRole('radio', { name: 'Certain' }));
  await hands.press(button(bet, 'Lock in'));
  await hands.press(button(bet, 'Run it'));
  const story = part(page, 'beats').getByRole('region', { name: 'The run, step by step' });
  for (let step = 1; step <= 6; step++) {
    // Pressed again while the run plays, it jumps to the step.
    await expect(async () => {
      if ((await story.innerText()).includes(`Step ${step} of 6`)) return;
      await hands.press(button(story, /next step$/i));
      await expect(story).toContainText(`Step ${step} of 6`, { timeout: 500 });
    }).toPass();
  }
  await expect(story).toContainText('no error was reported anywhere');
  const reconcile = part(page, 'reconcile');
  await expect(reconcile).toContainText('It differs in one thing: B’s clock is right');
  await expect(reconcile).toContainText('stamped 480 ms by B');
}

async function letTheServerDoIt(page: Page): Promise<void> {
  const hands = pointer(page);
  const puzzle = part(page, 'puzzle');
  const figure = figureIn(puzzle);
  // By hand is not what was asked for.
  await hands.press(button(figure, 'Set B’s clock back by 80 ms'));
  await toTheEnd(figure, hands);
  await expect(puzzle.getByText('Not this run.')).toBeVisible();
  await hands.press(button(puzzle, 'New run'));
  await hands.press(figure.getByRole('tab', { name: 'Knobs' }));
  // From 20 ms up to 150, in steps of 5.
  const back = figure.getByRole('slider', { name: 'From the time server to B' });
  await back.focus();
  for (let i = 0; i < 26; i++) await page.keyboard.press('ArrowRight');
  await expect(back).toHaveValue('150');
  await toTheEnd(figure, hands);
  await expect(puzzle.getByText('This run does it.')).toBeVisible();
}

for (const theme of themes) {
  test(`lesson 17 in every state, and axe finds nothing, ${theme.toLowerCase()}`, async ({ page, axe }) => {
    test.setTimeout(300_000);
    await page.goto('learn/clocks/');
    await ready(page);
    await choose(page, theme);
    await axe(`clocks, ${theme}`);
    await betAndSee(page);
    await axe(`clocks, ${theme}, story told`, '[data-part=beats]');
    await letTheServerDoIt(page);
    await axe(`clocks, ${theme}, challenge met`, '[data-part=puzzle]');
    const how = question(page, 'how-long');
    await pointer(page).pick(how.getByRole('radio', { name: '100 ms.', exact: true }));
    await pointer(page).press(button(how, 'Lock in and run'));
    await expect(how).toHaveAttribute('data-state', 'wrong');
    await axe(`clocks, ${theme}, quiz wrong`, '[data-question=how-long]');
    const stamps = question(page, 'stamps');
    const rows = { b1: [11, 1], b2: [11, 2], c1: [8, 0], b3: [11, 3], c2: [11, 4], c3: [14, 0] };
    for (const [event, [l, c]] of Object.entries(rows)) {
      await stamps.getByRole('textbox', { name: `l of ${event}` }).pressSequentially(String(l));
      await stamps.getByRole('textbox', { name: `c of ${event}` }).pressSequentially(String(c));
    }
    await pointer(page).press(button(stamps, 'Lock in and check'));
    await expect(stamps).toHaveAttribute('data-state', 'right');
    await axe(`clocks, ${theme}, quiz right`, '[data-question=stamps]');
  });
}
