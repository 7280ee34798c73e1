import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { BadInput } from '../answer';
import { outputs } from '../output';
import { prompt } from '../prompt';

type Op = readonly [process: string, type: string, value: unknown, start: number, end: number | null];

const own = (name: string, ...ops: Op[]) => ({
  name,
  initial: null,
  ops: ops.map(([process, type, value, start, end]) => ({ process, type, value, start, end })),
});

const fresh = own('fresh', ['a', 'write', 1, 0, 1], ['b', 'read', 1, 2, 3]);
const stale = own('stale', ['a', 'write', 1, 0, 1], ['b', 'read', null, 2, 3]);
const thinAir = own('thin air', ['b', 'read', 7, 2, 3]);
/** Whoever looks for its order needs more than one step. */
const crowd = own(
  'crowd',
  ...Array.from({ length: 9 }, (_, i): Op => [`in ${i}`, 'push', i, 0, 10]),
  ...Array.from({ length: 9 }, (_, i): Op => [`out ${i}`, 'pop', (4 * i) % 9, 11, 12 + i]),
);
const log = [
  'INFO  jepsen.util - 0\t:invoke\t:write\t1',
  'INFO  jepsen.util - 0\t:ok\t:write\t1',
  'INFO  jepsen.util - 1\t:invoke\t:read\tnil',
  'INFO  jepsen.util - 1\t:ok\t:read\tnil',
].join('\n');

const files: Readonly<Record<string, string>> = {
  'fresh.json': JSON.stringify(fresh),
  'stale.json': JSON.stringify(stale),
  'many.json': JSON.stringify([fresh, stale, thinAir]),
  'thin.json': JSON.stringify(own('thin', ['b', 'pop', 7, 2, 3])),
  'crowd.json': JSON.stringify(crowd),
  'none.json': '[]',
  'stale.log': log,
  'bad.json': '{"name": "bad",\n "ops": [{]}',
  'worse.log': `${log}\nINFO  jepsen.util - 0\t:done\t:read\tnil`,
  'queue.json': JSON.stringify(own('queue', ['a', 'enqueue', 1, 0, 1], ['b', 'dequeue', 1, 2, 3])),
};

const ask = (line: string) =>
  prompt(
    line.split(' '),
    () => Promise.reject(new Error('What lies on the disk is not asked for.')),
    (path) => {
      const text = files[path];
      if (text === undefined) throw new BadInput(`There is no file ${path}.`);
      return text;
    },
  );

async function json(line: string) {
  const { out, err, exit } = await ask(`${line} --json`);
  expect(err).toBe('');
  return { data: outputs.check.parse(JSON.parse(out)) as z.infer<typeof outputs.check>, exit };
}

describe('verdicts', () => {
  it('exits with 0 when all is well', async () => {
    const { data, exit } = await json('check fresh.json --models linearizable');
    expect(exit).toBe(0);
    expect(data).toMatchObject([
      { name: 'fresh', results: { linearizable: { verdict: 'ok', operations: [], lines: [] } } },
    ]);
  });
  it('exits with 1 when a model is violated, and names the operations to blame', async () => {
    const { data, exit } = await json('check stale.json --models linearizable,sequential');
    expect(exit).toBe(1);
    expect(data).toMatchObject([
      {
        name: 'stale',
        results: {
          linearizable: { verdict: 'violated', operations: [0, 1], lines: [] },
          sequential: { verdict: 'ok' },
        },
      },
    ]);
  });
  it('names the lines of a log', async () => {
    const { data } = await json('check stale.log --models linearizable');
    expect(data).toMatchObject([
      { name: 'stale.log', results: { linearizable: { operations: [0, 1], lines: [1, 3] } } },
    ]);
  });
  it('exits with 3 when a budget ran out and nothing is violated', async () => {
    const { data, exit } = await json('check crowd.json --models linearizable --steps 1');
    expect(exit).toBe(3);
    expect(data[0]?.results.linearizable?.verdict).toBe('unknown');
    expect((await json('check crowd.json --models linearizable')).exit).toBe(0);
    const both = await json('check crowd.json thin.json --models linearizable --steps 1');
    expect(both.data.map(({ results }) => results.linearizable?.verdict)).toEqual(['unknown', 'violated']);
    expect(both.exit).toBe(1);
  });
  it('judges many files and many histories of a file, in their order', async () => {
    const { data, exit } = await json('check many.json fresh.json --models pram');
    expect(exit).toBe(1);
    expect(data.map(({ name, results }) => [name, results.pram?.verdict])).toEqual([
      ['fresh', 'ok'],
      ['stale', 'ok'],
      ['thin air', 'violated'],
      ['fresh', 'ok'],
    ]);
    expect(await json('check none.json')).toEqual({ data: [], exit: 0 });
  });
  it('judges alone what it judges together, in whatever order', async () => {
    const { data: all } = await json('check many.json');
    const models = Object.keys(all[0]?.results ?? {});
    expect(models[0]).toBe('linearizable');
    const turned = await ask(`check many.json --models ${[...models].reverse().join(',')} --json`);
    expect(turned.out).toBe(`${JSON.stringify(all, null, 2)}\n`);
    for (const model of models) {
      const { data } = await json(`check many.json --models ${model}`);
      const same = all.map(({ name, results }) => ({ name, results: { [model]: results[model as 'pram'] } }));
      expect(data).toEqual(same);
    }
  });
  it('leaves out what does not apply, unless it is asked for', async () => {
    const { data, exit } = await json('check queue.json');
    expect(exit).toBe(0);
    expect(Object.keys(data[0]?.results ?? {})).not.toContain('pram');
    const asked = await json('check queue.json --models pram,linearizable');
    expect(asked.exit).toBe(0);
    expect(asked.data).toMatchObject([{ results: { pram: { verdict: 'not-applicable' } } }]);
  });
  it('takes the initial value as JSON, and else as a text', async () => {
    const seven = await json('check many.json --initial 7 --models linearizable');
    expect(seven.data[2]?.results.linearizable?.verdict).toBe('ok');
    const text = await json('check many.json --initial seven --models linearizable');
    expect(text.data[2]?.results.linearizable?.verdict).toBe('violated');
  });
  it('takes the operations for those of the object that is asked for', async () => {
    const { data } = await json('check fresh.json --model cas-register --models linearizable,causal');
    expect(data).toMatchObject([{ results: { linearizable: { verdict: 'ok' } } }]);
  });
  it('judges hundreds of histories in one call', async () => {
    const many = Array.from({ length: 400 }, (_, i) => ({ ...(i % 2 === 0 ? fresh : stale), name: `${i}` }));
    const printed = await prompt(
      ['check', 'x', '--json', '--models', 'linearizable,sequential'],
      () => Promise.reject(new Error('not asked for')),
      () => JSON.stringify(many),
    );
    const data = outputs.check.parse(JSON.parse(printed.out));
    expect(data.filter(({ results }) => results.linearizable?.verdict === 'violated')).toHaveLength(200);
  });
});

