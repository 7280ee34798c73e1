/** Histories of textbooks and lectures, with what is known of them and what is said about them. */
import { describe, expect, it } from 'vitest';
import type { History, HistoryOperation } from '../history';
import { judge } from '../judge';
import { type ModelName, modelNames } from '../names';

/** `P0 x=1 0-8` writes, `P0 x?1 0-8` reads; `-` is nothing. */
function operation(line: string): HistoryOperation {
  const [process, what, times] = line.split(' ') as [string, string, string];
  const [key, text] = what.split(/[=?]/) as [string, string];
  const [start, end] = times.split('-').map(Number) as [number, number];
  const value = text === '-' ? null : /^\d+$/.test(text) ? Number(text) : text;
  return { process, type: what.includes('=') ? 'write' : 'read', key, value, start, end, outcome: 'ok' };
}

const history = (initial: number | null, ...lines: string[]): History => ({
  name: '',
  initial,
  operations: lines.map(operation),
});

interface Known {
  readonly name: string;
  readonly history: History;
  /** What does not hold; everything else does. */
  readonly broken: readonly ModelName[];
}

const not = (name: string, broken: readonly ModelName[], of: History): Known => ({
  name,
  history: of,
  broken,
});
const allCausal = ['causal', 'causal-convergence', 'weak-causal'] as const;
const one = 'linearizable';
const both = ['linearizable', 'sequential'] as const;

const textbook: readonly Known[] = [
  not('MIT 6.824, example 1', [], history(null, 'C1 x=1 2-8', 'C1 x=2 10-16', 'C2 x?2 4-14', 'C3 x?1 6-12')),
  not(
    'MIT 6.824, example 2',
    [one],
    history(null, 'C1 x=1 2-8', 'C1 x=2 10-16', 'C2 x?2 4-12', 'C3 x?1 14-20'),
  ),
  not(
    'MIT 6.824, example 4: two see two writes in two orders',
    [...both, 'causal-convergence', 'monotonic-reads'],
    history(
      null,
      'C0 x=0 0-8',
      'C0 x=1 11-19',
      'C3 x=2 12-20',
      'C1 x?2 9-15',
      'C1 x?1 16-22',
      'C2 x?1 9-15',
      'C2 x?2 16-22',
    ),
  ),
  not(
    'Herlihy and Wing 1990, H5',
    [],
    history(null, 'A x=0 0-1', 'A x?1 3-4', 'B x=1 2-7', 'B x?0 8-9', 'C x=0 5-6'),
  ),
  not(
    'POPL 2017, figure 2a',
    [...both, 'causal-convergence', 'read-your-writes'],
    history(0, 'a x=1 0-8', 'a x?2 10-18', 'b x=2 0-8', 'b x?1 10-18'),
  ),
  not(
    'POPL 2017, figure 2c',
    [...both, 'causal', 'causal-convergence', 'pram'],
    history(0, 'a x=1 0-8', 'b x=2 0-8', 'b x?1 10-18', 'b x?2 20-28'),
  ),
  not(
    'PRAM, as in Wikipedia',
    [...both, ...allCausal, 'monotonic-reads'],
    history(
      null,
      'P1 x=1 0-5',
      'P2 x?1 10-15',
      'P2 x=2 20-25',
      'P3 x?1 30-35',
      'P3 x?2 40-45',
      'P4 x?2 30-35',
      'P4 x?1 40-45',
    ),
  ),
  not(
    'Tanenbaum and van Steen, strict consistency (b)',
    [one],
    history(null, 'P1 x=a 0-5', 'P2 x?- 10-15', 'P2 x?a 20-25'),
  ),
  not('store buffering', both, history(0, 'P0 x=1 0-8', 'P0 y?0 10-18', 'P1 y=1 0-8', 'P1 x?0 10-18')),
  not(
    'message passing',
    [...both, ...allCausal, 'pram', 'monotonic-writes'],
    history(0, 'P0 x=1 0-8', 'P0 y=1 10-18', 'P1 y?1 0-8', 'P1 x?0 10-18'),
  ),
  not(
    'independent reads of independent writes',
    both,
    history(0, 'P0 x=1 0-8', 'P1 y=1 0-8', 'P2 x?1 0-8', 'P2 y?0 10-18', 'P3 y?1 0-8', 'P3 x?0 10-18'),
  ),
  not(
    'a write that its writer does not see',
    [...both, ...allCausal, 'pram', 'read-your-writes'],
    history(null, '0 x=0 1-2', '0 x?- 3-4'),
  ),
];

