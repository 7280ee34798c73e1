// The kinds of questions about histories and partitions, as the gallery shows them: by keyboard and by pointer.
import { expect, test } from './fixtures';
import { question } from './quiz';
import { ready } from './steps';

test('points are placed by keyboard alone', async ({ page }) => {
  await page.goto('gallery/');
  await ready(page);
  const asked = question(page, 'points');
  await asked.getByRole('checkbox', { name: 'It never took effect' }).focus();
  await page.keyboard.press('Space');
  // The write of 2 goes first, before the read of it; the write of 1 last but for the read of 1.
  await asked.getByRole('slider', { name: '2, write 2 by B' }).focus();
  await page.keyboard.press('Home');
  await asked.getByRole('button', { name: 'After the point behind it: 1, write 1 by A' }).focus();
  await page.keyboard.press('Enter');
  await expect(asked.getByRole('checkbox', { name: 'It never took effect' })).toBeChecked();
  await expect(asked.getByRole('slider', { name: '1, write 1 by A' })).toHaveAttribute(
    'aria-valuetext',
    '4 of 4, after 4, read → 1 by C',
  );
  await asked.getByRole('button', { name: 'Before the point ahead of it: 1, write 1 by A' }).focus();
  await page.keyboard.press('Enter');
  await asked.getByRole('button', { name: 'Lock in and check' }).focus();
  await page.keyboard.press('Enter');
  await expect(asked).toHaveAttribute('data-state', 'right');
  await expect(page.locator(':focus')).toHaveText('So it can have been');
});

test('a target is tuned for, and clocks are filled in, by keyboard alone', async ({ page }) => {
  await page.goto('gallery/');
  await ready(page);
  const tuned = question(page, 'tuned');
  await tuned.getByRole('combobox').focus();
  await page.keyboard.press('ArrowUp');
  await expect(tuned.getByRole('combobox')).toHaveValue('majority');
  const latency = tuned.getByRole('slider');
  await latency.focus();
  await page.keyboard.press('Home');
  await tuned.getByRole('button', { name: /^Run it/ }).focus();
  await page.keyboard.press('Enter');
  await expect(tuned).toHaveAttribute('data-state', 'right');
  await expect(page.locator(':focus')).toHaveText('Tuned so, the run meets the target');
  const filled = question(page, 'filled');
  await filled.getByRole('textbox', { name: 'l of a2' }).focus();
  for (const [i, text] of ['11', '1', '11', '2', '15', '0'].entries()) {
    if (i > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
  await filled.getByRole('button', { name: 'Lock in and check' }).focus();
  await page.keyboard.press('Enter');
  await expect(filled).toHaveAttribute('data-state', 'right');
});

test('a point is dragged along its bar, and stops at the end of it', async ({ page }) => {
  await page.goto('gallery/');
  await ready(page);
  const asked = question(page, 'points');
  await asked.scrollIntoViewIfNeeded();
  const bar = asked.locator('[data-operation="2"] rect').last();
  const box = await bar.boundingBox();
  if (!box) throw new Error('The bar is not drawn.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 200, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  const slider = asked.getByRole('slider', { name: '2, write 2 by B' });
  await expect(slider).toHaveValue((await slider.getAttribute('max')) ?? '');
});
