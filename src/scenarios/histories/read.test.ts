import { describe, expect, it } from 'vitest';
import { MOST_CHARACTERS } from './place';
import { type ReadOptions, readHistories } from './read';

const told = (text: string, options?: ReadOptions) => {
  const read = readHistories(text, options);
  if (!read.ok) throw new Error(`${read.line}:${read.column} ${read.reason}`);
  return read.histories;
};
const operations = (text: string, options?: ReadOptions) =>
  told(text, options).map(({ history }) => history.operations);
const one = (text: string, options?: ReadOptions) => operations(text, options)[0] ?? [];
const refusal = (text: string, options?: ReadOptions) => {
  const read = readHistories(text, options);
  return read.ok ? null : `${read.line}:${read.column} ${read.reason}`;
};

const op = (more: string, type = 'read') => `{"process":"a","type":"${type}","start":0,"end":1${more}}`;
const own = (...ops: string[]) => `{"name":"h",\n"ops":[\n${ops.join(',\n')}]}`;

describe('history JSON', () => {
  it('reads one history', () => {
    const read = readHistories(
      '{"name":"h","initial":0,"ops":[{"process":1,"type":"cas","key":"x","value":[0,1],"result":true,"start":2,"end":null}]}',
    );
    expect(read).toEqual({
      ok: true,
      format: 'json',
      histories: [
        {
          history: {
            name: 'h',
            initial: 0,
            operations: [
              {
                process: '1',
                type: 'cas',
                key: 'x',
                value: [0, 1],
                result: true,
                start: 2,
                end: null,
                outcome: 'ok',
              },
            ],
          },
          object: 'cas-register',
          objectFrom: 'operations',
        },
      ],
    });
  });
  it('reads a list of them, with what collections say besides', () => {
    const text = '[{"ops":[]},{"name":"b","ops":[],"source":"a book","verdict":{},"dependsOnDefinition":[]}]';
    const read = readHistories(text, { name: 'file' });
    expect(read.ok && read.histories.map(({ history }) => history.name)).toEqual(['file 1', 'b']);
    expect(operations('[]')).toEqual([]);
  });
  it('lets the file, and before it the reader, say which object and what it holds', () => {
    const text = '{"model":"cas-register","initial":1,"ops":[]}';
    const [said] = told(text);
    expect(said).toMatchObject({ object: 'cas-register', objectFrom: 'file', history: { initial: 1 } });
    const [asked] = told(text, { object: 'set', initial: [] });
    expect(asked).toMatchObject({ object: 'set', objectFrom: 'asked', history: { initial: [] } });
  });
  it('lets a process go on after an operation of unknown end', () => {
    const ops = one(own(op(',"value":1,"outcome":"unknown"', 'write'), op(',"value":2')));
    expect(ops.map(({ process }) => process)).toEqual(['a', 'a']);
  });

  it.each([
    [own('3'), '3:1 An operation is an object'],
    [own('{"type":"read","start":0,"end":1}'), '3:1 process is missing'],
    [own(op(',"outcom":"unknown"')), '3:57 An operation has no member called outcom.'],
    [own(op(',"outcome":"lost"')), '3:58 outcome is one of ok, failed, unknown.'],
    [own('{"process":"a","type":"read","start":0}'), '3:1 end is missing or is no number: null means'],
    [own('{"process":"a","type":"read","start":3,"end":1}'), '3:46 It ends at 1, before it starts at 3.'],
    [own(op('', 'reed')), '3:23 No object has an operation "reed". There are: read, write'],
    [own(op(',"value":1'), op('', 'push')), '4:23 No object has the operations read and push.'],
    [own(op('', 'write')), '3:1 A write needs a value.'],
    [own(op(',"value":[1]', 'cas')), '3:55 A cas needs the pair [expected, new].'],
    [own(op(''), op('')), '4:1 Process a does two things at a time: read from 0 to 1, and read from 0.'],
    ['{"ops":{}}', '1:8 ops is missing or is no list.'],
    ['{"name":"h"}', '1:1 ops is missing or is no list.'],
    ['[1]', '1:2 A history is an object'],
    ['{"model":"rgister","ops":[]}', '1:10 model is one of register,'],
    [
      '{"initial":0,"ops":[{"process":"a","type":"push","value":1,"start":0,"end":1}]}',
      '1:12 A stack begins',
    ],
    ['{"ops":[}', '1:9 Expected a value, found }.'],
  ])('refuses %j', (text, said) => {
    expect(refusal(text)).toContain(said);
  });

  it('refuses what the asked object does not do', () => {
    expect(refusal(own(op('')), { object: 'queue' })).toBe(
      '3:23 A queue has no operation "read", only enqueue, dequeue and length.',
    );
  });
  it('is told how much is too much', () => {
    expect(refusal(' '.repeat(MOST_CHARACTERS + 1))).toMatch(/^1:1 This is longer than the lab reads/);
    const many = `{"ops":[${'1,'.repeat(200_000)}1]}`;
    expect(refusal(many)).toBe('1:1 More than 200000 operations.');
  });
});

