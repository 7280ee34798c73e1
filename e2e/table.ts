// The outcome table of lesson 01, filled by runs: what has to be done to each run for it to end in its cell.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands';
import { button, duplicateTheRequest, figureIn, message, part, toTheEnd } from './steps';

type Deed = (figure: Locator, hands: Hands) => Promise<void>;

async function turnKnob(figure: Locator, hands: Hands, turn: () => Promise<void>): Promise<void> {
  await hands.show(figure.getByRole('tab', { name: 'Knobs' }));
  const more = figure.locator('summary', { hasText: 'More: ' });
  if (!(await figure.getByLabel('The receipt printer').isVisible())) await hands.press(more);
  await turn();
}

const emptyTheAccount: Deed = (figure, hands) =>
  turnKnob(figure, hands, () => hands.takeNext(figure.getByLabel('The account')));
const breakThePrinter: Deed = (figure, hands) =>
  turnKnob(figure, hands, () => hands.takeNext(figure.getByLabel('The receipt printer')));
const loseReplies: Deed = (figure, hands) =>
  turnKnob(figure, hands, () =>
    hands.turnUp(figure.getByRole('slider', { name: 'Replies lost', exact: true })),
  );

const dropTheRequest: Deed = async (figure, hands) => {
  await hands.drop(message(figure, 'charge request 1 '));
  await expect(figure.locator('[data-ledger=dropped]')).toHaveText('1');
};
/** Steps until the receipt is on its link, then takes it off. */
const dropTheReceipt: Deed = async (figure, hands) => {
  await hands.choose(button(figure, 'Run until'), 'The next delivery');
  await hands.drop(message(figure, 'receipt 1 '));
  await expect(figure.locator('[data-ledger=dropped]')).toHaveText('1');
};

/** Each cell that a run can reach, with the deeds that lead there. */
const runs: readonly { readonly cell: string; readonly deeds: readonly Deed[] }[] = [
  { cell: 'time-out, 0 charges', deeds: [dropTheRequest] },
  { cell: 'time-out, 1 charge', deeds: [dropTheReceipt] },
  { cell: 'time-out, 2 charges', deeds: [duplicateTheRequest, loseReplies] },
  { cell: 'receipt, 1 charge', deeds: [] },
  { cell: 'receipt, 2 charges', deeds: [duplicateTheRequest] },
  { cell: 'error reply, 0 charges', deeds: [emptyTheAccount] },
  { cell: 'error reply, 1 charge', deeds: [breakThePrinter] },
  { cell: 'error reply, 2 charges', deeds: [duplicateTheRequest, breakThePrinter] },
];

export async function fillTheTable(page: Page, hands: Hands): Promise<void> {
  const puzzle = part(page, 'puzzle');
  const table = puzzle.getByRole('table', { name: 'What your runs have shown so far' });
  const figure = figureIn(puzzle);
  for (const { cell, deeds } of runs) {
    const seen = button(table, `Play again the run that ended in ${cell}`);
    // The run with the cut link, made in the opening figure, has filled a cell already.
    const known = cell === 'time-out, 0 charges';
    await expect(seen, `${cell} before its run`).toHaveCount(known ? 1 : 0);
    await hands.press(button(puzzle, 'New run'));
    for (const deed of deeds) await deed(figure, hands);
    await toTheEnd(figure, hands);
    await expect(seen, `${cell} after its run`).toHaveCount(1);
    await expect(puzzle).toContainText(known ? 'you have seen this cell before' : ': a new cell.');
  }
  await expect(puzzle).toContainText('Everything that can happen has happened.');
  // What cannot happen is said, and only that is taken.
  await hands.press(button(table, 'Say that no run can end in receipt, 0 charges'));
  await expect(puzzle.getByText('Never receipt, 0 charges.').locator('xpath=..')).toBeFocused();
  await expect(puzzle).toContainText('The table is full.');
  await expect(puzzle).toContainText('Done, without a hint.');
}
