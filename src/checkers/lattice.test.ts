/** The lattice has an example for each of its steps down, and the judges say so. */
import { describe, expect, it } from 'vitest';
import { anomalies, examples } from './examples';
import type { History } from './history';
import { judge } from './judge';
import { conditionsOf, implications, implied } from './lattice';
import { type ModelName, modelNames } from './names';

const holds = (history: History, model: ModelName): boolean => {
  const { verdict } = judge(history, 'register', model);
  expect(['ok', 'violated']).toContain(verdict);
  return verdict === 'ok';
};
const always = implications.filter(({ condition }) => condition === null);

describe('an example of each step', () => {
  it('there is one for each two neighbours, and no other', () => {
    const pair = ({ weaker, stronger }: { weaker: ModelName; stronger: ModelName }) =>
      `${stronger} > ${weaker}`;
    expect(examples.map(pair).sort()).toEqual(always.map(pair).sort());
  });
  it.each(examples)('$name: $weaker and not $stronger', ({ weaker, stronger, history, caption }) => {
    expect(holds(history, weaker)).toBe(true);
    expect(holds(history, stronger)).toBe(false);
    expect(caption).toMatch(/^[A-Z].*\.$/);
  });
  it('an example is as small as it can be: without any one operation nothing is left to see', () => {
    for (const { history, stronger } of examples) {
      const { operations } = judge(history, 'register', stronger);
      const idle = history.operations.length - operations.length;
      // The stale read is followed by a fresh one, to show that the write did arrive.
      expect([history.name, idle]).toEqual([history.name, history.name === 'stale read' ? 1 : 0]);
    }
  });
});

const session: readonly ModelName[] = [
  'read-your-writes',
  'monotonic-reads',
  'monotonic-writes',
  'writes-follow-reads',
];

it.each(anomalies)('$name breaks $broken and no other session guarantee', ({ broken, history }) => {
  expect(session.filter((model) => !holds(history, model))).toEqual([broken]);
});

describe('what a model implies', () => {
  it('linearizability: everything about reads', () => {
    expect(implied('linearizable')).toEqual(modelNames.filter((name) => name !== 'convergent'));
  });
  it('no session guarantee implies another', () => {
    for (const model of session) expect(implied(model)).toEqual([model]);
  });
  it('with one writer a key the three readings of causal are one', () => {
    expect(implied('causal')).not.toContain('causal-convergence');
    const one = (model: ModelName) => implied(model, ['one-writer']);
    expect(one('causal')).toEqual(one('causal-convergence'));
    expect(one('weak-causal')).toEqual(one('causal-convergence'));
    expect(one('pram')).not.toContain('weak-causal');
  });
  it('a history says itself whether each of its keys has one writer', () => {
    const of = (name: string) => conditionsOf(examples.find((one) => one.name === name)?.history as History);
    expect(of('store buffering')).toEqual(['one-writer']);
    expect(of('crossed writes')).toEqual([]);
  });
});
