// @vitest-environment happy-dom
/** A lesson walked through as a learner would, without a browser's layout: what is drawn, kept, said and focused. */

import { act, type ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Player } from '#/player';
import { lesson01 } from '../lesson-01.fixture';
import { learnersProgress } from '../progress/use-progress';
import { vocabulary } from '../vocabulary';
import { type Lesson, LessonProvider, useLesson } from './LessonContext';
import { prepareLesson } from './prepare';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const prepared = await prepareLesson(lesson01);
const { Hook, Bet, Beats, Reconcile, Puzzle, Quiz, Claims, Twin, Chip } = vocabulary;

let root: Root;
let page: HTMLElement;
let lesson: Lesson;

function Reach() {
  lesson = useLesson();
  return null;
}

const Page = ({ children }: { children: ReactNode }) => (
  <LessonProvider lesson={prepared} slug="neither">
    <Reach />
    {children}
  </LessonProvider>
);

function show(...parts: ReactNode[]): void {
  page = document.createElement('div');
  document.body.append(page);
  root = createRoot(page);
  act(() => root.render(<Page>{parts}</Page>));
}

const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
const button = (name: string | RegExp, within: ParentNode = page) => {
  const named = [...within.querySelectorAll('button')].filter((each) => {
    const said = each.getAttribute('aria-label') ?? each.textContent ?? '';
    return typeof name === 'string' ? said === name : name.test(said);
  });
  const [first] = named;
  if (!first) throw new Error(`There is no button called ${name}.`);
  return first;
};
const press = (name: string | RegExp, within?: ParentNode) => act(() => button(name, within).click());
const choose = (text: string | RegExp, within: ParentNode = page) => {
  const label = [...within.querySelectorAll('label')].find((each) => each.textContent?.match(text));
  if (!label) throw new Error(`Nothing to choose is called ${text}.`);
  act(() => label.click());
};
const kept = () => learnersProgress().lesson('neither');
const part = (name: string) => page.querySelector(`[data-part=${name}]`) as HTMLElement;
const focused = () => document.activeElement?.textContent;
const runToEnd = (player: Player) => act(() => player.runUntil('end'));

beforeEach(() => {
  learnersProgress().forget();
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
});

describe('a page of a lesson', () => {
  const parts = (
    <>
      <Hook>Cut it.</Hook>
      <Bet />
      <Beats />
      <Reconcile />
      <Chip kind="dropped">lost</Chip>
      <Claims />
      <Twin name="retry" />
      <Puzzle />
      <Quiz />
    </>
  );

  it('is drawn on a server without a style, whatever has been done, and taken over as it is', () => {
    learnersProgress().update('neither', (lesson) => ({
      ...lesson,
      bet: { option: 'none', confidence: 'certain' },
    }));
    const html = renderToString(<Page>{parts}</Page>);
    expect(html).not.toMatch(/ style=/);
    expect(html).toContain('Lock in');
    expect(html).not.toContain('Your prediction is locked');
    page = document.createElement('div');
    page.innerHTML = html;
    document.body.append(page);
    const onRecoverableError = vi.fn();
    act(() => {
      root = hydrateRoot(page, <Page>{parts}</Page>, { onRecoverableError });
    });
    expect(onRecoverableError).not.toHaveBeenCalled();
    expect(page.textContent).toContain('Your prediction is locked');
  });

  it('refuses a sign, a claim or twins that nobody made', () => {
    const fails = (wrong: ReactNode) => expect(() => renderToString(<Page>{wrong}</Page>));
    fails(<Chip kind="unicorn">it</Chip>).toThrow(/no sign called unicorn/);
    fails(<Claims only="nonsense" />).toThrow(/no claim called nonsense/);
    fails(<Twin name="nobody" />).toThrow(/no twins called nobody/);
    show(<p key="a">Text.</p>);
  });
});

describe('a bet', () => {
  it('is locked with a confidence, takes the focus along, and cannot be changed', () => {
    show(<Bet key="bet" />);
    press('Lock in');
    expect(part('bet').querySelector('[role=status]')?.textContent).toMatch(/Choose/);
    choose(/^Not at all/);
    press('Lock in');
    expect(part('bet').querySelector('[role=status]')?.textContent).toMatch(/how sure/);
    choose(/^Certain/);
    press('Lock in');
    expect(focused()).toBe('Your prediction is locked');
    expect(kept().bet).toEqual({ option: 'none', confidence: 'certain' });
    expect(all('input').every((input) => (input as HTMLInputElement).disabled)).toBe(true);
  });

  it('is set beside the run once the story has been told: what, where they part, the world in which it holds', () => {
    show(<Bet key="bet" />, <Beats key="beats" />, <Reconcile key="reconcile" />);
    choose(/^Not at all/);
    choose(/^Certain/);
    press('Lock in');
    expect(part('reconcile').textContent).not.toContain('The run goes another way');
    for (const _ of lesson01.story.beats) press('Next step');
    expect(kept()).toMatchObject({ told: true, beats: 4, reconciled: true });
    const said = part('reconcile').textContent;
    expect(said).toContain('The run goes another way');
    expect(said).toMatch(/At 60 ms payment receives charge request 1/);
    expect(said).toMatch(/At 35 ms .* dropped/);
    expect(said).toContain('the request is lost, and not the answer');
    press('Play both, side by side');
    expect(part('reconcile').textContent).toContain('The world of your answer');
  });

  it('can be compared before the story is told', () => {
    show(<Bet key="bet" />, <Reconcile key="reconcile" />);
    choose(/^Once/);
    choose(/^Guessing/);
    press('Lock in');
    press('Compare now');
    expect(focused()).toBe('That is what the run does');
  });
});

