// @vitest-environment happy-dom
/** The kinds of questions about histories and partitions, answered as a learner would, by field and by picture. */

import { act } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { quiz, type Scenario, scenario, scenarioLoaders } from '#/scenarios';
import { prepareLesson } from '../../lesson/prepare';
import { progress } from '../../progress/schema';
import { learnersProgress } from '../../progress/use-progress';
import { QuestionSamples } from '../Samples';
import { kindModules, late } from './load';
import { past } from './PointSlider';
import { sampleLesson, sampleQuestions } from './samples';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const world = scenario.parse(await scenarioLoaders.register()) as Scenario;
const prepared = await prepareLesson(sampleLesson(world));

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

function show(): void {
  root = createRoot(page);
  act(() => root?.render(<QuestionSamples lesson={prepared} />));
}

const question = (id: string) => page.querySelector(`[data-question=${id}]`) as HTMLElement;
const press = (name: string | RegExp, within: HTMLElement) => {
  const found = [...within.querySelectorAll('button')].find((each) => {
    const said = each.getAttribute('aria-label') ?? each.textContent ?? '';
    return typeof name === 'string' ? said === name : name.test(said);
  });
  if (!found) throw new Error(`There is no button called ${name}.`);
  act(() => found.click());
};
const choose = (text: string | RegExp, within: HTMLElement) => {
  const label = [...within.querySelectorAll('label')].find((each) => each.textContent?.match(text));
  if (!label) throw new Error(`Nothing to choose is called ${text}.`);
  act(() => label.click());
};
const bar = (within: HTMLElement, number: number) =>
  within.querySelector(`[data-operation="${number}"]`) as SVGGElement;
const click = (element: Element | null | undefined) =>
  act(() => void element?.dispatchEvent(new MouseEvent('click', { bubbles: true })));
const status = (asked: HTMLElement) =>
  [...asked.querySelectorAll('[role=status]')].map((each) => each.textContent).join(' ');
const kept = () => learnersProgress().lesson('gallery').answers;
const slide = (asked: HTMLElement, number: number, to: number) =>
  act(() => {
    const input = [...asked.querySelectorAll<HTMLInputElement>('input[type=range]')].find((each) =>
      asked.querySelector(`label[for="${each.id}"]`)?.textContent?.startsWith(`${number},`),
    );
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(input, String(to));
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    input?.dispatchEvent(new Event('change', { bubbles: true }));
  });

describe('all of them', () => {
  it('fit the schema, and each brings a module that a page can ask for', () => {
    expect(quiz.safeParse(sampleQuestions).success).toBe(true);
    expect(kindModules(prepared.data.quiz)).toHaveLength(6);
    expect(Object.keys(prepared.kinds).sort()).toEqual([
      'fill-clocks',
      'linearization-points',
      'place-partition',
      'stale-reads',
      'strongest-model',
      'tune',
    ]);
  });

  it('are drawn on a server without a style, and taken over as they are', () => {
    const html = renderToString(<QuestionSamples lesson={prepared} />);
    expect(html).not.toMatch(/ style=/);
    expect(html).toContain('None of them is stale.');
    page.innerHTML = html;
    const onRecoverableError = vi.fn();
    act(() => {
      root = hydrateRoot(page, <QuestionSamples lesson={prepared} />, { onRecoverableError });
    });
    expect(onRecoverableError).not.toHaveBeenCalled();
  });
});

describe('stale reads', () => {
  it('are marked by box or by bar, and each read gets its reason', () => {
    show();
    const asked = question('stale');
    press('Lock in and check', asked);
    expect(status(asked)).toMatch(/say that none of them is stale/);
    choose(/^4, read → 2 by B/, asked);
    expect(bar(asked, 4).dataset.look).toBe('marked');
    click(bar(asked, 4).querySelector('rect:last-child'));
    expect(bar(asked, 4).dataset.look).toBeUndefined();
    click(bar(asked, 1).querySelector('rect:last-child'));
    expect(bar(asked, 1).dataset.look).toBeUndefined();
    click(bar(asked, 5).querySelector('rect:last-child'));
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('right');
    expect(document.activeElement?.textContent).toBe('These are the stale ones');
    expect(asked.textContent).toMatch(
      /5, read → 0 by C: stale by 2 writes\. It returned what was there at first/,
    );
    expect(bar(asked, 5).textContent).toContain('stale by 2 writes');
    expect(kept().stale).toEqual([
      { answer: { kind: 'stale-reads', reads: [5], none: false }, right: true, hints: 0 },
    ]);
  });

  it('say of a wrong mark what would have made it right', () => {
    show();
    const asked = question('stale');
    choose(/^4, read/, asked);
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('wrong');
    expect(asked.textContent).toMatch(
      /not stale\. “write 3” \(3\) was not over when it began; it would be stale if that write had been\. You marked it\./,
    );
    expect(asked.textContent).toMatch(/stale by 2 writes\..*You left it out/);
  });
});

