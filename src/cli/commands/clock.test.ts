import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BadInput } from '../answer';
import { projectRoot } from '../disk';
import { outputs } from '../output';
import { prompt } from '../prompt';

/** Worked by hand: A sends to B, B to C; C's clock is behind, B's ahead; D minds its own business. */
const script = {
  nodes: ['A', 'B', 'C', 'D'],
  events: [
    { id: 'a1', node: 'A', kind: 'local', wallMs: 10 },
    { id: 'a2', node: 'A', kind: 'send', message: 'm', wallMs: 11 },
    { id: 'b1', node: 'B', kind: 'local', wallMs: 40 },
    { id: 'b2', node: 'B', kind: 'receive', message: 'm', wallMs: 41 },
    { id: 'b3', node: 'B', kind: 'send', message: 'n', wallMs: 41 },
    { id: 'c1', node: 'C', kind: 'receive', message: 'n', wallMs: 5 },
    { id: 'c2', node: 'C', kind: 'local', wallMs: 6.5 },
    { id: 'd1', node: 'D', kind: 'local', wallMs: 7 },
    { id: 'c3', node: 'C', kind: 'receive', message: 'm', wallMs: 60 },
  ],
};
type Script = { nodes: unknown; events: unknown };

async function ask(line: string, given: unknown = script) {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  return prompt(
    line.split(' '),
    () => Promise.reject(new Error('What lies on the disk is not asked for.')),
    (path) => {
      if (path !== 's.json') throw new BadInput(`There is no file ${path}.`);
      return text;
    },
  );
}

async function stamps(kind: string, given: unknown = script) {
  const { out, err, exit } = await ask(`clock --kind ${kind} s.json --json`, given);
  expect([err, exit]).toEqual(['', 0]);
  return outputs.clock.parse(JSON.parse(out));
}
const only = async (kind: string, given?: unknown) => (await stamps(kind, given)).map(({ stamp }) => stamp);

describe('every event gets its stamp, in the order of the script', () => {
  it('lamport: a number', async () => {
    expect(await stamps('lamport')).toEqual(
      [1, 2, 1, 3, 4, 5, 6, 1, 7].map((stamp, i) => ({
        id: script.events[i]?.id,
        node: script.events[i]?.node,
        stamp,
      })),
    );
  });
  it('vector: a count for every node', async () => {
    const rows = [
      [1, 0, 0, 0],
      [2, 0, 0, 0],
      [0, 1, 0, 0],
      [2, 2, 0, 0],
      [2, 3, 0, 0],
      [2, 3, 1, 0],
      [2, 3, 2, 0],
      [0, 0, 0, 1],
      [2, 3, 3, 0],
    ];
    expect(await only('vector')).toEqual(rows.map(([A, B, C, D]) => ({ A, B, C, D })));
  });
  it('hlc: l in milliseconds, and c', async () => {
    const rows = [
      [10, 0],
      [11, 0],
      [40, 0],
      [41, 0],
      [41, 1],
      [41, 2],
      [41, 3],
      [7, 0],
      [60, 0],
    ];
    expect(await only('hlc')).toEqual(rows.map(([l, c]) => ({ l, c })));
  });
  it('a wall clock may step back, and l does not', async () => {
    const back = [100, 40, 99, 101].map((wallMs, id) => ({ id, node: 'A', kind: 'local', wallMs }));
    expect(await only('hlc', { nodes: ['A'], events: back })).toEqual([
      { l: 100, c: 0 },
      { l: 100, c: 1 },
      { l: 100, c: 2 },
      { l: 101, c: 0 },
    ]);
  });
  it('of no events there are none', async () => {
    expect(await stamps('vector', { nodes: ['A'], events: [] })).toEqual([]);
  });
  it('takes names for what they are', async () => {
    const names = ['constructor', 'l', 'c'];
    const events = names.map((node) => ({ id: node, node, kind: 'local' }));
    expect(await only('vector', { nodes: names, events })).toEqual([
      { constructor: 1, l: 0, c: 0 },
      { constructor: 0, l: 1, c: 0 },
      { constructor: 0, l: 0, c: 1 },
    ]);
    const { out } = await ask('clock --kind vector s.json', { nodes: names, events });
    expect(out.split('\n')[1]).toBe('l            l            local  constructor 0, l 1, c 0');
  });
});

