// Lesson 33 as a learner meets it: a leader is elected beyond a cut by hand, an entry is overwritten, Figure 8 is
// reached, and one question of each kind is answered.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { pointer } from './hands';
import { button, figureIn, goTo, part, ready, toTheEnd } from './steps';

const question = (page: Page, id: string): Locator => page.locator(`[data-question="${id}"]`);
const cells = (figure: Locator, server: string): Locator =>
  figure.locator(`[data-part=logs] tr[data-node=${server}]`).getByRole('cell');

async function overwrite(page: Page): Promise<void> {
  const hands = pointer(page);
  const puzzle = part(page, 'puzzle');
  const figure = figureIn(puzzle);
  const cut = button(figure, 'Cut S1, S2 and Alice off');
  const mend = button(figure, 'Mend the network');
  // Mended while Alice still waits is too early: she asks again, and is answered.
  await goTo(figure, 850_000);
  await hands.press(cut);
  await goTo(figure, 1_450_000);
  await hands.press(mend);
  await toTheEnd(figure, hands);
  await expect(puzzle.getByText('Not this run.')).toBeVisible();

  await hands.press(button(puzzle, 'New run'));
  await goTo(figure, 850_000);
  await hands.press(cut);
  await goTo(figure, 1_700_000);
  // Two lead at once, each with an entry in the third place.
  await expect(figure.getByRole('button', { name: /^S1: leader, term 1/ })).toBeAttached();
  await expect(figure.getByRole('button', { name: /^S[345]: leader, term [2-9]/ })).toBeAttached();
  await expect(cells(figure, 'S1').nth(4)).toHaveText('term 1 green, not committed');
  await expect(cells(figure, 'S3').nth(4)).toHaveText(/^term [2-9] no-op, committed$/);
  await hands.press(mend);
  await toTheEnd(figure, hands);
  await expect(puzzle.getByText('This run does it.')).toBeVisible();
  await expect(cells(figure, 'S1').nth(4)).toHaveText(/^term [2-9] no-op, committed$/);
}

async function reachFigure8(page: Page): Promise<void> {
  const hands = pointer(page);
  const twin = part(page, 'twin');
  await toTheEnd(twin, hands);
  const [right, counting] = [twin.getByRole('region').first(), twin.getByRole('region').nth(1)];
  for (const half of [right, counting]) {
    // Four of five had “red”, and only the disk of S1, which is down, has it still.
    await expect(cells(half, 'S1').nth(3)).toHaveText('term 1 red, on disk');
    await expect(cells(half, 'S3').nth(3)).toHaveText('term 2 no-op, committed');
  }
  // Where the rule is kept Alice was told nothing, and asked again; where it is not she had been told that it is done.
  await expect(cells(right, 'S3').nth(5)).toHaveText('term 4 red, committed');
  await expect(counting.getByRole('cell', { name: /red, committed/ })).toHaveCount(0);
}

async function putInOrder(page: Page): Promise<void> {
  const asked = question(page, 'one-write');
  const order = ['S1 writes', 'S2 writes', 'S1 hears', 'S2 hears', 'Alice is told'];
  const lines = asked.getByRole('listitem');
  for (const [place, words] of order.entries()) {
    const at = async () => (await lines.allInnerTexts()).findIndex((text) => text.includes(words));
    for (let from = await at(); from > place; from--) {
      await button(asked, new RegExp(`^Earlier: ${words}`)).click();
      await expect.poll(at).toBe(from - 1);
    }
  }
  await button(asked, 'Lock in and check').click();
  await expect(asked).toHaveAttribute('data-state', 'right');
}

async function predict(page: Page): Promise<void> {
  const asked = question(page, 'four-of-five');
  await pointer(page).pick(asked.getByRole('radio', { name: /^“red”\. A majority/ }));
  await button(asked, 'Lock in and run').click();
  await expect(asked).toHaveAttribute('data-state', 'wrong');
  await expect(asked).toContainText('S1 does not crash again, and its entry of term 3 comes to a majority');
}

async function diagnose(page: Page): Promise<void> {
  const asked = question(page, 'what-became');
  for (const name of [
    /cut off from all five/,
    /every answer to her was lost/,
    /All five had crashed/,
    /cannot be known/,
  ]) {
    await asked.getByRole('checkbox', { name }).check({ force: true });
  }
  await button(asked, 'Lock in and check').click();
  await expect(asked).toHaveAttribute('data-state', 'right');
}

async function fillTheLog(page: Page): Promise<void> {
  const asked = question(page, 'figure-7');
  await button(asked, 'Begin with the logs above').click();
  // The entries of term 7 make way for the first of term 8; what f has stays as it is so far.
  const entry = (nth: number) => asked.getByRole('textbox', { name: `d, entry ${nth}, term` });
  await expect(entry(12)).toHaveValue('7');
  await entry(11).press('Control+a');
  await entry(11).pressSequentially('8');
  await entry(12).press('Control+a');
  await entry(12).press('Delete');
  await button(asked, 'Lock in and run').click();
  await expect(asked).toHaveAttribute('data-state', 'right');
}

async function beTheAdversary(page: Page): Promise<void> {
  const hands = pointer(page);
  const asked = question(page, 'into-figure-8');
  await hands.press(button(asked, 'Begin'));
  const figure = figureIn(asked);
  // S3 and S4 have stored “red”, and S1 has not heard so.
  await goTo(figure, 1_235_000);
  await hands.press(button(figure, 'Crash S1'));
  await hands.choose(figure.getByRole('button', { name: /^S5: / }), 'Restart');
  await toTheEnd(figure, hands);
  await expect(asked).toHaveAttribute('data-state', 'right');
}

test('a leader beyond a cut, an entry overwritten, Figure 8, and a question of each kind', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await page.goto('learn/raft/');
  await ready(page);
  await overwrite(page);
  await reachFigure8(page);
  await putInOrder(page);
  await predict(page);
  await diagnose(page);
  await fillTheLog(page);
  await beTheAdversary(page);
});
