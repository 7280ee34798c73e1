// A new user's path from the front page to a friend's screen. Walked by pointer, by keyboard and without a network.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands';
import { answerTheQuiz } from './quiz';
import {
  betWrongly,
  button,
  cutTheLinkAtHome,
  figureIn,
  part,
  ready,
  runTheStory,
  seeWhereTheyPart,
  started,
  toldBy,
  toTheEnd,
} from './steps';
import { fillTheTable } from './table';

export async function walkTheLesson(page: Page, hands: Hands): Promise<void> {
  await cutTheLinkAtHome(page, hands);
  await hands.press(page.getByRole('link', { name: /^Begin with lesson 01/ }));
  await expect(page).toHaveURL(/\/learn\/neither\/$/);
  await expect(page.locator('main h1')).toBeFocused();

  const opening = figureIn(part(page, 'hook'));
  await hands.press(button(opening, 'Cut the link'));
  await toTheEnd(opening, hands);
  await expect(opening.getByRole('log')).toContainText('because the link is cut');
  await betWrongly(page, hands);
  await runTheStory(page, hands);
  await seeWhereTheyPart(page);
  await fillTheTable(page, hands);
  await answerTheQuiz(page, hands);
  await expect(page.getByText('You have gone through every part of this lesson.')).toBeVisible();
}

export async function findTheProgress(page: Page): Promise<void> {
  await page.reload();
  // What has been begun comes by itself.
  await started(page);
  await expect(part(page, 'bet').getByRole('heading', { name: 'Your prediction is locked' })).toBeVisible();
  await expect(part(page, 'bet').getByRole('radio', { name: /^Not at all/ })).toBeChecked();
  await seeWhereTheyPart(page);
  await expect(part(page, 'puzzle').getByRole('button', { name: /^Play again the run/ })).toHaveCount(8);
  await expect(part(page, 'puzzle')).toContainText('Never receipt, 0 charges.');
  await expect(page.locator('[data-question][data-state=right]')).toHaveCount(6);
  await expect(page.getByText('You have gone through every part of this lesson.')).toBeVisible();
  await expect(part(page, 'hook').locator('summary', { hasText: 'Runs you made' })).toBeVisible();
}

/** Makes a run in the opening figure, copies its link, and says what the run told here. */
export async function copyTheLink(page: Page, hands: Hands, copied: () => Promise<string>) {
  const hook = part(page, 'hook');
  const figure = figureIn(hook);
  await hands.press(button(figure, 'Crash after the write'));
  await hands.choose(button(figure, 'Run until'), 'The next time-out');
  await hands.press(button(hook, 'Copy link to this run'));
  await expect.poll(copied).toContain('/lab/#s=v1.');
  const link = await copied();
  expect(link.length, 'a link fits wherever links are pasted').toBeLessThan(2_000);
  return { link, told: await toldBy(figure) };
}

export async function sees(
  page: Page,
  link: string,
  told: Awaited<ReturnType<typeof toldBy>>,
): Promise<Locator> {
  await page.goto(link);
  await ready(page);
  const figure = page.getByRole('figure', { name: 'One charge, one link' });
  await expect.poll(() => toldBy(figure)).toEqual(told);
  return figure;
}
