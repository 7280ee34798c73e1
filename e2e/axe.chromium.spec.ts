// axe on home and lesson in every state a figure and a question can be in, in both themes.
import { expect, type Page, test } from './fixtures';
import { pointer } from './hands';
import { answerRightly, answerWrongly } from './quiz';
import { button, figureIn, part, ready, toTheEnd } from './steps';
import { choose, themes } from './themes';

/** The figure in each state that a run can be in, one after the other; `told` looks at each. */
async function throughTheStates(page: Page, name: string, told: (state: string) => Promise<void>) {
  const figure = page.getByRole('figure', { name }).first();
  const answering = figure.locator('[data-spot=node]').last();
  await told('initial: paused in flight');
  await figure.locator('[data-spot=node]').first().click();
  await expect(page.getByRole('menuitem').first()).toBeVisible();
  await told('menu open');
  await page.keyboard.press('Escape');
  if (name === 'One charge, one link') await pointer(page).choose(button(figure, /^Speed/), 'very slow');
  await button(figure, 'Play').click();
  await told('running');
  await button(figure, 'Pause').click();
  await figure.locator('[data-spot=link]').first().click();
  await expect(figure.getByRole('button', { name: /which is cut$/ })).toBeAttached();
  await told('partitioned');
  await answering.click();
  await page.getByRole('menuitem', { name: /^Crash( C)?$/ }).click();
  await expect(answering).toHaveAccessibleName(/crashed|down/);
  await told('crashed');
  await button(figure, 'Reset to the opening moment').click();
}

for (const theme of themes) {
  test(`axe finds nothing on home, ${theme.toLowerCase()}`, async ({ page, axe }) => {
    await page.goto('');
    await ready(page);
    await choose(page, theme);
    await throughTheStates(page, 'Are you there?', (state) => axe(`home, ${theme}, ${state}`, 'main'));
    await page.getByRole('button', { name: 'Forget it all' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await axe(`home, ${theme}, dialog open`);
  });

  test(`axe finds nothing in lesson 01, ${theme.toLowerCase()}`, async ({ page, axe }) => {
    test.setTimeout(300_000);
    await page.goto('learn/neither/');
    await ready(page);
    await choose(page, theme);
    // The whole page at first and at the end; between, the part that changes: a lesson has five figures.
    await axe(`lesson, ${theme}`);
    const look = (state: string) => axe(`lesson, ${theme}, ${state}`, '[data-part=hook]');
    await throughTheStates(page, 'One charge, one link', look);
    const opening = figureIn(part(page, 'hook'));
    for (const tab of await opening.getByRole('tab').all()) {
      await tab.click();
      await look(`panel: ${await tab.innerText()}`);
    }
    await toTheEnd(opening, pointer(page));
    await button(opening, 'Go to').click();
    await look('at its end, popover open');
    await page.keyboard.press('Escape');
    await answerWrongly(page, pointer(page));
    await axe(`lesson, ${theme}, quiz wrong`, '[data-question=retry]');
    await answerRightly(page, pointer(page));
    await axe(`lesson, ${theme}, quiz right`);
  });
}

test('axe rejects words too pale for a dark page', async ({ page, axe }) => {
  await page.goto('');
  await ready(page);
  await choose(page, 'Dark');
  await page.evaluate(() => {
    const words = document.createElement('p');
    words.textContent = 'Hardly to be read.';
    words.style.color = '#333';
    document.querySelector('main')?.append(words);
  });
  await expect(axe('pale words')).rejects.toThrow('color-contrast');
});
