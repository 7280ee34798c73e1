// The figure in a frame on somebody else's page: parts hidden, faults locked, and storage that is forbidden.
import { expect, type Page, test } from './fixtures';

/** A page of the same server that holds nothing but a frame: what a blog would write. */
async function framed(page: Page, address: string) {
  await page.route('**/blog.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>A blog</title><h1>A blog</h1>
        <iframe title="A figure" width="900" height="900" sandbox="allow-scripts allow-same-origin" src="${address}"></iframe></html>`,
    }),
  );
  await page.goto('blog.html');
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-ready', '');
  return frame;
}

test('a framed figure plays, hides what it is told to, and keeps hands off when locked', async ({ page }) => {
  const frame = await framed(page, 'embed/neither/?hide=log&lock');
  const figure = frame.getByRole('figure');
  await expect(figure.getByRole('tab', { name: 'Log' })).toHaveCount(0);
  await expect(figure.getByRole('tab', { name: 'Table' })).toHaveCount(1);
  await expect(figure.getByRole('group', { name: 'Things to do' })).toHaveCount(0);
  await expect(figure.locator('[data-spot]')).toHaveCount(0);
  await expect(figure.getByRole('tab', { name: 'Knobs' })).toHaveCount(0);
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(figure.locator('[data-ledger=delivered]')).not.toHaveText('0');
});

test('without flags it is whole, and a word that means nothing is passed over', async ({ page }) => {
  const frame = await framed(page, 'embed/neither/?hide=nonsense');
  const figure = frame.getByRole('figure');
  await expect(figure.getByRole('tab', { name: 'Log' })).toHaveCount(1);
  await figure.getByRole('button', { name: 'Cut the link', exact: true }).click();
  await expect(figure.getByRole('button', { name: /which is cut$/ })).toHaveCount(1);
});

test.describe('with storage that throws', () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      const forbidden = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { configurable: true, get: forbidden });
      }
    });
  });

  test('a framed figure works', async ({ page }) => {
    const frame = await framed(page, 'embed/neither/');
    await frame.getByRole('button', { name: 'Step', exact: true }).click();
    await expect(frame.locator('[data-ledger=delivered]')).toHaveText('1');
  });

  test('a lesson works, and says that progress is not kept', async ({ page }) => {
    await page.goto('learn/neither/');
    await expect(page.locator('html')).toHaveAttribute('data-ready', '');
    const says = page.locator('article').getByText('This browser does not let the lab keep anything.');
    await expect(says).toBeVisible();
    const bet = page.locator('[data-part=bet]');
    await bet.getByRole('radio', { name: 'Once.' }).check({ force: true });
    await bet.getByRole('radio', { name: 'Guessing' }).check({ force: true });
    await bet.getByRole('button', { name: 'Lock in' }).click();
    await expect(bet.getByRole('heading', { name: 'Your prediction is locked' })).toBeVisible();
  });
});
