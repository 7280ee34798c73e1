// @vitest-environment happy-dom
/** The kinds of questions that are answered with numbers: settings of knobs, and stamps of clocks. */

import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { type Scenario, scenario, scenarioLoaders } from '#/scenarios';
import { prepareLesson } from '../../lesson/prepare';
import { learnersProgress } from '../../progress/use-progress';
import { onAPage } from './on-a-page.fixture';
import { sampleLesson } from './samples';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const world = scenario.parse(await scenarioLoaders.register?.()) as Scenario;
const prepared = await prepareLesson(sampleLesson(world));

const page = onAPage(prepared);

const question = (id: string) => page().querySelector(`[data-question=${id}]`) as HTMLElement;
const press = (name: string, within: HTMLElement) => {
  const found = [...within.querySelectorAll('button')].find((each) => each.textContent === name);
  if (!found) throw new Error(`There is no button called ${name}.`);
  act(() => found.click());
};
const status = (asked: HTMLElement) =>
  [...asked.querySelectorAll('[role=status]')].map((each) => each.textContent).join(' ');
const kept = () => learnersProgress().lesson('gallery').answers;

describe('tuning', () => {
  const pick = (asked: HTMLElement, value: string) =>
    act(() => {
      const select = asked.querySelector('select') as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });

  it('says of each run what it meets, and is right once a run meets all of it', () => {
    const asked = question('tuned');
    press('Run it with these settings', asked);
    expect(asked.dataset.state).toBe('unanswered');
    expect(status(asked)).toMatch(/Run 1:.*Wanted: Alice’s write is answered\. So it is\./);
    expect(status(asked)).toMatch(/Wanted: Bob reads 1\. Not so: bob\/1 saw 0\.Bob’s replica has not heard/);
    expect(asked.textContent).toContain('Watch run 1');
    pick(asked, 'majority');
    press('Run it with these settings', asked);
    expect(status(asked)).toMatch(/Run 2:.*Alice’s write is answered\. Not so: .*A gives up/);
    const range = asked.querySelector<HTMLInputElement>('input[type=range]');
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(range, '80');
      for (const told of ['input', 'change']) range?.dispatchEvent(new Event(told, { bubbles: true }));
    });
    press('Run it with these settings', asked);
    expect(asked.dataset.state).toBe('right');
    expect(document.activeElement?.textContent).toBe('Tuned so, the run meets the target');
    expect(kept().tuned).toEqual([
      { answer: { kind: 'tune', knobs: { policy: 'majority', latency: 80 } }, right: true, hints: 0 },
    ]);
  });

  it('shown settings are not one’s own', () => {
    const asked = question('tuned');
    press('Run it with these settings', asked);
    press('Show me settings that do it', asked);
    expect(asked.dataset.state).toBe('wrong');
    expect(asked.textContent).toContain('Settings that meet the target');
    expect(asked.textContent).not.toContain('Not so');
  });
});

describe('clocks', () => {
  const fill = (asked: HTMLElement, cell: string, text: string) => {
    const input = asked.querySelector(`[aria-label="${cell}"]`);
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
      input?.dispatchEvent(new Event('input', { bubbles: true }));
    });
  };

  it('are filled in cell by cell, and a wrong row is told where it comes from', () => {
    const asked = question('filled');
    for (const [cell, text] of Object.entries({
      'l of a2': '11',
      'c of a2': '1',
      'l of b1': '4',
      'c of b1': '0 ',
    }))
      fill(asked, cell, text);
    press('Lock in and check', asked);
    expect(status(asked)).toBe('Still empty: b2.');
    fill(asked, 'l of b2', '15');
    fill(asked, 'c of b2', '0');
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('wrong');
    expect(asked.textContent).toMatch(/b1: You wrote 4, 0; it is 11, 2\. That is the wall clock alone/);
    expect(asked.textContent).toContain('b2: 15, 0 is right.');
    press('Try it again', asked);
    fill(asked, 'l of b1', '11');
    fill(asked, 'c of b1', '2');
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('right');
    expect(document.activeElement?.textContent).toBe('So the clocks go');
  });
});
