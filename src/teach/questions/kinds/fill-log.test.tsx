// @vitest-environment happy-dom
/** Logs filled in as a learner would: by keyboard, from the logs as they stand, and wrongly first. */

import { act } from 'react';
import { renderToString } from 'react-dom/server';
import { beforeEach, expect, it } from 'vitest';
import { quiz, type Scenario, scenario, scenarioLoaders } from '#/scenarios';
import { prepareLesson } from '../../lesson/prepare';
import { learnersProgress } from '../../progress/use-progress';
import { QuestionSamples } from '../Samples';
import { logLesson, logQuestions } from './log-samples';
import { onAPage } from './on-a-page.fixture';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const world = scenario.parse(await scenarioLoaders['raft-figure-8']()) as Scenario;
const prepared = await prepareLesson(logLesson(world));

const page = onAPage(prepared);
beforeEach(() => {
  id = 'logs';
});

let id = 'logs';
const asked = () => page().querySelector(`[data-question=${id}]`) as HTMLElement;
const blank = (name: string) => {
  const found = [...asked().querySelectorAll('input')].find(
    (each) => each.getAttribute('aria-label') === name,
  );
  if (!found) throw new Error(`No blank is called ${name}.`);
  return found;
};
const press = (name: string) => {
  const found = [...asked().querySelectorAll('button')].find((each) => each.textContent === name);
  if (!found) throw new Error(`There is no button called ${name}.`);
  act(() => found.click());
};
function write(name: string, text: string): void {
  const input = blank(name);
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  act(() => {
    set?.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
function key(name: string): void {
  act(
    () =>
      void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })),
  );
}
const focused = () => document.activeElement?.getAttribute('aria-label');

it('fits the schema, and is drawn on a server without a style', () => {
  expect(quiz.safeParse(logQuestions).success).toBe(true);
  const html = renderToString(<QuestionSamples lesson={prepared} />);
  expect(html).not.toMatch(/ style=/);
  expect(html).toContain('S3, entry 2, term');
  expect(html).not.toContain('The logs say otherwise');
});

it('shows the logs as they stand, and asks with empty blanks', () => {
  const row = asked().querySelector('[data-part=logs] [data-node=S5]')?.textContent;
  expect(row).toContain('term 1 1.1, not committed');
  expect(row).toContain('term 3 3.2, not committed');
  expect([...asked().querySelectorAll('input')].map(({ value }) => value).join('')).toBe('');
  press('Lock in and run');
  expect(asked().textContent).toContain('Nothing is written for S3, S5.');
});

it('lets arrow keys go from blank to blank, and keeps digits alone', () => {
  write('S3, entry 1, term', 'a1');
  expect(blank('S3, entry 1, term').value).toBe('1');
  act(() => blank('S3, entry 1, term').focus());
  act(() => blank('S3, entry 1, term').setSelectionRange(0, 0));
  key('ArrowRight');
  expect(focused()).toBe('S3, entry 1, term');
  act(() => blank('S3, entry 1, term').setSelectionRange(1, 1));
  key('ArrowRight');
  expect(focused()).toBe('S3, entry 2, term');
  key('ArrowDown');
  expect(focused()).toBe('S5, entry 2, term');
  key('ArrowDown');
  expect(focused()).toBe('S5, entry 2, term');
  key('ArrowUp');
  key('ArrowLeft');
  expect(focused()).toBe('S3, entry 1, term');
});

it('says of each wrong blank what became of it, and of a misconception why it fails', () => {
  press('Begin with the logs above');
  write('S3, entry 3, term', '5');
  write('S5, entry 3, term', '5');
  press('Lock in and run');
  expect(asked().dataset.state).toBe('wrong');
  const text = asked().textContent ?? '';
  expect(text).toMatch(
    /S3: Entry 2: you wrote 2; it is 3\. The 2 did stand there, and was replaced by what S5 sent at/,
  );
  expect(text).toContain('S5: right.');
  expect(text).toContain('on a majority is not yet committed');
  expect(text).toContain('There is no world in which you would be right');
  press('Try it again');
  expect(blank('S3, entry 3, term').value).toBe('5');
  write('S3, entry 2, term', '3');
  press('Lock in and run');
  expect(asked().dataset.state).toBe('right');
  expect(document.activeElement?.textContent).toBe('That is what the logs say');
  expect(
    learnersProgress()
      .lesson('gallery')
      .answers.logs?.map(({ right }) => right),
  ).toEqual([false, true]);
});

it('asks for the steps that are open, by number and by choice, and tells them all after', () => {
  id = 'elected';
  const steps = () => [...asked().querySelectorAll('ol > li')].map((step) => step.textContent);
  expect(steps()[0]).toBe('S5 ends with entry 2, of term 3.');
  press('Lock in and run');
  expect(asked().textContent).toContain('Still open: step 2.');
  write('Step 2: the last term of S3', '2');
  const choice = asked().querySelector('select') as HTMLSelectElement;
  expect(choice.getAttribute('aria-label')).toBe('Step 2: whom S3 votes for');
  const choose = (value: string) =>
    act(() => {
      choice.value = value;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
  choose('nobody');
  press('Lock in and run');
  expect(asked().dataset.state).toBe('wrong');
  expect(asked().textContent).toContain('Whom S3 votes for: you said nobody; it is S5.');
  expect(steps()[1]).toBe('S3 ends with an entry of term 2, and votes for you said nobody S5.');
  press('Try it again');
  const again = asked().querySelector('select') as HTMLSelectElement;
  expect(again.value).toBe('nobody');
  act(() => {
    again.value = 'S5';
    again.dispatchEvent(new Event('change', { bubbles: true }));
  });
  press('Lock in and run');
  expect(asked().dataset.state).toBe('right');
});
