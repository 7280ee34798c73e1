import { expect, it } from 'vitest';
import { find } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { finish } from '../finish';
import type { Scenario, Variant } from '../schema/scenario';
import {
  type AnswerKey,
  answerKey,
  gradeDiagnose,
  gradeOrderAnswer,
  gradePredict,
  gradeRun,
  type KeyedQuestion,
} from './answer-key';
import { tableProgress } from './challenge';
import { nodeSide } from './node-side';
import { ordered } from './order';
import { receiptLost, requestLost, small } from './small.fixture';

const rpc = await loadProtocol('rpc');
const scenario = small.scenario as unknown as Scenario;
const keyOf = <K extends AnswerKey['kind']>(question: unknown, kind: K) => {
  const key = answerKey(question as KeyedQuestion, scenario, rpc);
  expect(key.kind).toBe(kind);
  return key as Extract<AnswerKey, { kind: K }>;
};

it('finds the right option, and where a wrong one parts from the run', () => {
  const key = keyOf(small.bet, 'predict');
  expect(gradePredict(key, 'once').right).toBe(true);
  const none = gradePredict(key, 'none');
  expect(none).toMatchObject({ right: false, elsewhere: { right: true } });
  expect(none.checked[0]).toMatchObject({ holds: false, said: '1 in ledger of payment' });
  // In this run the request arrives at 60 ms; in the other it is dropped 10 ms after it set out.
  expect(none.elsewhere?.parting?.right).toMatchObject({ type: 'dropped', at: 20_000 });
  expect(() => gradePredict(key, 'thrice')).toThrow('no option called thrice');
});

it('takes every order that could have happened, and names a pair that could not', () => {
  const key = keyOf(small.quiz[0], 'order');
  expect(gradeOrderAnswer(key, ['ask', 'answer', 'loss', 'give-up'])).toEqual({ right: true });
  expect(gradeOrderAnswer(key, ['ask', 'give-up', 'answer', 'loss'])).toEqual({ right: true });
  expect(gradeOrderAnswer(key, ['ask', 'loss', 'answer', 'give-up'])).toEqual({
    right: false,
    first: 'answer',
    second: 'loss',
  });
  expect(gradeOrderAnswer(key, ['ask', 'answer', 'loss'])).toEqual({ right: false, incomplete: true });
  expect(gradeOrderAnswer(key, ['ask', 'ask', 'loss', 'answer'])).toEqual({ right: false, incomplete: true });
});

it('puts what a hand did to a message after the sending of that message', () => {
  const { trace } = finish(scenario, rpc, receiptLost as Variant);
  const [sent, dropped] = [
    find({ type: 'sent', kind: 'receipt' }, trace),
    find({ type: 'dropped' }, trace),
  ] as never[];
  expect(ordered(trace, [dropped as never, sent as never])).toEqual([[1, 0]]);
});

it('marks the worlds that a node cannot tell apart', () => {
  const key = keyOf(small.quiz[1], 'diagnose');
  expect(key.unknowable).toBe(true);
  const both = ['receipt-lost', 'request-lost'];
  expect(gradeDiagnose(key, { worlds: both, unknowable: true })).toEqual({
    right: true,
    missed: [],
    wrong: [],
  });
  expect(gradeDiagnose(key, { worlds: both, unknowable: false }).right).toBe(false);
  expect(gradeDiagnose(key, { worlds: ['calm', 'receipt-lost'], unknowable: true })).toEqual({
    right: false,
    missed: ['request-lost'],
    wrong: ['calm'],
  });
  expect(key.worlds.find((w) => w.id === 'calm')?.parting?.right).toMatchObject({ type: 'delivered' });
});

it('says which of a goal’s checks a run misses', () => {
  const key = keyOf(small.quiz[2], 'adversary');
  expect(key.checked[0]).toMatchObject({ holds: false, said: 'receipt, 1 charge' });
  const goal = [{ outcome: 'time-out, 1 charge' }];
  const met = (variant: unknown) =>
    gradeRun(goal, finish(scenario, rpc, variant as Variant), scenario, rpc).met;
  expect(met(receiptLost)).toBe(true);
  expect(met(requestLost)).toBe(false);
});

it('shows a node only what reaches it: no cause, no true time, no count of the network’s', () => {
  const { trace } = finish(scenario, rpc, receiptLost as Variant);
  const felt = nodeSide(trace, 'browser');
  expect(felt.map(({ entry }) => entry.type)).toEqual([
    'started',
    'invoked',
    'sent',
    'timer set',
    'timer fired',
    'completed',
  ]);
  expect(felt.map(({ text }) => text).join()).not.toMatch(/"(id|cause|at|event|nth|copy)"/);
});

it('tells a skewed clock from a true one by local time alone', () => {
  const skewed = { ...scenario, nodes: scenario.nodes.map((n) => ({ ...n, offsetUs: 500 })) };
  const [true_, off] = [scenario, skewed].map((s) => nodeSide(finish(s, rpc).trace, 'browser'));
  expect(true_?.map((f) => f.text)).not.toEqual(off?.map((f) => f.text));
});

it('keeps a table of what has been seen, and is met when nothing is open', () => {
  const table = small.challenge.target;
  const some = tableProgress(table, new Set(['receipt, 1 charge']));
  expect(some.met).toBe(false);
  expect(some.cells).toEqual([
    { outcome: 'receipt, 0 charges', is: 'impossible' },
    { outcome: 'receipt, 1 charge', is: 'seen' },
    { outcome: 'time-out, 0 charges', is: 'open' },
    { outcome: 'time-out, 1 charge', is: 'open' },
  ]);
  const all = ['receipt, 1 charge', 'time-out, 0 charges', 'time-out, 1 charge'];
  expect(tableProgress(table, new Set(all)).met).toBe(true);
});
