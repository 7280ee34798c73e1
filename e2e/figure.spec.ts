// What a figure promises wherever it stands: no frames at rest, one position by every way of scrubbing, every deed
// undone, every future kept, discrete pictures for those who want no motion, and room on a narrow screen.
import type { Locator } from '@playwright/test';
import { expect, type Page, test } from './fixtures';
import { button, figureIn, part, ready, toldBy } from './steps';

type Counting = { frames: number; realFrame: typeof requestAnimationFrame };

/** Counts the frames that the page asks for. */
async function countFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const realFrame = window.requestAnimationFrame.bind(window);
    const counting = Object.assign(window, { frames: 0, realFrame });
    window.requestAnimationFrame = (callback) => {
      counting.frames++;
      return realFrame(callback);
    };
  });
}

/** How many frames the page asks for while the browser draws thirty of its own. */
const framesAskedFor = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const counting = window as unknown as Counting;
    const before = counting.frames;
    for (let i = 0; i < 30; i++) await new Promise((drawn) => counting.realFrame(drawn));
    return counting.frames - before;
  });

async function openLesson(page: Page): Promise<Locator> {
  await page.goto('learn/neither/');
  await ready(page);
  return figureIn(part(page, 'hook'));
}

async function goTo(page: Page, figure: Locator, ms: number): Promise<void> {
  await button(figure, 'Go to').click();
  const field = page.getByLabel(/^Moment/).filter({ visible: true });
  // Typed over what is selected, as a person does: `fill` adds to what a number box holds in Debian's Firefox.
  await field.press('Control+a');
  await page.keyboard.type(String(ms));
  await field.press('Enter');
  await field.press('Escape');
}

async function runToTheEnd(page: Page, figure: Locator): Promise<void> {
  await button(figure, 'Run until').click();
  await page.getByRole('menuitem', { name: 'The end' }).click();
}

test('paused or out of sight it uses no frames', async ({ page }) => {
  await countFrames(page);
  const figure = await openLesson(page);
  await expect.poll(() => framesAskedFor(page), 'at rest').toBe(0);
  await button(figure, 'Play').click();
  await expect.poll(() => framesAskedFor(page), 'playing').toBeGreaterThan(15);
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  await expect(figure).not.toBeInViewport();
  await expect.poll(() => framesAskedFor(page), 'out of sight').toBe(0);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await expect.poll(() => framesAskedFor(page), 'back in sight').toBeGreaterThan(15);
  await button(figure, 'Pause').click();
  await expect.poll(() => framesAskedFor(page), 'paused').toBe(0);
});

test('arrows, the tape and the number field come to the same positions', async ({ page }) => {
  const figure = await openLesson(page);
  await runToTheEnd(page, figure);
  const time = figure.getByRole('slider', { name: 'Time' });
  await time.press('Home');
  await expect(figure.locator('[data-clock]').first()).toHaveText('0 ms');
  await time.press('ArrowRight');
  await time.press('ArrowRight');
  const byArrows = await toldBy(figure);
  expect(byArrows.moment).toBe('60 ms');

  await goTo(page, figure, 0);
  await goTo(page, figure, 60);
  expect(await toldBy(figure)).toEqual(byArrows);

  // A click on the tape, a little after the same event and before the next.
  const tape = figure.locator('svg[data-part=tape]');
  const grip = await tape.locator('g[data-grip]').boundingBox();
  const box = await tape.boundingBox();
  if (!grip || !box) throw new Error('The tape has no cursor.');
  await goTo(page, figure, 0);
  await tape.click({ position: { x: grip.x + grip.width / 2 - box.x + 2, y: box.height - 40 } });
  const { moment: _, ...byTape } = await toldBy(figure);
  const { moment: __, ...expected } = byArrows;
  expect(byTape).toEqual(expected);
});

test('what was done is undone and redone, by button and by key', async ({ page }) => {
  const figure = await openLesson(page);
  const before = await toldBy(figure);
  await button(figure, 'Cut the link').click();
  const after = await toldBy(figure);
  expect(after).not.toEqual(before);
  await button(figure, 'Undo').click();
  expect(await toldBy(figure)).toEqual(before);
  await button(figure, 'Redo').click();
  expect(await toldBy(figure)).toEqual(after);
  await page.keyboard.press('Control+z');
  expect(await toldBy(figure)).toEqual(before);
  await page.keyboard.press('Control+y');
  expect(await toldBy(figure)).toEqual(after);
});