describe('the story', () => {
  it('goes forth and back by beats', () => {
    show(<Beats key="beats" />);
    press('Next step');
    press('Next step');
    expect(page.querySelector('#the-story')?.textContent).toContain('Step 2 of 4');
    press('Previous step');
    expect(page.querySelector('#the-story')?.textContent).toContain('Step 1 of 4');
    expect(kept().beats).toBe(2);
  });

  it('is printed as a handout, a frozen figure for each beat, and only then', () => {
    show(<Beats key="beats" />);
    expect(page.querySelectorAll('figure')).toHaveLength(1);
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(page.querySelectorAll('figure')).toHaveLength(5);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    expect(page.querySelectorAll('figure')).toHaveLength(1);
  });
});

describe('the puzzle', () => {
  it('is filled by runs in any figure, takes claims that are true, and says which are not', () => {
    show(<Hook key="hook">Cut it.</Hook>, <Puzzle key="puzzle" />);
    runToEnd(lesson.main);
    expect(Object.keys(kept().puzzle.cells)).toEqual(['receipt, 1 charge']);
    press('Say that no run can end in time-out, 2 charges');
    expect(kept().puzzle.ruledOut).toEqual([]);
    expect(part('puzzle').textContent).toContain('Some run does end there');
    press('Say that no run can end in receipt, 0 charges');
    expect(kept().puzzle.ruledOut).toEqual(['receipt, 0 charges']);
    expect(part('puzzle').textContent).toContain('nobody can hold a receipt');
    button('Play again the run that ended in receipt, 1 charge');
  });

  it('keeps what is done in the opening figure, and remembers that it was touched', () => {
    show(<Hook key="hook">Cut it.</Hook>);
    expect(kept().touched).toBe(false);
    const cut = lesson.data.scenario.actions.find((action) => action.id === 'cut');
    act(() => void (cut && lesson.main.act(cut.command)));
    expect(kept()).toMatchObject({ touched: true, runs: [{ steps: [{ command: { verb: 'cut' } }] }] });
    expect(page.textContent).toContain('Runs you made: 1');
  });
});

describe('the questions', () => {
  const question = (id: string) => page.querySelector(`[data-question=${id}]`) as HTMLElement;

  it('predict: the focus goes to the verdict, and a right answer has its reason', () => {
    show(<Quiz key="quiz" />);
    const asked = question('retry');
    press('Lock in and run', asked);
    expect(asked.dataset.state).toBe('unanswered');
    choose(/^Two/, asked);
    press('Lock in and run', asked);
    expect(asked.dataset.state).toBe('right');
    expect(focused()).toBe('That is what the run does');
    expect(asked.textContent).toContain('Both requests arrived');
    expect(kept().answers.retry).toEqual([
      { answer: { kind: 'predict', option: 'two' }, right: true, hints: 0 },
    ]);
  });

  it('diagnose: names each world that was missed, and calls a hinted answer practice', () => {
    show(<Quiz key="quiz" />);
    const asked = question('which-world');
    press('Hint', asked);
    choose(/^The request was lost/, asked);
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('wrong');
    expect(asked.textContent).toMatch(/The receipt was lost\. It fits\..*You left it out/);
    expect(kept().answers['which-world']?.[0]).toMatchObject({ right: false, hints: 1 });
    press('Try it again', asked);
    for (const world of [/^The request was/, /^The receipt was/, /before it wrote/, /after it wrote/]) {
      choose(world, asked);
    }
    choose(/^It cannot be known/, asked);
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('right');
    expect(asked.textContent).toContain('counts as practice');
  });

  it('order: is moved by buttons, says where it went, and names the pair that cannot stand', () => {
    show(<Quiz key="quiz" />);
    const asked = question('order');
    const first = () => asked.querySelector('ol > li')?.textContent ?? '';
    press('Lock in and check', asked);
    expect(asked.dataset.state).toBe('unanswered');
    const before = first();
    press(/^Later: /, asked);
    expect(first()).not.toBe(before);
    expect(asked.textContent).toMatch(/Now place 2 of 5/);
    press('Lock in and check', asked);
    expect(asked.textContent).toMatch(/among the causes/);
  });

  it('adversary: can be shown, which is not the same as having done it', () => {
    show(<Quiz key="quiz" />);
    const asked = question('two-for-one');
    press('Begin', asked);
    press('Show me a run that does it', asked);
    expect(asked.dataset.state).toBe('wrong');
    expect(kept().answers['two-for-one']).toEqual([
      { answer: { kind: 'adversary', run: null }, right: false, hints: 0 },
    ]);
  });

  it('are there, answered, on the next visit', () => {
    learnersProgress().update('neither', (before) => ({
      ...before,
      answers: { retry: [{ answer: { kind: 'predict', option: 'one' }, right: false, hints: 2 }] },
    }));
    show(<Quiz key="quiz" />);
    expect(question('retry').dataset.state).toBe('wrong');
    expect(question('retry').textContent).toContain('The run goes another way');
    expect(focused()).not.toBe('The run goes another way');
  });
});
