// The steps of a new user's path, each as a person would take it, in whatever way the hands take hold of things.
import { expect, type Locator, type Page } from '@playwright/test';
import type { Hands } from './hands';

/** Waits until the page has started: scripts come after the text. Its figures may still wait for somebody. */
export async function started(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-ready', '');
}

/** Waits until all of the page answers: somebody is there, and so its figures come. */
export async function ready(page: Page): Promise<void> {
  await started(page);
  await page.keyboard.press('Shift');
  await expect(page.locator('html')).toHaveAttribute('data-whole', '');
}

export const part = (page: Page, name: string): Locator => page.locator(`[data-part=${name}]`);
export const figureIn = (place: Locator): Locator => place.locator('figure').first();
export const button = (place: Locator | Page, name: string | RegExp): Locator =>
  place.getByRole('button', { name, exact: true });

/** What is told of a run: the same words must come out wherever the same run is shown at the same moment. */
export async function toldBy(figure: Locator) {
  const marks = figure.locator('[data-part=tape] [data-entry]');
  return {
    ledger: await figure.locator('[data-part=ledger]').innerText(),
    moment: await figure.locator('[data-clock]').first().innerText(),
    log: await figure.getByRole('log').getByRole('button').allInnerTexts(),
    tape: await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute('data-entry')).sort()),
  };
}

/** Records what the page copies: a browser lets nobody read its clipboard back. */
export async function watchClipboard(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const { clipboard } = navigator;
    // An empty page, which some browsers open first, has none.
    if (!clipboard) return;
    const write = clipboard.writeText.bind(clipboard);
    clipboard.writeText = async (text: string) => {
      Object.assign(window, { copied: text });
      await write(text);
    };
  });
  return () => page.evaluate(() => (window as unknown as { copied?: string }).copied ?? '');
}

export async function cutTheLinkAtHome(page: Page, hands: Hands): Promise<void> {
  const figure = page.getByRole('figure', { name: 'Are you there?' });
  await hands.press(
    button(figure.getByRole('group', { name: 'Things to do' }), 'Cut the link between A and B'),
  );
  await expect(button(figure, 'Mend the link between A and B, which is cut')).toBeAttached();
  await hands.press(button(figure, 'Play'));
  // A learns nothing but that nothing came; what became of B it cannot say.
  await expect(figure.getByRole('button', { name: /^A: B: no answer/ })).toBeAttached();
  await expect(figure.locator('[data-ledger=dropped]')).not.toHaveText('0');
  await hands.press(button(figure, 'Pause'));
}

export async function betWrongly(page: Page, hands: Hands): Promise<void> {
  const bet = part(page, 'bet');
  await hands.press(button(bet, 'Lock in'));
  await expect(bet.getByRole('status')).toHaveText('Choose what you think will happen, then lock it in.');
  await hands.pick(bet.getByRole('radio', { name: /^Not at all/ }));
  await hands.pick(bet.getByRole('radio', { name: 'Certain' }));
  await hands.press(button(bet, 'Lock in'));
  await expect(bet.getByRole('heading', { name: 'Your prediction is locked' })).toBeFocused();
  await expect(bet.getByRole('radio', { name: 'Once.' })).toBeDisabled();
}

export async function runTheStory(page: Page, hands: Hands): Promise<void> {
  const story = part(page, 'beats').getByRole('region', { name: 'The run, step by step' });
  await hands.press(button(part(page, 'bet'), 'Run it'));
  for (const step of [1, 2, 3, 4]) {
    await expect(story).toContainText(`Step ${step} of 4`);
    if (step === 4) break;
    await hands.press(button(story, 'Next step'));
  }
  await expect(story).toContainText('The card is charged, and the browser does not know.');
}

export async function seeWhereTheyPart(page: Page): Promise<void> {
  const reconcile = part(page, 'reconcile');
  await expect(reconcile.getByRole('heading', { name: 'The run goes another way' })).toBeVisible();
  await expect(reconcile).toContainText('the request is lost, and not the answer');
  const here = reconcile.locator('dl > div', { hasText: 'In this run' });
  const there = reconcile.locator('dl > div', { hasText: 'In the world of your answer' });
  await expect(here).toContainText('receives');
  await expect(there).toContainText(/charge request 1 .* is (lost|dropped)/);
  await expect(reconcile).toContainText('You said that you were certain');
}

/** A message of the figure, by what it is called. */
export const message = (figure: Locator, name: string): Locator =>
  figure.locator('[data-spot=message]').and(figure.getByRole('button', { name: new RegExp(`^${name}`) }));

export const toTheEnd = (figure: Locator, hands: Hands): Promise<void> =>
  hands.choose(button(figure, 'Run until'), 'The end');

export const duplicateTheRequest = (figure: Locator, hands: Hands): Promise<void> =>
  hands.choose(message(figure, 'charge request 1 '), 'Duplicate');

/** Takes a figure to a moment, in microseconds, by typing it in. */
export async function goTo(figure: Locator, us: number): Promise<void> {
  await button(figure, 'Go to').click();
  const page = figure.page();
  const field = page.getByLabel(/^Moment/).filter({ visible: true });
  // Typed over what is selected, as a person does: `fill` adds to what a number box holds in Debian's Firefox.
  await field.press('Control+a');
  await page.keyboard.type(String(us / 1000));
  await field.press('Enter');
  await field.press('Escape');
  await expect(figure.getByRole('slider', { name: 'Time', exact: true })).toHaveValue(String(us));
}