describe('the strongest model', () => {
  const answer = (model: RegExp) => {
    show();
    const asked = question('strongest');
    choose(model, asked);
    press('Lock in and check', asked);
    return asked;
  };

  it('too strong: the judge’s reason, and whom it blames on the picture', () => {
    const asked = answer(/^Linearizable/);
    expect(asked.dataset.state).toBe('wrong');
    expect(asked.textContent).toContain('That asks too much of it');
    expect(asked.textContent).toContain('had B’s read begun before');
    expect(bar(asked, 2).dataset.look).toBe('blamed');
    expect(asked.textContent).toContain('An order that explains it');
  });

  it('too weak: what it satisfies besides, with the order that explains it', () => {
    const asked = answer(/^PRAM/);
    expect(asked.dataset.state).toBe('wrong');
    expect(asked.textContent).toMatch(/PRAM is true of it, and so is sequential, which asks for more/);
    expect([...asked.querySelectorAll('ol li')].map((li) => li.textContent)).toEqual([
      'read → 0 by B (2)',
      'write 1 by A (1)',
    ]);
  });

  it('right: why the next stronger one is too much', () => {
    const asked = answer(/^Sequential/);
    expect(asked.dataset.state).toBe('right');
    expect(asked.textContent).toContain('Not linearizable.');
  });

  it('none of these, where there is one', () => {
    const asked = answer(/^None of these/);
    expect(asked.textContent).toContain('It satisfies sequential.');
  });
});

describe('linearization points', () => {
  it('are moved by sliders, refused when two coincide, and judged by the first impossible answer', () => {
    show();
    const asked = question('points');
    press('Lock in and check', asked);
    expect(status(asked)).toContain('Move a point, or say that there is no such placement');
    slide(asked, 1, 100);
    slide(asked, 2, 100);
    press('Lock in and check', asked);
    expect(asked.dataset.state).not.toBe('wrong');
    expect(status(asked)).toMatch(/take effect at the same moment/);
    slide(asked, 1, 20);
    slide(asked, 2, 30);
    choose(/It never took effect/, asked);
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('wrong');
    expect(asked.textContent).toContain(
      'With your points, operation 4, the read by C, would have returned 2, and it returned 1.',
    );
    expect(asked.textContent).toContain('the write of 2 is the last word');
    expect(asked.textContent).toContain('Show a placement that works');
  });

  it('are right wherever every answer fits', () => {
    show();
    const asked = question('points');
    choose(/It never took effect/, asked);
    slide(asked, 2, 30);
    slide(asked, 1, 130);
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('right');
    expect(asked.textContent).toContain('One after the other: write 2, read → 2, write 1, read → 1.');
  });

  it('none, where there is none; and where there is one, it is shown', () => {
    show();
    const [none, some] = [question('nowhere'), question('points')];
    choose(/There is no such placement/, none);
    press('Lock in and check', none);
    expect(none.dataset.state).toBe('right');
    choose(/There is no such placement/, some);
    press('Lock in and check', some);
    expect(some.dataset.state).toBe('wrong');
    expect(some.textContent).toContain('There is one');
    expect(some.querySelectorAll('[data-point]').length).toBeGreaterThanOrEqual(4);
  });

  it('a button carries a point past the one beside it, and stops at the end of its bar', () => {
    const slot = { number: 1, first: 0, last: 50, mayBeLeftOut: false };
    expect(past(slot, { 1: 10, 2: 20, 3: 21 }, 1)).toBe(22);
    expect(past(slot, { 1: 10, 2: 50 }, 1)).toBeNull();
    expect(past(slot, { 1: 10, 2: 20 }, -1)).toBeNull();
  });
});

