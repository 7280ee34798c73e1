import { describe, expect, it } from 'vitest';
import { clonePlain } from '#/kernel';
import type { Authored } from '../../schema/lesson';
import { problems } from '../../schema/problems';
import { type Question, question } from '../../schema/quiz';
import type { QuestionOf } from '../answer-key';
import { type Cells, fillClocksKey, gradeFillClocks } from './fill-clocks';
import { proveFillClocks } from './prove-fill-clocks';

type FillClocks = QuestionOf<'fill-clocks'>;

/** A’s clock is ahead of B’s, and a message goes from A to B. */
const hybrid = {
  id: 'fill',
  kind: 'fill-clocks',
  question: 'Which stamps?',
  hints: ['Look at l.', 'Then at c.', 'b1 has heard of 11.'],
  reason: 'So it goes.',
  clock: 'hlc',
  nodes: ['A', 'B'],
  events: [
    { id: 'a1', node: 'A', kind: 'local', wallMs: 11 },
    { id: 'a2', node: 'A', kind: 'send', message: 'm', wallMs: 11 },
    { id: 'b1', node: 'B', kind: 'receive', message: 'm', wallMs: 4 },
    { id: 'b2', node: 'B', kind: 'local', wallMs: 5 },
    { id: 'b3', node: 'B', kind: 'local', wallMs: 15 },
  ],
  given: ['a1'],
  worked: [
    [11, 0],
    [11, 1],
    [11, 2],
    [11, 3],
    [15, 0],
  ],
} satisfies Authored<Question>;

// biome-ignore lint/suspicious/noExplicitAny: a broken question is not of a question's type, which is the point.
type Broken = any;

function read(change: (q: Broken) => void = () => {}): FillClocks {
  const copy = clonePlain(hybrid) as Broken;
  change(copy);
  const parsed = question.safeParse(copy);
  if (!parsed.success) throw new Error(problems(parsed.error).join('; '));
  return parsed.data as FillClocks;
}

describe('fill in the clocks', () => {
  const asked = read();
  const key = fillClocksKey(asked);
  const right: Cells = { a2: [11, 1], b1: [11, 2], b2: [11, 3], b3: [15, 0] };
  const grade = (changes: Cells) =>
    gradeFillClocks(asked, key, { ...right, ...changes }).filter((row) => !row.right);

  it('asks of what is not given, and takes the right rows alone', () => {
    expect([key.slots, key.asked]).toEqual([
      ['l', 'c'],
      ['a2', 'b1', 'b2', 'b3'],
    ]);
    expect(grade({})).toEqual([]);
    expect(gradeFillClocks(asked, key, {}).every((row) => !row.right)).toBe(true);
  });

  it.each([
    ['b1', [4, 0], 'wall'],
    ['b1', [11, 0], 'starts-over'],
    ['b1', [11, 1], 'stays'],
    ['b2', [11, 2], 'stays'],
    ['b3', [15, 4], 'counts-on'],
    ['b1', [12, 0], 'ticks-l'],
    ['b1', [13, 0], null],
  ] as const)('knows of %s as %j where it comes from: %s', (id, row, slip) => {
    expect(grade({ [id]: row, ...(id === 'b1' ? { b2: [99, 9], b3: [99, 8] } : {}) })[0]).toMatchObject({
      id,
      slip,
      follows: false,
    });
  });

  it('tells a slip from what follows from it', () => {
    const rows = grade({ b1: [4, 0], b2: [5, 0] });
    expect(rows.map(({ id, slip, follows }) => [id, slip, follows])).toEqual([
      ['b1', 'wall', false],
      ['b2', null, true],
    ]);
  });

  it('knows Lamport’s and vector clocks as well', () => {
    const plain = (clock: string, worked: number[][]) =>
      read((q) => {
        Object.assign(q, { clock, worked });
        for (const event of q.events) delete event.wallMs;
      });
    const one = plain('lamport', [[1], [2], [3], [4], [5]]);
    expect(proveFillClocks(one).verdict).toBe('held');
    expect(gradeFillClocks(one, fillClocksKey(one), { b1: [1] })[1]).toMatchObject({
      slip: 'deaf',
      row: [3],
    });
    const many = plain('vector', [
      [1, 0],
      [2, 0],
      [2, 1],
      [2, 2],
      [2, 3],
    ]);
    expect(proveFillClocks(many).verdict).toBe('held');
    expect(gradeFillClocks(many, fillClocksKey(many), { b1: [2, 0] })[1]).toMatchObject({
      slip: 'uncounted',
    });
  });

  it('is proved by the clock itself', () => {
    const { verdict, detail } = proveFillClocks(asked);
    expect(verdict).toBe('held');
    expect(detail).toMatch(/^The hlc clock gives all 5 rows as worked\. Slips that show: .*wall at a2? ?b1/);
  });

  it.each<[string, (q: Broken) => void, RegExp]>([
    [
      'a row worked wrongly',
      (q) => (q.worked[2] = [11, 1]),
      /b1 was worked by hand as 11, 1; the clock says 11, 2/,
    ],
    ['a row too few', (q) => q.worked.pop(), /5 events, and 4 were worked/],
    [
      'a receipt before its sending',
      (q) => q.events.splice(1, 1),
      /4 events, and 5|receives m, which nobody/,
    ],
    ['a node that is not there', (q) => (q.events[0].node = 'Z'), /a1 happens at Z/],
    ['a clock that says nothing', (q) => delete q.events[3].wallMs, /b2 does not say what its clock reads/],
    [
      'a message sent twice',
      (q) => Object.assign(q.events[0], { kind: 'send', message: 'm' }),
      /m is sent twice/,
    ],
    ['nothing to fill in', (q) => (q.given = ['a1', 'a2', 'b1', 'b2']), /fewer than two events/],
  ])('refuses %s', (_, change, why) => {
    const { verdict, detail } = proveFillClocks(read(change));
    expect([verdict, detail]).toEqual(['failed', expect.stringMatching(why)]);
  });
});