describe('which object it is', () => {
  const of = (types: string[], more = '') =>
    readHistories(
      `{"ops":[${types.map((type, i) => `{"process":"${i}","type":"${type}","start":0,"end":1${more}}`)}]}`,
    );
  it.each([
    [[], 'register'],
    [['read'], 'register'],
    [['read', 'cas'], 'cas-register'],
    [['get', 'append'], 'kv'],
    [['txn'], 'multi-register'],
    [['dequeue', 'length'], 'queue'],
    [['pop'], 'stack'],
    [['release'], 'mutex'],
    [['add', 'read'], 'counter'],
  ])('%j: %s', (types, object) => {
    const value = types.includes('cas') || types.includes('txn') ? ',"value":[]' : ',"value":"1"';
    const failed = `${value},"outcome":"failed"`;
    const counted = types.includes('add') ? ',"value":1' : failed;
    expect(of(types, counted)).toMatchObject({ histories: [{ object }] });
  });
  it('tells a set from a counter by what was read', () => {
    expect(of(['read', 'add'], ',"value":[1]')).toMatchObject({ histories: [{ object: 'set' }] });
  });
});

const log = (...lines: string[]) => lines.map((line) => `INFO  jepsen.util - ${line}`).join('\n');

describe('the log of a Jepsen run', () => {
  it('pairs an invoke with the next line of its process; the line is the time', () => {
    const text = log(
      '0\t:invoke\t:read\tnil',
      '1\t:invoke\t:write\t4',
      '0\t:ok\t:read\tnil',
      '1\t:ok\t:write\t4',
    );
    expect(one(text)).toEqual([
      { process: '0', type: 'read', value: null, start: 1, end: 3, outcome: 'ok', line: 1 },
      { process: '1', type: 'write', value: 4, start: 2, end: 4, outcome: 'ok', line: 2 },
    ]);
  });
  it('takes a failed cas for one whose comparison failed, and a failed write for none', () => {
    const text = log(
      '0\t:invoke\t:cas\t[1 2]',
      '0\t:fail\t:cas\t[1 2]',
      '0\t:invoke\t:write\t1',
      '0\t:fail\t:write\t1',
    );
    expect(one(text)).toMatchObject([
      { type: 'cas', value: [1, 2], result: false, outcome: 'ok', end: 2 },
      { type: 'write', outcome: 'failed' },
    ]);
    expect(one(log('0\t:invoke\t:cas\t[1 2]', '0\t:ok\t:cas\t[1 2]'))).toMatchObject([{ result: true }]);
  });
  it('drops a read that timed out, and leaves open for ever what else did', () => {
    const text = log(
      '3\t:invoke\t:read\tnil',
      '3\t:fail\t:read\t:timed-out',
      '3\t:invoke\t:write\t1',
      '3\t:info\t:write\t:timed-out',
      '3\t:invoke\t:read\tnil',
      '3\t:info\t:read\t:timed-out',
      '3\t:invoke\t:cas\t[1 2]',
      '3\t:invoke\t:write\t5',
    );
    expect(one(text)).toEqual([
      { process: '3', type: 'write', value: 1, start: 3, end: null, outcome: 'unknown', line: 3 },
      { process: '3/2', type: 'cas', value: [1, 2], start: 7, end: null, outcome: 'unknown', line: 7 },
      { process: '3/3', type: 'write', value: 5, start: 8, end: null, outcome: 'unknown', line: 8 },
    ]);
  });
  it('passes over the nemesis, blank lines and what other loggers say', () => {
    const text = `INFO  jepsen.core - Running\n\n${log(':nemesis\t:info\t:start\tnil', '1\t:invoke\t:write\t4')}\r\n`;
    expect(one(text)).toMatchObject([{ process: '1', line: 4 }]);
  });
  it.each([
    ['0\t:invok\t:read\tnil', '2:23 Expected :invoke, :ok, :fail or :info, found :invok.'],
    ['x\t:invoke\t:read\tnil', '2:21 Expected the number of a process, found x.'],
    ['0\t:invoke\tread\tnil', '2:31 Expected a function, as :read, found read.'],
    ['0\t:invoke\t:read', '2:36 A value is missing.'],
    ['0\t:invoke\t:cas\t[1 2', '2:36 This [ is never closed.'],
    ['0\t:invoke\t:cas\t[1 2] 3', '2:42 One value is enough.'],
    ['1\t:ok\t:read\t3', '2:1 Process 1 has begun no read that could end here.'],
    ['0\t:ok\t:write\t3', '2:1 This ends a write, and process 0 began a read in line 1.'],
    ['0\t:ok\t:read\t:timed-out', '2:1 A read that timed out cannot be :ok.'],
    ['0\t:invoke\t:reed\tnil', '2:1 No object has an operation "reed".'],
  ])('refuses %j', (line, said) => {
    expect(refusal(log('0\t:invoke\t:read\tnil', line, line))).toContain(said);
  });
  it('refuses a line that is none, and a write that ends as another', () => {
    expect(refusal(`${log('0\t:invoke\t:write\t3')}\njepsn.util - 0\t:ok\t:write\t3`)).toMatch(
      /^2:1 A line of a Jepsen/,
    );
    expect(refusal(log('0\t:invoke\t:write\t3', '0\t:ok\t:write\t4'))).toMatch(
      /^2:1 This write ends with 4, and/,
    );
  });
});

