import { describe, expect, it } from 'vitest';
import { clonePlain } from '#/kernel';
import { loadProtocol, scenarioLoaders } from '#/protocols';
import type { Authored } from '../../schema/lesson';
import { problems } from '../../schema/problems';
import { type Question, question } from '../../schema/quiz';
import { scenario } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import { Lab } from '../lab';
import { fillLogKey, gradeFillLog } from './fill-log';
import { proveFillLog } from './prove-fill-log';

const lab = new Lab(scenario.parse(await scenarioLoaders['raft-figure-8']()), await loadProtocol('raft'));

const stands = { type: 'sent', from: 'S5', kind: 'RequestVote' } as const;

/** Figure 8: S1 has given its entry of term 2 to S3 and S4; S5, with one of term 3 in that place, is elected. */
const overwritten = {
  id: 'overwritten',
  kind: 'fill-log',
  question: 'S5 stands and is elected. What is in this log when S3 has the first entry of S5?',
  hints: ['What does S5 have?', 'It makes their logs its own.', 'It has an entry of term 3 in place 2.'],
  reason: 'So it goes.',
  variant: {},
  shown: stands,
  at: { type: 'persisted', node: 'S3', key: 'log', nth: 4 },
  when: 'S3 has the first entry of S5',
  nodes: ['S3'],
  entries: 4,
  asksCommitted: true,
  worked: { S3: { terms: [1, 3, 5], committed: 0 } },
  decoys: [
    {
      rows: { S3: { terms: [1, 2, 5], committed: 0 } },
      because: 'An entry of term 2 was on a majority, and is overwritten all the same.',
      misconception: 'M16',
      elsewhere: { none: 'S5 has another entry in that place, and keeps it.' },
    },
  ],
} satisfies Authored<Question>;

// biome-ignore lint/suspicious/noExplicitAny: a broken question is not of a question's type, which is the point.
type Broken = any;

function read(change: (q: Broken) => void = () => {}): QuestionOf<'fill-log'> {
  const copy = clonePlain(overwritten) as Broken;
  change(copy);
  const parsed = question.safeParse(copy);
  if (!parsed.success) throw new Error(problems(parsed.error).join('; '));
  return parsed.data as QuestionOf<'fill-log'>;
}

describe('fill in the log', () => {
  const asked = read();
  const key = fillLogKey(asked, lab.scenario, lab.module);
  const graded = (...cells: (number | null)[]) => gradeFillLog(asked, key, { S3: cells })[0];

  it('takes what the run has at that moment, and nothing else', () => {
    expect(key.slots).toEqual(['1', '2', '3', '4', 'committed']);
    expect(key.rows.map(({ node, cells }) => [node, cells])).toEqual([['S3', [1, 3, 5, null, 0]]]);
    expect(graded(1, 3, 5, null, 0)).toMatchObject({ right: true, wrong: [], decoy: -1 });
    for (const row of [[1, 3, 5, 5, 0], [1, 3, 5, null, 1], [1, 3, 5, null, null], []])
      expect(graded(...row)?.right).toBe(false);
  });

  it('shows all logs as they were before', () => {
    // S1 is down.
    const logs = key.shown.nodes.flatMap(({ id, log }) =>
      log && id !== 'S1' ? [`${id} ${log.cells.map(({ term }) => term).join(' ')}`] : [],
    );
    expect(logs).toEqual(['S2 1 2', 'S3 1 2', 'S4 1 2', 'S5 1 3']);
    expect(key.shown.atUs).toBeLessThan(key.atUs);
    const now = fillLogKey(
      read((q) => delete q.shown),
      lab.scenario,
      lab.module,
    );
    expect(now.shown.nodes.map(({ id }) => id)).not.toContain('S3');
  });

  it('tells of a wrong entry what became of it, whose doing that was, and when', () => {
    const grade = graded(1, 2, null, null, 0);
    const [second, third] = grade?.wrong ?? [];
    expect(second).toMatchObject({ slot: '2', said: 2, is: 3, gone: { by: 'S5' }, comes: null });
    expect(second?.gone?.atUs).toBeLessThanOrEqual(key.atUs);
    expect(third).toMatchObject({ slot: '3', said: null, is: 5, gone: null, comes: null });
    expect(graded(1, 3, 5, 5, 0)?.wrong[0]).toMatchObject({ slot: '4', is: null, comes: { by: 'S5' } });
    expect(graded(9, 3, 5, null, 0)?.wrong[0]).toMatchObject({ slot: '1', gone: null, comes: null });
  });

  it('knows a misconception by its row', () => {
    expect(graded(1, 2, 5, null, 0)?.decoy).toBe(0);
    expect(graded(1, 2, 5, 5, 0)?.decoy).toBe(-1);
  });

  it('is proved by the run', () => {
    expect(proveFillLog(lab, asked)).toEqual({
      verdict: 'held',
      detail:
        'The run has these logs: S3 1 3 5 – 0. 1 wrong one is wrong here, and right where it says, if anywhere.',
    });
  });

  it.each<[string, (q: Broken) => void, RegExp]>([
    [
      'a row worked wrongly',
      (q) => (q.worked.S3.terms = [1, 2, 5]),
      /S3 was worked as 1 2 5 – 0; the run has 1 3 5/,
    ],
    ['a row not worked', (q) => (q.worked = {}), /S3 is asked about and was not worked/],
    ['a decoy that is right', (q) => (q.decoys[0].rows.S3.terms = [1, 3, 5]), /Decoy 1 is what the run has/],
    ['a decoy of somebody else', (q) => (q.decoys[0].rows = { S4: q.worked.S3 }), /S4 is not asked about/],
    ['a decoy of nobody', (q) => (q.decoys[0].rows = {}), /Decoy 1 has no row/],
    [
      'a decoy that is wrong in its own world as well',
      (q) => (q.decoys[0].elsewhere = { world: {}, differs: 'nothing differs' }),
      /In its own world decoy 1 is wrong, too: S3 was worked as 1 2 5/,
    ],
    ['too little room', (q) => (q.entries = 2), /has 3 entries, and there is room for 2/],
    ['a moment that never comes', (q) => (q.at = { type: 'note' }), /no such moment: at/],
    ['a node without a log', (q) => (q.nodes = ['alice']), /alice says of no log at the moment/],
    ['a commit index nobody asked for', (q) => delete q.asksCommitted, /exactly where that is asked/],
  ])('refuses %s', (_, change, why) => {
    const { verdict, detail } = proveFillLog(lab, read(change));
    expect([verdict, detail]).toEqual(['failed', expect.stringMatching(why)]);
  });
});
