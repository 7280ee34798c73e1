// Two ways to use a page, a pointer and a keyboard, behind one set of verbs, so that one path can be walked by both.
// By pointer nothing is pressed that cannot be seen and reached; by keyboard nothing is focused but with Tab.
import { expect, type Locator, type Page } from '@playwright/test';

export type Hands = {
  /** Presses a button, or ticks a box. */
  press(target: Locator): Promise<void>;
  /** Chooses one of several in a group of radio buttons. */
  pick(radio: Locator): Promise<void>;
  /** Opens a menu and presses one of its lines. */
  choose(button: Locator, line: string): Promise<void>;
  /** Shows a panel of a row of tabs. */
  show(tab: Locator): Promise<void>;
  /** Takes a message off its link. */
  drop(message: Locator): Promise<void>;
  /** Turns a knob on a line up to its end. */
  turnUp(knob: Locator): Promise<void>;
  /** Takes the next of a list of values. */
  takeNext(list: Locator): Promise<void>;
};

/** A line of the open menu; its letter may stand behind its words. */
function lineOf(page: Page, words: string): Locator {
  const name = new RegExp(`^${words}( [A-Z])?$`);
  return page.getByRole('menuitem', { name }).or(page.getByRole('menuitemcheckbox', { name }));
}

export function pointer(page: Page): Hands {
  return {
    press: (target) => target.click(),
    // The box one sees is drawn over the native one, which is as large but cannot be hit.
    pick: (radio) => radio.check({ force: true }),
    async choose(button, line) {
      await button.click();
      await lineOf(page, line).click();
    },
    show: (tab) => tab.click(),
    async drop(message) {
      await message.hover();
      const box = await message.boundingBox();
      if (!box) throw new Error('The message has no place in the picture.');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.down();
      await page.mouse.move(x, y + 40);
      await page.mouse.move(x, y + 80);
      await page.mouse.up();
    },
    async turnUp(knob) {
      const box = await knob.boundingBox();
      if (!box) throw new Error('The knob is not in sight.');
      await knob.click({ position: { x: box.width - 2, y: box.height / 2 } });
    },
    async takeNext(list) {
      await list.selectOption({ index: 1 });
    },
  };
}

const MOST_ROUNDS = 60;

/** Which way to go with Tab, and about how many stops: never more than there are. Runs in the page. */
function wayTo(elements: Element[]): { key: string; stops: number } | null {
  const at = document.activeElement ?? document.body;
  const [target] = elements;
  if (!target || elements.includes(at)) return null;
  const before = at.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING;
  const back = Boolean(before) && !at.contains(target);
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
  const lies = (one: Node, other: Node, how: number) => Boolean(one.compareDocumentPosition(other) & how);
  const between = all.filter((element) => {
    if (
      !(element instanceof HTMLElement) ||
      element.tabIndex < 0 ||
      element.matches('[type=radio], :disabled')
    )
      return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    const [first, last] = back ? [target, at] : [at, target];
    const after = first === document.body || lies(first, element, Node.DOCUMENT_POSITION_FOLLOWING);
    return after && lies(last, element, Node.DOCUMENT_POSITION_PRECEDING);
  });
  return { key: back ? 'Shift+Tab' : 'Tab', stops: Math.max(1, Math.floor(between.length * 0.8)) };
}

export function keyboard(page: Page): Hands {
  const { keyboard: keys } = page;

  const focused = (target: Locator) =>
    target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));

  /** Goes to the one, or to any of several, with Tab, or back with Shift and Tab, as one would. */
  async function tabTo(target: Locator): Promise<void> {
    await expect(target.first()).toBeAttached();
    for (let i = 0; i < MOST_ROUNDS; i++) {
      const way = await target.evaluateAll(wayTo);
      if (way === null) return;
      for (let stop = 0; stop < way.stops; stop++) await keys.press(way.key);
    }
    throw new Error(`Tab does not reach ${target}.`);
  }

  return {
    async press(target) {
      await tabTo(target);
      await keys.press((await target.getAttribute('type')) === 'checkbox' ? 'Space' : 'Enter');
    },
    async pick(radio) {
      const group = radio.locator('xpath=ancestor::fieldset[1]').getByRole('radio');
      // One stop for the group: the chosen one, else the first, or the last if one comes from below. Then arrows.
      await tabTo(group);
      await keys.press('Space');
      for (let i = await group.count(); i > 0 && !(await radio.isChecked()); i--)
        await keys.press('ArrowDown');
      await expect(radio).toBeChecked();
    },
    async choose(button, line) {
      await tabTo(button);
      await keys.press('Enter');
      const wanted = lineOf(page, line);
      await expect(wanted).toBeVisible();
      for (let i = 0; i < 12 && !(await focused(wanted)); i++) await keys.press('ArrowDown');
      await expect(wanted).toBeFocused();
      await keys.press('Enter');
    },
    async show(tab) {
      const row = tab.locator('xpath=..').getByRole('tab');
      await tabTo(row.and(page.locator('[aria-selected=true]')));
      for (let i = await row.count(); i > 0 && !(await focused(tab)); i--) await keys.press('ArrowRight');
      await expect(tab).toHaveAttribute('aria-selected', 'true');
    },
    async drop(message) {
      await tabTo(message);
      await keys.press('d');
    },
    async turnUp(knob) {
      await tabTo(knob);
      await keys.press('End');
    },
    async takeNext(list) {
      await tabTo(list);
      await keys.press('ArrowDown');
    },
  };
}
