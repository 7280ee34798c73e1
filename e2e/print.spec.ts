// The handout: a lesson on paper has its text, blank boxes to predict in, and figures frozen at the beats.
import { expect, type Page, test } from './fixtures';
import { part, ready } from './steps';

/**
 * What a browser does when it prints: it says so, and takes the rules for paper. Debian's Firefox takes no notice
 * of an emulated medium, so the rules' own conditions are turned round.
 */
async function toPaper(page: Page, paper: boolean): Promise<void> {
  await page.evaluate((on) => {
    const always = 'all and (min-width: 0px)';
    const [from, to] = on ? ['print', always] : [always, 'print'];
    const turn = (rules: CSSRuleList): void => {
      for (const rule of rules) {
        if (rule instanceof CSSMediaRule && rule.media.mediaText === from) {
          rule.media.mediaText = to;
        }
        if (rule instanceof CSSGroupingRule) turn(rule.cssRules);
      }
    };
    for (const sheet of document.styleSheets) turn(sheet.cssRules);
    window.dispatchEvent(new Event(on ? 'beforeprint' : 'afterprint'));
  }, paper);
}

test('a lesson prints as a handout', async ({ page }) => {
  await page.goto('learn/neither/');
  await ready(page);
  const blank = part(page, 'bet').getByText('Your prediction, in your own words');
  await expect(blank).toBeHidden();
  await toPaper(page, true);
  await expect(blank).toBeVisible();
  await expect(page.locator('main h1')).toBeVisible();
  await expect(page.getByText('In a single process, calls either succeed or throw.')).toBeVisible();
  // Nothing that can only be pressed is on the paper.
  await expect(part(page, 'bet').getByRole('button', { name: 'Lock in' })).toBeHidden();
  await expect(page.getByRole('group', { name: 'Theme' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Play', exact: true }).filter({ visible: true })).toHaveCount(
    0,
  );
  const frozen = part(page, 'beats').locator('ol figure');
  await expect(frozen.filter({ visible: true })).toHaveCount(4);
  await toPaper(page, false);
  await expect(frozen).toHaveCount(0);
});