const verdictsOf = (of: History) =>
  modelNames.filter((model) => judge(of, 'register', model).verdict === 'violated');
const said = (of: History, model: ModelName) => judge(of, 'register', model).reason;
const called = (name: string) => textbook.find((known) => known.name === name)?.history as History;

it.each(textbook)('$name', ({ history, broken }) => {
  expect(verdictsOf(history)).toEqual(modelNames.filter((model) => broken.includes(model)));
});

describe('anomalies that have a name', () => {
  it('a client that reads what it has overwritten itself has not read its writes', () => {
    const own = history(0, 'P0 x=1 0-1', 'P0 x=2 2-3', 'P0 x?1 4-5');
    expect(verdictsOf(own)).toContain('read-your-writes');
    expect(verdictsOf(own)).not.toContain('monotonic-reads');
    expect(said(own, 'read-your-writes')).toContain(
      'P0 wrote x = 2 and then read x = 1, although P0 wrote x = 1 and then',
    );
  });
  it('one writer’s writes read backwards: reads go back, and writes are seen out of order', () => {
    const back = history(0, 'P0 x=1 0-1', 'P0 x=2 2-3', 'P1 x?2 4-5', 'P1 x?1 6-7');
    expect(verdictsOf(back)).toEqual(expect.arrayContaining(['monotonic-reads', 'monotonic-writes']));
    expect(said(back, 'monotonic-reads')).toContain('P1 read x = 2 and then read x = 1');
    expect(said(back, 'monotonic-writes')).toContain('Terry');
  });
  it('single reads cannot refute monotonic writes', () => {
    expect(verdictsOf(history(0, 'P0 x=1 0-1', 'P0 x=2 2-3', 'P1 x?2 4-5', 'P2 x?1 6-7'))).toEqual([
      'linearizable',
    ]);
  });
  it('load buffering: two writes that each wait for the other break writes follow reads', () => {
    const circle = history(0, 'P0 x?1 0-1', 'P0 y=1 2-3', 'P1 y?1 0-1', 'P1 x=1 2-3');
    expect(verdictsOf(circle)).toEqual([...both, ...allCausal, 'writes-follow-reads']);
    expect(said(circle, 'causal')).toContain('each comes before the next, and the last before the first');
  });
  it('what nobody wrote breaks everything', () => {
    const invented = history(0, 'P0 x=1 0-1', 'P1 x?7 2-3');
    expect(verdictsOf(invented)).toEqual(modelNames.filter((model) => model !== 'convergent'));
    for (const model of ['sequential', 'causal', 'pram', 'monotonic-writes'] as const) {
      expect(said(invented, model)).toMatch(/P1 read x = 7, and nobody wrote it to x/);
      expect(judge(invented, 'register', model).operations).toEqual([1]);
    }
  });
});

describe('reasons', () => {
  it('store buffering: the circle, with what each found', () => {
    expect(said(called('store buffering'), 'sequential')).toContain(
      'P0 read y = 0, so before the write of y = 1 by P1',
    );
  });
  it('message passing: how the cause was known', () => {
    expect(said(called('message passing'), 'causal')).toContain(
      'P0 wrote x = 1 and then wrote y = 1, P1 read y = 1 and then read x = 0',
    );
  });
  it('where the readings of causal differ, each says so, by name', () => {
    const figure = called('POPL 2017, figure 2a');
    expect(said(figure, 'causal')).toMatch(/causal memory.*differ here: by causal convergence not so\./);
    expect(said(figure, 'causal-convergence')).toMatch(
      /differ here: by causal memory and by weak causal consistency it holds\./,
    );
    expect(said(called('message passing'), 'causal')).not.toContain('differ');
  });
});

