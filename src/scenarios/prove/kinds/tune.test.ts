import { describe, expect, it } from 'vitest';
import { clonePlain } from '#/kernel';
import { loadProtocol } from '../../protocol';
import type { Authored } from '../../schema/lesson';
import { problems } from '../../schema/problems';
import { type Question, question } from '../../schema/quiz';
import { scenario } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import { Lab } from '../lab';
import { proveQuestion } from '../quiz';
import { small } from '../small.fixture';
import { gradeTune, tuneVariant, turnable } from './tune';

/** One call over 100 ms and back. Too little patience gives up; with retries it asks again and again. */
const patience = {
  id: 'timeout',
  label: 'It waits',
  bind: { param: 'timeoutUs', scale: 1000 },
  kind: { unit: 'ms', min: 10, max: 500, step: 10 },
  default: 200,
} as const;
const world = scenario.parse({ ...small.scenario, knobs: [...small.scenario.knobs, patience] });
const rpc = await loadProtocol('rpc');
const lab = new Lab(world, rpc);

const tune = {
  id: 'tune',
  kind: 'tune',
  question: 'Hear of the charge, and ask once.',
  hints: ['Look at the timer.', 'The way there and back takes 100 ms.', 'Wait for longer than that.'],
  reason: 'Patience is what it takes.',
  variant: { knobs: { timeout: 60 } },
  knobs: ['timeout', 'retries'],
  goal: [
    { operation: 'browser/1', ended: 'ok' },
    { count: { type: 'sent', kind: 'charge' }, atMost: 1 },
  ],
  says: ['the browser hears of it', 'it asks once'],
  solution: { timeout: 150 },
  decoys: [
    { knobs: { retries: 3 }, because: 'It hears of it, and has asked twice.' },
    { knobs: { timeout: 90 }, because: 'Not for long enough.' },
  ],
} satisfies Authored<Question>;

// biome-ignore lint/suspicious/noExplicitAny: a broken question is not of a question's type, which is the point.
type Broken = any;

function prove(change: (q: Broken) => void = () => {}) {
  const copy = clonePlain(tune) as Broken;
  change(copy);
  const read = question.safeParse(copy);
  if (!read.success) throw new Error(problems(read.error).join('; '));
  return proveQuestion(lab, read.data as Question);
}

describe('tune it to a target', () => {
  const asked = question.parse(tune) as QuestionOf<'tune'>;

  it('turns the named knobs for all of the run, from where the question has them', () => {
    expect(turnable(asked, world).map(({ knob, at }) => [knob.id, at])).toEqual([
      ['timeout', 60],
      ['retries', 0],
    ]);
    expect(tuneVariant(asked, { retries: 2 })).toEqual({ knobs: { timeout: 60, retries: 2 } });
  });

  it('lets the run decide, check by check', () => {
    const grade = (knobs: Record<string, number>) => gradeTune(asked, knobs, world, rpc, (v) => lab.run(v));
    expect(grade({ timeout: 110 }).met).toBe(true);
    expect(grade({ retries: 3 }).checked.map((c) => c.holds)).toEqual([true, false]);
    expect(() => grade({ timeout: 9_000 })).toThrow(/timeout is a number/);
  });

  it('is proved by the start, the solution and every decoy', () => {
    expect(prove()).toEqual({
      verdict: 'held',
      detail:
        'The start (timeout 60, retries 0) misses the target, timeout 150 meets it, and 2 decoys do not.',
    });
  });

  it.each<[string, (q: Broken) => void, RegExp]>([
    ['a wrong key', (q) => (q.solution = { timeout: 80 }), /solution does not meet it.*browser\/1 unknown/],
    ['a start that is there already', (q) => (q.variant = {}), /start meets the target/],
    ['a decoy that works', (q) => (q.decoys[1].knobs = { timeout: 120 }), /Decoy 2 meets it/],
    ['a knob that is not there', (q) => (q.knobs = ['volume']), /volume is not a knob/],
    ['a knob that is not offered', (q) => (q.knobs = ['timeout']), /retries may not be turned here/],
    ['clauses that do not fit', (q) => (q.says = ['it asks once']), /2 checks, and 1 clauses/],
    ['a part that asks for nothing', (q) => q.decoys.shift(), /it asks once: that part .* asks for nothing/],
  ])('refuses %s', (_, change, why) => {
    const { verdict, detail } = prove(change);
    expect([verdict, detail]).toEqual(['failed', expect.stringMatching(why)]);
  });
});
