/** "Predict the chart", whole and broken: the right key, charts that look alike, and where two part. */

import { describe, expect, it } from 'vitest';
import { clonePlain } from '#/kernel';
import { loadProtocol, scenarioLoaders } from '#/protocols';
import type { Series } from '../../metrics/totals';
import { problems } from '../../schema/problems';
import { type Question, question as schema } from '../../schema/quiz';
import { scenario } from '../../schema/scenario';
import { Lab } from '../lab';
import { proveQuestion } from '../quiz';
import { apartness, chartText, chartWorlds, gradeChart, partings, predictChartKey } from './predict-chart';
import type { Broken } from './proving.fixture';

const lab = new Lab(scenario.parse(await scenarioLoaders.service()), await loadProtocol('service'));
const asked = {
  id: 'chart',
  kind: 'predict-chart',
  question: 'The service slows down for three seconds. What does its queue do?',
  hints: ['Count what comes.', 'Count what leaves.', 'Take the difference.'],
  reason: 'It outlives its cause.',
  variant: {},
  measure: 'queue depth',
  node: 'service',
  options: [
    {
      id: 'a',
      world: { knobs: { workers: 8 } },
      differs: 'there are eight workers',
      because: 'There are two.',
    },
    { id: 'b', world: {}, because: 'It grows while more comes than leaves.' },
    { id: 'c', world: { knobs: { retries: 0 } }, differs: 'nobody tries again', because: 'They do.' },
  ],
};

function read(change: (q: Broken) => void = () => {}): Extract<Question, { kind: 'predict-chart' }> {
  const copy = clonePlain(asked) as Broken;
  change(copy);
  const found = schema.safeParse(copy);
  if (!found.success) throw new Error(problems(found.error).join('; '));
  return found.data as Extract<Question, { kind: 'predict-chart' }>;
}
const prove = (change?: (q: Broken) => void) => proveQuestion(lab, read(change));
const keyOf = (q: ReturnType<typeof read>) =>
  predictChartKey(
    q,
    chartWorlds(q).map((variant) => lab.run(variant).metrics),
  );

describe('the prover', () => {
  it('holds a question with one right chart that none can be taken for', () => {
    const { verdict, detail } = prove();
    expect(verdict).toBe('held');
    expect(detail).toMatch(
      /^b is this world’s; any two of the 3 are a tenth .* at least \d\d % of the time\.$/,
    );
  });
  it.each<[string, (q: Broken) => void, string]>([
    ['none is right', (q) => q.options.splice(1, 1), 'the runs make it none'],
    [
      'two are right',
      (q) => q.options.push({ id: 'd', world: { seed: 24 }, because: 'The same.' }),
      'the runs make it b and d',
    ],
    [
      'two look alike',
      (q) => q.options.push({ id: 'd', world: { knobs: { workers: 7 } }, differs: 'seven', because: 'No.' }),
      'a and d look alike',
    ],
    ['a wrong one says nothing of its world', (q) => delete q.options[0].differs, 'a is not this world’s'],
    ['the right one says it is another', (q) => (q.options[1].differs = 'all'), 'b is this world’s chart'],
    ['there is no such node', (q) => (q.node = 'nobody'), 'no node called nobody'],
    [
      'the measure says nothing of users',
      (q) => Object.assign(q, { measure: 'saturation', node: undefined }),
      'at a node',
    ],
    ['two have one name', (q) => (q.options[2].id = 'a'), 'Two charts have one name.'],
  ])('refuses one where %s', (_, change, why) => {
    const { verdict, detail } = prove(change);
    expect(verdict).toBe('failed');
    expect(detail).toContain(why);
  });
  it('wants two charts at least, and a measure that there is', () => {
    expect(() => read((q) => q.options.splice(1))).toThrow();
    expect(() => read((q) => (q.measure = 'happiness'))).toThrow();
  });
  it('refuses where nothing counts load', async () => {
    const without = new Lab(lab.scenario, { ...lab.module, meter: undefined as never });
    expect(proveQuestion(without, read()).detail).toContain('no load is counted');
  });
});

describe('an answer', () => {
  const key = keyOf(read());
  it('is right by the runs, and a wrong one parts from this world’s at a stretch', () => {
    expect(gradeChart(key, 'b')).toMatchObject({ right: true, parts: null });
    const { right, parts } = gradeChart(key, 'a');
    expect(right).toBe(false);
    expect(parts?.here.fromUs).toBe(parts?.chosen.fromUs);
    expect(Math.abs((parts?.here.value ?? 0) - (parts?.chosen.value ?? 0)) * 10).toBeGreaterThanOrEqual(
      key.most,
    );
    expect(() => gradeChart(key, 'z')).toThrow('no chart called z');
  });
});

describe('two charts', () => {
  const chart = (...values: (number | null)[]): Series => ({
    measure: 'p50',
    node: null,
    title: 'Median time',
    unit: 'ms',
    words: 'Half.',
    points: values.map((value, i) => ({ fromUs: i * 500_000, toUs: (i + 1) * 500_000, value })),
  });
  it('differ where they are a tenth of the height apart, or one has nothing', () => {
    const [a, b] = [chart(10, 10, null, 5, null), chart(19, 20, 0, 5, null)];
    expect(partings(a, b, 100).map(([{ fromUs }]) => fromUs)).toEqual([500_000, 1_000_000]);
    expect(apartness(a, b, 100)).toBe(0.4);
  });
  it('can be told in words', () => {
    expect(chartText(chart(15, null, 461, 3))).toBe(
      '15 ms at first, at most 461 ms, at 1 s, and 3 ms at the end.',
    );
    expect(chartText(chart(15, 2, 461, 461))).toBe(
      '15 ms at first, at least 2 ms, at 0.5 s, and 461 ms at the end.',
    );
    expect(chartText(chart(7, null, 7))).toBe('7 ms all the time.');
    expect(chartText(chart(null))).toBe('There is nothing to measure.');
  });
});