describe('open and failed operations', () => {
  const open = (line: string): HistoryOperation => ({ ...operation(line), end: null, outcome: 'unknown' });
  const withOpen = (...operations: HistoryOperation[]): History => ({ name: '', initial: 0, operations });

  it('an open write may be seen by one and never by another', () => {
    const seen = withOpen(
      open('P0 x=1 0-0'),
      operation('P1 x?1 1-2'),
      operation('P2 x?0 3-4'),
      operation('P2 x?0 5-6'),
    );
    expect(verdictsOf(seen)).toEqual(['linearizable']);
  });
  it('whoever has seen it has seen it', () => {
    const gone = withOpen(open('P0 x=1 0-0'), operation('P1 x?1 1-2'), operation('P1 x?0 3-4'));
    expect(verdictsOf(gone)).toContain('monotonic-reads');
  });
  it('it comes after what its process did before', () => {
    const early = withOpen(
      operation('P0 x=1 0-1'),
      open('P0 y=1 2-2'),
      operation('P1 y?1 3-4'),
      operation('P1 x?0 5-6'),
    );
    expect(verdictsOf(early)).toEqual(expect.arrayContaining(['causal', 'monotonic-writes']));
  });
  it('it orders nothing after it', () => {
    const later = withOpen(
      open('P0 x=1 0-0'),
      operation('P0 y=1 2-3'),
      operation('P1 y?1 4-5'),
      operation('P1 x?0 6-7'),
      operation('P1 x?1 8-9'),
    );
    expect(verdictsOf(later)).toEqual([]);
  });
  it('a failed write was never there', () => {
    const failed = withOpen({ ...operation('P0 x=1 0-1'), outcome: 'failed' }, operation('P1 x?1 2-3'));
    expect(said(failed, 'causal')).toContain('nobody wrote it');
  });
  it('an open read says nothing', () => {
    expect(verdictsOf(withOpen({ ...operation('P0 x?7 0-1'), end: null }))).toEqual([]);
  });
});

describe('what does not apply', () => {
  const queue: History = {
    name: '',
    initial: null,
    operations: [{ process: 'P0', type: 'enqueue', value: 1, start: 0, end: 1, outcome: 'ok' }],
  };
  it('a queue is sequential or not, and nothing else here', () => {
    expect(judge(queue, 'queue', 'sequential').verdict).toBe('ok');
    const { verdict, reason } = judge(queue, 'queue', 'causal');
    expect([verdict, reason]).toEqual(['not-applicable', expect.stringContaining('queues')]);
  });
  it('a compare-and-set reads and writes at once', () => {
    const cas = {
      ...queue,
      operations: [{ ...queue.operations[0], type: 'cas', value: [0, 1], result: true }],
    } as History;
    expect(judge(cas, 'cas-register', 'pram')).toMatchObject({
      verdict: 'not-applicable',
      reason: expect.stringContaining('a cas by P0'),
    });
    expect(judge(history(0, 'P0 x=1 0-1'), 'cas-register', 'pram').verdict).toBe('ok');
  });
  it('gets and puts are reads and writes; appends are not', () => {
    const kv = (type: string): History => ({
      ...queue,
      operations: [{ ...(queue.operations[0] as HistoryOperation), type, key: 'x', value: 'a' }],
    });
    expect(judge(kv('put'), 'kv', 'causal').verdict).toBe('ok');
    expect(judge(kv('append'), 'kv', 'causal').verdict).toBe('not-applicable');
  });
});

describe('replicas at rest', () => {
  const at = (replicas?: Record<string, number>) =>
    judge({ ...history(0), ...(replicas && { replicas }) }, 'register', 'convergent');
  it('hold the same', () => {
    expect(at({ R1: 1, R2: 1 })).toMatchObject({
      verdict: 'ok',
      reason: 'At rest, R1 and R2 hold the same: 1.',
    });
  });
  it('differ, by name', () => {
    expect(at({ R1: 1, R2: 2, R3: 1 })).toMatchObject({
      verdict: 'violated',
      reason: 'At rest the replicas differ: R1 and R3 hold 1; R2 holds 2.',
    });
  });
  it('were not looked at', () => {
    expect(at().verdict).toBe('not-applicable');
  });
});

describe('budgets', () => {
  const many = history(
    0,
    ...Array.from({ length: 40 }, (_, i) =>
      i % 2 ? `P${i % 8} x?${i % 3} ${i}-${i + 0.5}` : `P${i % 8} x=${i % 3} ${i}-${i + 0.5}`,
    ),
  );
  it.each(modelNames.filter((model) => model !== 'linearizable' && model !== 'convergent'))(
    '%s says which ran out',
    (model) => {
      const steps = judge(many, 'register', model, { budget: { steps: 10 } });
      expect([steps.verdict, steps.reason]).toEqual(['unknown', expect.stringContaining('10 steps')]);
      const bytes = judge(many, 'register', model, { budget: { bytes: 100 } });
      expect([bytes.verdict, bytes.reason]).toEqual(['unknown', expect.stringContaining('memory')]);
      expect(judge(many, 'register', model).verdict).not.toBe('unknown');
    },
  );
});
