// @vitest-environment happy-dom
/** Predicting a chart: computed beside the page, chosen by its letter, laid over the run's own. */

import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LessonData, type Scenario, scenario, scenarioLoaders, question as schema } from '#/scenarios';
import { prepareLesson } from '../../lesson/prepare';
import { progress } from '../../progress/schema';
import { learnersProgress } from '../../progress/use-progress';
import { QuestionSamples } from '../Samples';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const world = scenario.parse(await scenarioLoaders.service()) as Scenario;
const asked = (change: object = {}) =>
  schema.parse({
    id: 'charted',
    kind: 'predict-chart',
    question: 'The service slows down for three seconds. What does its queue do?',
    hints: ['Count what comes.', 'Count what leaves.', 'Take the difference.'],
    reason: 'The queue outlives its cause.',
    variant: {},
    measure: 'queue depth',
    node: 'service',
    options: [
      {
        id: 'eight',
        world: { knobs: { workers: 8 } },
        differs: 'there are eight workers',
        because: 'Two cannot keep up.',
      },
      { id: 'two', world: {}, because: 'More comes than leaves.' },
    ],
    ...change,
  });
const lessonOf = (question: unknown) =>
  prepareLesson({
    scenario: world,
    claims: [],
    quiz: [question],
    bet: question,
    challenge: {},
    story: { variant: {}, beats: [] },
  } as unknown as LessonData);
const prepared = await lessonOf(asked());

let root: Root | undefined;
let page: HTMLElement;
beforeEach(() => {
  learnersProgress().forget();
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  page = document.createElement('div');
  document.body.append(page);
});
afterEach(() => {
  act(() => root?.unmount());
  root = undefined;
  page.remove();
  vi.unstubAllGlobals();
});

function show(lesson = prepared): void {
  root = createRoot(page);
  act(() => root?.render(<QuestionSamples lesson={lesson} />));
}
const there = () =>
  vi.waitFor(
    async () => {
      await act(async () => {});
      expect(page.querySelectorAll('label svg')).toHaveLength(2);
    },
    { timeout: 20_000, interval: 20 },
  );
const press = (name: string) => {
  const found = [...page.querySelectorAll('button')].find((each) => each.textContent === name);
  if (!found) throw new Error(`There is no button called ${name}.`);
  act(() => found.click());
};
const choose = (letter: string) => {
  const label = [...page.querySelectorAll('label')].find((l) => l.textContent?.startsWith(`Chart ${letter}`));
  act(() => label?.click());
};
const text = () => page.textContent ?? '';

describe('a chart to predict', () => {
  it('says that it is being computed, and cannot be answered before', () => {
    expect(renderToString(<QuestionSamples lesson={prepared} />)).toContain('computing the charts');
    show();
    choose('A');
    press('Lock in and run');
    expect(text()).toContain('The charts are not there yet.');
    expect(page.querySelector('article')?.dataset.state).toBe('unanswered');
  });

  it('has each as a picture, in words, and as a table', async () => {
    show();
    await there();
    expect(text()).toContain('In each chart: Queue at service (requests waiting). Requests that waited here');
    const labels = [...page.querySelectorAll('label')].map((l) => l.textContent);
    expect(labels[1]).toMatch(/^Chart B.*at first, at most [\d.]+ waiting, at \d+(\.\d)? s, and/);
    const lines = [...page.querySelectorAll('label path[data-line]')].map((path) => path.getAttribute('d'));
    expect(new Set(lines).size).toBe(2);
    expect(page.querySelectorAll('tbody tr')).toHaveLength(75);
  });

  it('is right where the run goes as chosen', async () => {
    show();
    await there();
    press('Lock in and run');
    expect(text()).toContain('Choose the chart that you think is this world’s.');
    choose('B');
    press('Lock in and run');
    expect(page.querySelector('article')?.dataset.state).toBe('right');
    expect(text()).toContain('So the run goes');
    expect(text()).not.toContain('They part');
    const { version, lessons } = JSON.parse(learnersProgress().exported());
    expect(progress.parse({ version, lessons }).lessons.gallery?.answers.charted).toMatchObject([
      { answer: { kind: 'predict-chart', chart: 'two' }, right: true },
    ]);
  });

  it('is laid over the run’s own where it is not, and told where the two part', async () => {
    show();
    await there();
    choose('A');
    press('Lock in and run');
    expect(page.querySelector('article')?.dataset.state).toBe('wrong');
    expect(text()).toContain('The run goes as chart B');
    expect(text()).toMatch(
      /They part from [\d,.]+ m?s to [\d,.]+ m?s: this world has [\d.]+ waiting, your chart 0 waiting\./,
    );
    expect(text()).toContain('Your chart is of another world: there are eight workers.');
    expect(text()).toContain('Two cannot keep up.');
    const feedback = [...page.querySelectorAll('svg')].find((svg) => svg.querySelector('[data-line=other]'));
    expect(feedback?.querySelector('[data-line=own]')).not.toBeNull();
  });

  it('says why it cannot be computed', async () => {
    show(await lessonOf(asked({ variant: { knobs: { turbo: 1 } } })));
    await vi.waitFor(
      async () => {
        await act(async () => {});
        expect(text()).toContain('The charts cannot be computed here: service has no knob called turbo.');
      },
      { timeout: 20_000, interval: 20 },
    );
  });
});