describe('EDN', () => {
  it('reads a vector of maps, and maps one after another', () => {
    const maps =
      '{:type :invoke, :process 1, :f :write :value 3} ; a comment\n{:process 1N :type :ok :f :write :value 3}';
    const expected = [{ process: '1', type: 'write', value: 3, start: 1, end: 2, outcome: 'ok', line: 1 }];
    expect(one(maps)).toEqual(expected);
    expect(one(`[${maps}]`)).toEqual(expected);
    expect(one(`; first\n${maps}`)).toMatchObject([{ start: 1, end: 2, line: 2 }]);
    expect(one(maps.replaceAll('{:', '#jepsen.history.Op{:'))).toEqual(expected);
  });
  it('drops what failed, and a completed read of nil', () => {
    const of = (type: string, f: string, value: string) =>
      `{:process 1 :type ${type} :f ${f} :value ${value}}`;
    const text = [
      of(':invoke', ':cas', '[1 2]'),
      of(':fail', ':cas', '[1 2]'),
      of(':invoke', ':read', 'nil'),
      of(':ok', ':read', 'nil'),
      of(':invoke', ':write', '1'),
      of(':info', ':write', '1'),
      '{:process :nemesis :type :info :f :start :value nil}',
    ].join('\n');
    expect(one(text)).toEqual([
      { process: '1', type: 'write', value: 1, start: 5, end: null, outcome: 'unknown', line: 5 },
    ]);
  });
  it('keeps long numbers apart, and safe ones numbers', () => {
    const write = (value: string, process: number) =>
      `{:process ${process} :type :invoke :f :write :value ${value}}`;
    const text = `${write('9007199254740993', 1)}${write('9007199254740992', 2)}${write('5N', 3)}${write('"a\\n"', 4)}`;
    expect(one(text).map(({ value }) => value)).toEqual(['9007199254740993', '9007199254740992', 5, 'a\n']);
  });
  it('reads transactions', () => {
    const text =
      '{:process 0 :type :invoke :f :txn :value [[:r :x nil] [:w 1 2]]}\n{:process 0 :type :ok :f :txn :value [[:r :x 3] [:w 1 2]]}';
    expect(one(text)).toMatchObject([
      {
        type: 'txn',
        value: [
          ['read', ':x', 3],
          ['write', '1', 2],
        ],
      },
    ]);
  });
  it.each([
    ['{:a 1', '1:1 This { is never closed.'],
    ['[{:a 1}', '1:1 This [ is never closed.'],
    ['{:a 1}\n}', '2:1 This } closes nothing.'],
    ['[{:a (1]}]', '1:8 This ] closes nothing.'],
    ['{:a}', '1:1 A name in this map has no value.'],
    ['{:a "b}', '1:5 This text has no closing quotation mark.'],
    ['{:a "\\x"}', '1:6 EDN has no such escape.'],
    ['{:a 1x}', '1:5 1x is no number.'],
    ['{:a 1/2}', '1:5 1/2 is no number.'],
    ['{:a ##NaN}', '1:5 ##NaN stands for nothing.'],
    ['{:a \\b}', '1:5 The lab reads no characters here'],
    ['{:a 1 :a 2}', '1:1 This map gives a name twice.'],
    ['[{:a 1}] 2', '1:10 Nothing may follow the closing ].'],
    ['; only\n; comments\n1', '3:1 Expected a map'],
    ['{:type :invoke}', '1:1 This map names no :process.'],
    ['{:process 1}', '1:1 The :type of an event is'],
    ['{:process 1 :type :invoke}', '1:1 This map names no function'],
    ['{:process 1 :type :ok :f :read}', '1:1 Process 1 has begun no read'],
  ])('refuses %j', (text, said) => {
    expect(refusal(text)).toContain(said);
  });
});

it('refuses what is nested without end', () => {
  expect(refusal(`{:a ${'['.repeat(100_000)}`)).toBe('1:69 This is nested deeper than 64 levels.');
  expect(refusal(`{:a ${'#a '.repeat(100_000)}`)).toMatch(/nested deeper/);
  expect(refusal(`{:a ${'#_ '.repeat(100_000)}`)).toMatch(/nested deeper/);
});

it('refuses what looks like no history', () => {
  expect(refusal('Dear diary')).toMatch(/^1:1 This does not begin as any history the lab knows: /);
  expect(refusal('Dear diary', { format: 'jepsen-log' })).toMatch(/^1:1 A line of a Jepsen log is/);
  expect(refusal('  \n ')).toBe('1:1 There is nothing in it.');
  expect(refusal('[INFO] a {"a":1} b')).toMatch(/does not begin as any/);
});
