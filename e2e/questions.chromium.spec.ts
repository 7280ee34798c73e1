// The kinds of questions, as the gallery shows them, asked and answered: axe finds nothing in either theme.
import { expect, test } from './fixtures';
import { question } from './quiz';
import { ready } from './steps';
import { choose, themes } from './themes';

for (const theme of themes) {
  test(`axe finds nothing in questions about histories, ${theme.toLowerCase()}`, async ({ page, axe }) => {
    // Nine questions, each looked at twice.
    test.setTimeout(120_000);
    await page.goto('gallery/');
    await ready(page);
    await choose(page, theme);
    const locked = ['stale', 'strongest', 'points', 'nowhere', 'partition', 'filled', 'logs', 'elected'];
    const all = [...locked, 'tuned'];
    for (const id of all) {
      await question(page, id).scrollIntoViewIfNeeded();
      await axe(`${id}, ${theme}`, `[data-question=${id}]`);
    }
    await question(page, 'stale').getByLabel('4, read').check();
    await question(page, 'strongest').getByLabel('Linearizable').check();
    await question(page, 'points').getByLabel('There is no such placement').check();
    await question(page, 'nowhere').getByLabel('There is no such placement').check();
    await question(page, 'partition').getByRole('radio', { name: 'Side 2' }).first().check({ force: true });
    const cells = question(page, 'filled').getByRole('textbox');
    for (const cell of await cells.all()) await cell.pressSequentially('4');
    await question(page, 'logs').getByRole('button', { name: 'Begin with the logs above' }).click();
    await question(page, 'elected').getByRole('textbox').fill('2');
    await question(page, 'elected').getByRole('combobox').selectOption('nobody');
    for (const id of locked) {
      await question(page, id)
        .getByRole('button', { name: /^Lock in/ })
        .click();
      await expect(question(page, id)).toHaveAttribute('data-state', id === 'nowhere' ? 'right' : 'wrong');
      await axe(`${id}, answered, ${theme}`, `[data-question=${id}]`);
    }
    const tuned = question(page, 'tuned');
    await tuned.getByRole('button', { name: /^Run it/ }).click();
    await expect(tuned.getByText('Wanted: Bob reads 1. Not so')).toBeVisible();
    await axe(`tuned, not yet, ${theme}`, '[data-question=tuned]');
    await tuned.getByRole('button', { name: /^Show me/ }).click();
    await expect(tuned).toHaveAttribute('data-state', 'wrong');
    await axe(`tuned, shown, ${theme}`, '[data-question=tuned]');
  });
}