describe('a partition', () => {
  it('is drawn by field or by node, run, and the learner’s own run is opened', () => {
    show();
    const asked = question('partition');
    press('Lock in and run', asked);
    expect(status(asked)).toMatch(/Everybody is on one side/);
    click(asked.querySelector('[data-node=bob]'));
    expect(asked.querySelector('[data-node=B]')?.getAttribute('data-side')).toBe('2');
    expect(status(asked)).toContain('B and bob are on side 2.');
    press('Lock in and run', asked);
    expect(asked.dataset.state).toBe('right');
    expect(asked.textContent).toContain('You cut: A, alice, C from B, bob.');
    expect(asked.querySelector('figure')).not.toBeNull();
    expect(kept().partition?.[0]?.answer).toMatchObject({ kind: 'place-partition' });
  });

  it('says what the run said instead, and offers one that does it', () => {
    show();
    const asked = question('partition');
    click(asked.querySelector('[data-node=A]'));
    press('Lock in and run', asked);
    expect(asked.dataset.state).toBe('wrong');
    expect(asked.textContent).toContain('Alice’s write is answered: not so, 0 times.');
    expect(asked.textContent).toContain('C is the third vote');
    expect(asked.textContent).toContain('Watch a run that does it');
  });
});

describe('a kind that comes later than its drawing', () => {
  const only = { ...prepared, data: { ...prepared.data, quiz: prepared.data.quiz.slice(0, 1) } };
  const soon = () => {
    const StaleReads = prepared.kinds['stale-reads']?.now;
    let come = () => {};
    const fetched = new Promise<void>((resolve) => {
      come = resolve;
    });
    const kind = late(async () => {
      await fetched;
      if (!StaleReads) throw new Error('It was loaded above.');
      return StaleReads;
    });
    return { come, kind, lesson: { ...only, kinds: { 'stale-reads': kind } } };
  };

  beforeEach(() => {
    // Nobody is near: only what somebody does asks for it.
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe() {}
        disconnect() {}
      },
    );
    page.innerHTML = renderToString(<QuestionSamples lesson={only} />);
  });

  it('keeps what is ticked and pressed meanwhile, and is taken over without a difference', async () => {
    const { come, kind, lesson } = soon();
    const onRecoverableError = vi.fn();
    await act(async () => {
      root = hydrateRoot(page, <QuestionSamples lesson={lesson} />, { onRecoverableError });
    });
    const asked = question('stale');
    act(() => asked.querySelectorAll('input')[1]?.click());
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('unanswered');
    await act(async () => {
      come();
      await kind.soon;
    });
    await vi.waitFor(async () => {
      await act(async () => {});
      expect(asked.dataset.state).toBe('right');
    });
    expect(question('stale')).toBe(asked);
    expect(onRecoverableError).not.toHaveBeenCalled();
  });

  it('is asked for again after a failure', async () => {
    let asks = 0;
    const kind = late(() => {
      asks++;
      return Promise.reject(new Error('away'));
    });
    kind.fetch();
    kind.fetch();
    expect(asks).toBe(1);
    await Promise.resolve();
    await Promise.resolve();
    kind.fetch();
    expect(asks).toBe(2);
  });
});

it('what is kept of them is read again', () => {
  const answers = [
    { kind: 'stale-reads', reads: [5], none: false },
    { kind: 'strongest-model', model: 'sequential' },
    { kind: 'linearization-points', points: { 1: 20, 12: 30 }, none: false },
    { kind: 'place-partition', sides: [['A'], ['B', 'C']] },
    { kind: 'tune', knobs: { policy: 'majority', latency: 40 } },
    { kind: 'tune', knobs: null },
    { kind: 'fill-clocks', cells: { a1: [11, null], b1: [4, 0] } },
    { kind: 'fill-log', cells: { S3: [1, null, 0] } },
    { kind: 'steps', blanks: { '2 vote': 'S5' } },
  ];
  const { lesson } = learnersProgress();
  const text = (given: unknown[]) => ({
    version: 1,
    lessons: {
      cap: { ...lesson('cap'), answers: { q: given.map((answer) => ({ answer, right: true, hints: 0 })) } },
    },
  });
  const version = JSON.parse(learnersProgress().exported()).version;
  expect(progress.safeParse({ ...text(answers), version }).error?.issues ?? []).toEqual([]);
  const odd = [{ kind: 'linearization-points', points: { x: 20 }, none: false }];
  expect(progress.safeParse({ ...text(odd), version }).success).toBe(false);
});