it('people read a table', async () => {
  const rows = async (kind: string) => (await ask(`clock --kind ${kind} s.json`)).out.split('\n').slice(4, 6);
  expect(await rows('lamport')).toEqual(['b3  B  sends n     4', 'c1  C  receives n  5']);
  expect((await rows('vector'))[1]).toBe('c1  C  receives n  A 2, B 3, C 1, D 0');
  expect((await rows('hlc'))[1]).toBe('c1  C  receives n  l 41 ms, c 2');
  expect((await ask('clock --kind hlc s.json', { nodes: ['A'], events: [] })).out).toBe('No events.\n');
});

describe('bad input gets a sentence and exit 2', () => {
  const but = (change: (copy: { nodes: string[]; events: Record<string, unknown>[] }) => void): Script => {
    const copy = JSON.parse(JSON.stringify(script));
    change(copy);
    return copy;
  };
  const event = (i: number, change: Record<string, unknown>) =>
    but(({ events }) => {
      events[i] = { ...events[i], ...change };
    });
  it.each([
    ['clock s.json', /Which clock\? --kind is one of lamport, vector, hlc\./],
    ['clock --kind matrix s.json', /--kind is one of lamport, vector, hlc, not matrix/],
    ['clock --kind toString s.json', /not toString/],
    ['clock --kind hlc', /Which script\?/],
    ['clock --kind hlc none.json', /There is no file none\.json/],
    ['clock --kind hlc s.json s.json', /One script at a time/],
    ['clock --kind hlc --seed 3 s.json', /There is no --seed here/],
  ])('%s', async (line, said) => {
    const { out, err, exit } = await ask(line);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(said);
  });
  it.each([
    ['', /^s\.json:1:1: There is nothing in it/],
    ['{"nodes": ["A"],\n "events": [}', /^s\.json:2:13: Expected a value, found }/],
    ['[]', /1:1: A script is an object/],
    [{ events: [] }, /nodes is a list of names, and is missing/],
    [{ nodes: [], events: [] }, /There are no nodes/],
    [{ nodes: ['A', 1], events: [] }, /A node has a name in quotation marks, not 1/],
    [{ nodes: ['A', 'B', 'A'], events: [] }, /:1:19: Two nodes are called A/],
    [{ nodes: ['A'] }, /events is a list, and is missing/],
    [{ nodes: ['A'], events: [3] }, /An event is an object/],
    [event(0, { id: null }), /An event has an id/],
    [event(2, { id: 'a2' }), /Two events are called a2/],
    [event(2, { node: 'E' }), /The event b1 happens at E, which is not a node\. There are: A, B, C, D\./],
    [event(2, { node: undefined }), /b1 does not say at which node/],
    [event(2, { kind: 'sned' }), /The event b1 is called sned: its kind is one of local, send, receive/],
    [event(2, { kind: undefined }), /b1 does not say what it is/],
    [event(2, { message: 'm' }), /b1 is local, and names a message/],
    [event(3, { message: undefined }), /b2 is a receive, and names no message/],
    [event(1, { message: undefined }), /a2 is a send, and names no message/],
    [event(3, { message: 'z' }), /b2 receives z, which nobody sends/],
    [event(3, { message: 'n' }), /b2 receives n, which is sent only later, by b3/],
    [event(4, { message: 'm' }), /m is sent twice, by a2 and by b3/],
    [event(4, { wallMs: undefined }), /The event b3 has no wallMs, and a hybrid clock reads the wall clock/],
    [event(4, { wallMs: -1 }), /The wallMs of event b3 is no number of milliseconds/],
    [event(4, { wallMs: '7' }), /The wallMs of event b3 is no number of milliseconds/],
  ])('%#', async (given, said) => {
    const { out, err, exit } = await ask('clock --kind hlc s.json --json', given);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toMatch(said);
  });
  it('but only a hybrid clock asks for the time', async () => {
    expect(await only('lamport', event(4, { wallMs: undefined }))).toHaveLength(9);
  });
});

describe('at a real prompt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clock-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  it('prints data alone, and exits as it says', () => {
    const file = join(folder, 's.json');
    writeFileSync(file, JSON.stringify(script));
    const at = (...line: string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', 'clock', ...line], {
        cwd: projectRoot,
        encoding: 'utf8',
      });
    const good = at('--kind', 'hlc', file, '--json');
    expect([good.status, good.stderr]).toEqual([0, '']);
    expect(outputs.clock.parse(JSON.parse(good.stdout))).toHaveLength(9);
    expect(at('--kind', 'hlc', join(folder, 'none.json')).status).toBe(2);
  }, 60_000);
});
