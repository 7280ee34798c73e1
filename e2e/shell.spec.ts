// What surrounds every page, in the real build under a deep base: prerendered text, deep links, the policy, the
// theme, navigation, and the whole lab with the network off.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures';
import { ownServer } from './own-server';
import { ready } from './steps';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const routes = ['', 'learn/neither/', 'lab/', 'history/', 'chaos/', 'gallery/'];

test.describe('every page is a file', () => {
  for (const route of routes) {
    test(`/${route} opens from its address, and hydrates without a difference`, async ({ page }) => {
      await page.goto(route);
      await ready(page);
      await expect(page.locator('main h1')).toHaveCount(1);
      await expect(page).toHaveTitle(/Faultline/);
      expect(await page.locator('meta[name=description]').getAttribute('content')).not.toBe('');
    });
  }

  test('a lesson can be read without JavaScript', async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    // Debian's Firefox takes no notice of the switch above, so the scripts are taken out of the page as well.
    await page.route('**/learn/neither/', async (route) => {
      const body = await (await route.fetch()).text();
      await route.fulfill({ contentType: 'text/html', body: body.replace(/<script[\s\S]*?<\/script>/g, '') });
    });
    await page.goto('learn/neither/');
    await expect(page.locator('main h1')).toBeVisible();
    const words = (await page.locator('main').innerText()).split(/\s+/).length;
    expect(words).toBeGreaterThan(500);
    // What could do nothing is not shown.
    await expect(page.getByRole('group', { name: 'Theme' })).toBeHidden();
    await page.getByRole('link', { name: 'Lab' }).first().click();
    await expect(page).toHaveURL(/\/lab\/$/);
    await context.close();
  });

  test('no script, style sheet or font is asked for that the page does not have', async ({
    page,
    request,
  }) => {
    for (const route of routes) {
      const html = await (await request.get(route)).text();
      expect(html, `/${route} starts scripts before its text is painted`).not.toMatch(/<script[^>]*\ssrc=/);
      expect(html).not.toMatch(/\sstyle="/);
    }
    await page.goto('');
    await ready(page);
  });
});

test('the policy forbids what the pages do not do', async ({ page, watch }) => {
  await page.goto('');
  await ready(page);
  watch.allow(/Content.Security.Policy|Content-Security-Policy/i, 'the test injects what must be refused');
  await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const paragraph = document.createElement('p');
    paragraph.setAttribute('style', 'color: red');
    document.body.append(paragraph);
    await fetch('https://elsewhere.invalid/').catch(() => {});
    Object.assign(window, { refused });
  });
  const refused = () => page.evaluate(() => [...(window as unknown as { refused: string[] }).refused].sort());
  await expect.poll(refused).toEqual(['connect-src', 'script-src-elem', 'style-src-attr']);
  expect(await page.evaluate(() => 'injected' in window)).toBe(false);
});

test.describe('moving about', () => {
  test('a click loads no new document, names the page and moves focus to its heading', async ({ page }) => {
    await page.goto('');
    await ready(page);
    await page.evaluate(() => Object.assign(window, { same: true }));
    await page
      .locator('main')
      .getByRole('link', { name: /Succeed, throw, or neither/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/learn\/neither\/$/);
    await expect(page).toHaveTitle(/Succeed, throw, or neither/);
    await expect(page.locator('main h1')).toBeFocused();
    await page.getByRole('link', { name: 'Lab' }).first().click();
    await expect(page).toHaveURL(/base\/lab\/$/);
    await page.getByRole('link', { name: 'Faultline' }).click();
    await expect(page).toHaveURL(/base\/$/);
    expect(await page.evaluate(() => 'same' in window)).toBe(true);
  });

  test('back returns to the place one left', async ({ page }) => {
    await page.goto('');
    await ready(page);
    await page.evaluate(() => scrollTo(0, 900));
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
    await page.evaluate(() => document.querySelector<HTMLElement>('header a[href$="history/"]')?.click());
    await expect(page).toHaveURL(/\/history\/$/);
    await expect(page.locator('main h1')).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await expect(page).toHaveURL(/base\/$/);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(900);
  });

  test('the skip link goes to the text', async ({ page }) => {
    await page.goto('lab/');
    await ready(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
  });

  test('every control of the shell is large enough for a thumb, and nothing scrolls sideways', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const route of routes) {
      await page.goto(route);
      // The theme switch is there only once scripts have run.
      await ready(page);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `/${route} at 320 px`).toBeLessThanOrEqual(320);
    }
    for (const control of await page.locator('header a, header label').all()) {
      const box = await control.boundingBox();
      const name = await control.innerText();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), name).toBeGreaterThanOrEqual(44);
    }
  });
});

