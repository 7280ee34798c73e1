// The watch over every page notices what it should: each kind of trouble, made on purpose, is told.
import { expect, test, watching } from './fixtures';

const troubles: Record<string, string> = {
  'an error on the console': "console.error('lost')",
  'an exception': "queueMicrotask(() => { throw new Error('lost'); })",
  'a file that is not there': "fetch('./nowhere.js')",
  'another host': "fetch('http://example.org/').catch(() => {})",
};

for (const [title, script] of Object.entries(troubles)) {
  test(`tells of ${title}`, async ({ browser, baseURL }) => {
    if (!baseURL) throw new Error('the configuration names the address');
    const context = await browser.newContext({ baseURL });
    const watch = watching(new URL(baseURL).origin);
    watch.add(context);
    await context.route('**/trouble.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><link rel="icon" href="data:,"><script>${script}</script>`,
      }),
    );
    const page = await context.newPage();
    await page.goto('trouble.html');
    await expect.poll(() => watch.problems).not.toEqual([]);
    await context.close();
  });
}

test('is quiet about what a test allows, and about nothing else', async ({ page, watch }) => {
  watch.allow(/404/, 'it asks for a page that is not there');
  const response = await page.goto('nothing/here/');
  expect(response?.status(), 'the server has no fallback').toBe(404);
  expect(watch.problems).toEqual([]);
});

test('axe rejects an image without a name', async ({ page, axe }) => {
  await page.route('**/broken.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><html lang="en"><title>x</title><link rel="icon" href="data:,"><main><h1>x</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="></main></html>',
    }),
  );
  await page.goto('broken.html');
  await expect(axe('an image without a name')).rejects.toThrow('image-alt');
});
