// The questions of lesson 01, answered: the first wrongly and then rightly, then one of each kind, then the rest.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands';
import { button, duplicateTheRequest, figureIn, toTheEnd } from './steps';

export const question = (page: Page, id: string): Locator => page.locator(`[data-question="${id}"]`);

async function predict(asked: Locator, hands: Hands, option: RegExp): Promise<void> {
  await hands.pick(asked.getByRole('radio', { name: option }));
  await hands.press(button(asked, 'Lock in and run'));
}

export async function answerWrongly(page: Page, hands: Hands): Promise<void> {
  const asked = question(page, 'retry');
  await predict(asked, hands, /^One\./);
  await expect(asked).toHaveAttribute('data-state', 'wrong');
  await expect(asked.getByRole('heading', { name: 'The run goes another way' })).toBeFocused();
  await expect(asked).toContainText('the request is lost, and not the answer');
}

export async function answerRightly(page: Page, hands: Hands): Promise<void> {
  const asked = question(page, 'retry');
  await hands.press(button(asked, 'Try it again'));
  await expect(asked).toBeFocused();
  await predict(asked, hands, /^Two\.$/);
  await expect(asked).toHaveAttribute('data-state', 'right');
  await expect(asked).toContainText('A further try counts as practice.');
}

async function diagnose(page: Page, hands: Hands): Promise<void> {
  const asked = question(page, 'which-world');
  const worlds = ['The request was lost.', 'The receipt was lost.', /crashed before/, /crashed after/];
  for (const name of [...worlds, /cannot be known/]) {
    await hands.press(asked.getByRole('checkbox', { name }));
  }
  await hands.press(button(asked, 'Lock in and check'));
  await expect(asked).toHaveAttribute('data-state', 'right');
}

const order = [
  'The browser sends the request.',
  'The service writes the charge.',
  'The service sends the receipt.',
  'The receipt is lost.',
  'The browser gives up.',
];

async function putInOrder(page: Page, hands: Hands): Promise<void> {
  const asked = question(page, 'order');
  const lines = asked.getByRole('listitem');
  for (const [place, event] of order.entries()) {
    const at = async () => (await lines.allInnerTexts()).findIndex((text) => text.includes(event));
    for (let from = await at(); from > place; from--) {
      await hands.press(button(asked, `Earlier: ${event}`));
      await expect.poll(at).toBe(from - 1);
    }
  }
  await hands.press(button(asked, 'Lock in and check'));
  await expect(asked).toHaveAttribute('data-state', 'right');
}

async function beTheAdversary(page: Page, hands: Hands): Promise<void> {
  const asked = question(page, 'two-for-one');
  await hands.press(button(asked, 'Begin'));
  const figure = figureIn(asked);
  // A run that does not do it is said to, and costs nothing.
  await toTheEnd(figure, hands);
  await expect(asked.getByText('Not yet: this run ended with')).toBeVisible();
  await hands.press(button(asked, 'New run'));
  await duplicateTheRequest(figure, hands);
  await toTheEnd(figure, hands);
  await expect(asked.getByRole('heading', { name: 'You made it happen' })).toBeFocused();
  await expect(asked).toHaveAttribute('data-state', 'right');
}

export async function answerTheQuiz(page: Page, hands: Hands): Promise<void> {
  await answerWrongly(page, hands);
  await answerRightly(page, hands);
  await diagnose(page, hands);
  await putInOrder(page, hands);
  await beTheAdversary(page, hands);
  for (const [id, option] of [
    ['overtaken', /^The second\./],
    ['until-it-works', /^Two\.$/],
  ] as const) {
    await predict(question(page, id), hands, option);
    await expect(question(page, id)).toHaveAttribute('data-state', 'right');
  }
}