test('the chosen theme is kept, and is there before the first paint', async ({ page }) => {
  await page.goto('');
  await ready(page);
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect.poll(paper).toBe('rgb(18, 22, 28)');
  await page.goto('lab/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await ready(page);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await page.getByRole('radio', { name: 'Light' }).check({ force: true });
  await expect.poll(paper).toBe('rgb(251, 250, 246)');
});

test('axe finds nothing in the shell, in either theme', async ({ page, axe }) => {
  test.setTimeout(120_000);
  for (const theme of ['Light', 'Dark']) {
    await page.goto('');
    await ready(page);
    await page.getByRole('radio', { name: theme }).check({ force: true });
    await axe(`home, ${theme}`);
  }
});

test.describe('an address that names nothing', () => {
  test('404.html finds its styles and the way home from any depth', async ({ page, watch, baseURL }) => {
    watch.allow(/404|ERR_FAILED/, 'the address is missing on purpose');
    const missing = readFileSync(join(dist, '404.html'), 'utf8');
    await page.route('**/no/such/page', (route) =>
      route.fulfill({ status: 404, contentType: 'text/html', body: missing }),
    );
    await page.goto('no/such/page');
    await ready(page);
    await expect(page.locator('h1')).toHaveText('There is no page at this address');
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.body).margin)).toBe('0px');
    await page.getByRole('link', { name: 'course map' }).click();
    await expect(page).toHaveURL(baseURL ?? '');
    await expect(page.getByRole('heading', { level: 2, name: 'The course' })).toBeVisible();
  });
});

test.describe('with the server gone', () => {
  test('every page opens from its address after one visit', async ({ browser }) => {
    const { server, watch, page, end } = await ownServer(browser);
    await server.close();
    for (const route of routes) {
      await page.goto(route);
      await ready(page);
      await expect(page.locator('main h1')).toBeVisible();
    }
    // A second time, and with all that a link may carry.
    await page.goto('lab/?hide=log#s=v1.x');
    await ready(page);
    await page.reload();
    await ready(page);
    watch.allow(/no\/such|REFUSED|Failed to load|no-response/i, 'nobody keeps a page that is not there');
    await page.goto('no/such/page');
    await expect(page.locator('h1')).toHaveText('There is no page at this address');
    await ready(page);
    // A folder without its slash is still that folder.
    await page.goto('learn/neither');
    await expect(page).toHaveURL(/\/learn\/neither\/$/);
    await ready(page);
    await end();
  });

  test('the rest of a first visit needs no server either', async ({ browser }) => {
    const { server, page, end } = await ownServer(browser);
    await server.close();
    await page.getByRole('link', { name: 'Gallery' }).click();
    await expect(page).toHaveTitle(/Gallery/);
    await end();
  });
});

test('a new version waits until it is taken', async ({ browser }) => {
  const { root, context, page, end } = await ownServer(browser);
  await expect(page.getByRole('button', { name: 'Take it' })).toHaveCount(0);

  // The same build with one page changed, and so another list of files in the worker.
  const changed = readFileSync(join(root, 'index.html'), 'utf8').replace('<h2 ', '<h2 data-version="2" ');
  writeFileSync(join(root, 'index.html'), changed);
  const worker = readFileSync(join(root, 'sw.js'), 'utf8');
  const next = worker.replace(/(url:"index\.html",revision:")[0-9a-f]{32}/, `$1${'0'.repeat(32)}`);
  expect(next).not.toBe(worker);
  writeFileSync(join(root, 'sw.js'), next);

  await page.reload();
  const take = page.getByRole('button', { name: 'Take it' });
  await expect(take).toBeVisible();
  await expect(page.getByText('A new version is ready.')).toBeVisible();
  await page.reload();
  await expect(take).toBeVisible();
  await expect(page.locator('h2[data-version]')).toHaveCount(0);

  const other = await context.newPage();
  await other.goto('lab/');
  await ready(other);
  await take.click();
  await expect(page.locator('h2[data-version="2"]')).toHaveCount(1);
  await ready(page);
  await expect(take).toHaveCount(0);
  // The other tab is not reloaded under its reader; it is told.
  await expect(other.getByText('Another tab took a new version.')).toBeVisible();
  await end();
});
