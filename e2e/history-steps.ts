// The steps of a learner in the history lab, and what there is to see after them.
import type { Locator } from '@playwright/test';
import { expect, type Page } from './fixtures';
import { button, ready } from './steps';

export const bar = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('group', { name: 'Operations on the tape' }).getByRole('button', { name });
export const model = (page: Page, name: string): Locator => page.locator(`[data-model="${name}"]`);
export const verdict = (page: Page, name: string) =>
  expect(model(page, name)).toHaveAttribute('data-verdict', /./);
export const judged = (page: Page) =>
  expect(page.locator('[data-part=job]')).toHaveAttribute('data-mode', 'done');
export const says = async (page: Page, name: string, word: string) => {
  await expect(model(page, name), name).toHaveAttribute('data-verdict', word);
};

export async function open(page: Page): Promise<void> {
  await page.goto('history/');
  await ready(page);
  // Only script can put the buttons over their bars.
  await expect(page.locator('[data-operation][data-placed]').first()).toBeAttached();
}

/** As a person does: what stands in the field goes, and each letter is pressed. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

export async function paste(page: Page, text: string): Promise<void> {
  await type(page, 'Paste a history', text);
  await button(page, 'Open what is pasted').click();
}

export const openFile = (page: Page, name: string, text: string): Promise<void> =>
  page
    .locator('[data-part=file]')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

export const op = (process: string, type: string, value: unknown, start: number, end: number | null) => ({
  process,
  type,
  value,
  start,
  end,
});