test('an old future is kept, named by what replaced it, and compared', async ({ page }) => {
  const figure = await openLesson(page);
  await runToTheEnd(page, figure);
  const calm = await toldBy(figure);
  await goTo(page, figure, 34);
  await button(figure, 'Cut the link').click();
  await runToTheEnd(page, figure);
  await figure.getByRole('tab', { name: 'Branches' }).click();
  const branches = figure.locator('[data-branch]');
  await expect(branches).toHaveCount(2);
  await expect(figure.locator('[data-branch][aria-current]')).toContainText('Cut browser–payment at 34 ms');
  await branches
    .first()
    .getByRole('button', { name: /^Compare/ })
    .click();
  const compared = figure.locator('[data-part=compare]');
  await expect(compared.locator('[data-part=tape]')).toHaveCount(2);
  await expect(compared.locator('[data-parted=yes]')).toContainText('They part here');
  await branches.first().getByRole('button', { name: /^Show/ }).click();
  await figure.getByRole('tab', { name: 'Log' }).click();
  await runToTheEnd(page, figure);
  expect(await toldBy(figure)).toEqual(calm);
});

test('for those who want no motion a message does not glide', async ({ page }) => {
  // Debian's Firefox takes no notice of an emulated preference, so the page is told by its own question.
  await page.addInitScript(() => {
    const ask = window.matchMedia.bind(window);
    window.matchMedia = (query) => ask(/reduced-motion/.test(query) ? 'all' : query);
  });
  const places = async (): Promise<number> => {
    const figure = await openLesson(page);
    await button(figure, 'Play').click();
    return page.evaluate(async () => {
      const seen = new Set<string>();
      const figure = document.querySelector('[data-part=hook] figure');
      for (let i = 0; i < 15; i++) {
        await new Promise(requestAnimationFrame);
        const moving = figure?.querySelectorAll('svg:not([data-part=tape]) [data-token]') ?? [];
        seen.add([...moving].map((token) => token.getAttribute('transform')).join());
      }
      return seen.size;
    });
  };
  expect(await places()).toBe(1);
});

test('at 320 pixels nothing in a figure scrolls the page sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const figure = await openLesson(page);
  for (const tab of await figure.getByRole('tab').all()) {
    await tab.click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, `with the panel ${await tab.innerText()}`).toBeLessThanOrEqual(320);
  }
});

test.describe('a link that is damaged or hostile', () => {
  const links = [
    '#s=v1.x',
    '#s=v9.HYy9CsMwDAbf5Zs9qMT5qV6ldDCxiLUoxXJLIeTdY7Ld3XAHfuBHgNimJjf6Kpaq7mCYaCtSEVCSlx7maZyWJ829eJOPg1',
    '#s=v1.<script>document.title="taken"</script>',
    `#s=v1.${'A'.repeat(100_000)}`,
  ];
  for (const [i, link] of links.entries()) {
    test(`gets a sentence and leaves progress alone, ${i + 1} of ${links.length}`, async ({ page }) => {
      await page.goto('learn/neither/');
      await ready(page);
      const bet = part(page, 'bet');
      await bet.getByRole('radio', { name: 'Once.' }).check({ force: true });
      await bet.getByRole('radio', { name: 'Guessing' }).check({ force: true });
      await button(bet, 'Lock in').click();
      await expect(bet.getByRole('heading', { name: 'Your prediction is locked' })).toBeVisible();
      const stored = () => page.evaluate(() => JSON.stringify(localStorage));
      const before = await stored();
      expect(before).toContain('once');
      await page.goto(`lab/${link}`);
      await ready(page);
      await expect(page.getByText('That run cannot be shown')).toBeVisible();
      await expect(page.getByRole('figure').first()).toBeVisible();
      await expect(page).toHaveTitle(/^Lab/);
      expect(await stored()).toBe(before);
    });
  }
});
