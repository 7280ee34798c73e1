import { expect, it } from 'vitest';
import { changed, small } from '../prove/small.fixture';
import { assembleLesson, readCatalogue, scenarioNamed } from './read';

const { scenario, claims, quiz, bet, challenge, story, twins } = small;
const folder = {
  scenario: { default: scenario },
  claims: { default: claims },
  quiz: { default: quiz, bet },
  challenge: { default: challenge },
  story: { default: story, twins },
};
const other = { ...scenario, name: 'other' };

it('puts the files of a folder together and reads them', () => {
  const found = {
    lessons: [{ slug: 'small', data: assembleLesson(folder) }],
    scenarios: [{ from: 'rpc/scenarios/other', data: other }],
  };
  const { catalogue, wrong } = readCatalogue(found);
  expect(wrong).toEqual([]);
  expect(catalogue.lessons.map((l) => [l.slug, l.data.quiz.length, l.data.twins && 'twins'])).toEqual([
    ['small', 3, 'twins'],
  ]);
  expect(scenarioNamed(catalogue, 'other')?.name).toBe('other');
  expect(scenarioNamed(catalogue, 'nobody')).toBeNull();
  expect(scenarioNamed(catalogue, 'constructor')).toBeNull();
});

it('leaves out a lesson with a file missing, and says which', () => {
  const { catalogue, wrong } = readCatalogue({
    lessons: [{ slug: 'small', data: assembleLesson({ ...folder, claims: undefined, story: undefined }) }],
    scenarios: [],
  });
  expect(catalogue.lessons).toEqual([]);
  expect(wrong).toEqual(['lesson small: claims: must be a list; story: must be of the kind object.']);
});

it('leaves out a scenario that is not one, with the place of what is wrong', () => {
  const broken = changed((l) => {
    (l.scenario.knobs[0] as { kind: unknown }).kind = { unit: 'ms', min: 0, max: 'much', step: 1 };
    (l.scenario as { pace: number }).pace = 3;
  }).scenario;
  const { wrong } = readCatalogue({ lessons: [], scenarios: [{ from: 'rpc/scenarios/x', data: broken }] });
  expect(wrong).toEqual(['rpc/scenarios/x: pace: must be at least 100; knobs.0.kind.max: must be a number.']);
});

it('takes a name once', () => {
  const scenarios = [
    { from: 'one', data: other },
    { from: 'two', data: other },
  ];
  expect(readCatalogue({ lessons: [], scenarios }).wrong).toEqual([
    'two: another scenario is called other already.',
  ]);
});