describe('what people read', () => {
  it('says what the object was taken for, and spells out the operations to blame', async () => {
    const { out } = await ask('check stale.json --models linearizable,sequential');
    expect(out).toContain(
      'stale: 2 operations on a register (guessed from the operations; --model names another)',
    );
    expect(out).toMatch(/^ {2}linearizable {2}VIOLATED {2}\S/m);
    expect(out).toMatch(/^ {6}ops\[0\] {2}a {2}write\(1\) {3,}from 0 to 1$/m);
    expect(out).toMatch(/^ {2}sequential {4}ok {8}\S/m);
    expect((await ask('check stale.log')).out).toMatch(/^ {6}line 3 {2}1 {2}read\(null\) {2}from 3 to 4$/m);
    expect((await ask('check fresh.json --model register')).out).toContain('(as --model says)');
    expect((await ask('check none.json')).out).toBe('No histories.\n');
  });
});

describe('bad input gets a sentence and exit 2', () => {
  it.each([
    ['check', /^Which file\? npm run -s lab -- check <file>/],
    ['check nowhere.json', /^There is no file nowhere\.json\.$/m],
    ['check bad.json', /^bad\.json:2:11: Expected a name in quotation marks, found \]\.$/m],
    ['check fresh.json worse.log bad.json', /^worse\.log:5:23: Expected :invoke.*\nbad\.json:2:11: /],
    ['check fresh.json --models linear', /^--models is one of linearizable, sequential,.* not linear\.$/m],
    ['check fresh.json --model table', /^--model is one of register, .* not table\.$/m],
    ['check fresh.json --model queue', /^fresh\.json:1:\d+: A queue has no operation "write"/],
    ['check queue.json --initial 3', /^queue\.json:1:\d+: A queue begins with a list/],
    ['check fresh.json --steps 0', /--steps wants a whole number from 1/],
    ['check fresh.json --fast 1', /There is no --fast here/],
  ])('%s', async (line, said) => {
    const { out, err, exit } = await ask(line);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(said);
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-check-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const real = (name: string, bytes?: string | Uint8Array) => {
    if (bytes !== undefined) writeFileSync(join(folder, name), bytes);
    return prompt(['check', join(folder, name)], () => Promise.reject(new Error('not asked for')));
  };
  it('reads text from the disk, whatever it begins with', async () => {
    expect((await real('a.json', `\uFEFF${JSON.stringify(fresh)}`)).exit).toBe(0);
  });
  it('says what is not there or is no text', async () => {
    expect(await real('none.json')).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/^There is no file /),
    });
    expect(await real('')).toMatchObject({ exit: 2, err: expect.stringMatching(/is a folder, not a file/) });
    const odd = await real('odd.json', new Uint8Array([0x5b, 0x0a, 0x22, 0xff, 0x22, 0x5d]));
    expect(odd).toMatchObject({
      exit: 2,
      err: expect.stringMatching(/odd\.json:2:2: This is not text in UTF-8\.\n$/),
    });
  });
});
