import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { past } from '#/kernel';
import { harmed } from '../damage.fixture';
import { playgrounds, runOf } from '../runs.fixture';
import { happensBefore, lamport, orderedPairs, type SpaceTime } from './diagram';
import { SHIVIZ_DEFAULT } from './pattern';
import { readShiviz, type ShivizOptions } from './read';
import { shivizText } from './write';

function executions(text: string, options?: ShivizOptions): readonly SpaceTime[] {
  const read = readShiviz(text, options);
  if (!read.ok) throw new Error(`${read.line}:${read.column} ${read.reason}`);
  return read.executions;
}
const one = (text: string, options?: ShivizOptions) => executions(text, options)[0] as SpaceTime;
const refusal = (text: string, options?: ShivizOptions) => {
  const read = readShiviz(text, options);
  return read.ok ? null : `${read.line}:${read.column} ${read.reason}`;
};

/** b waits for a, and c for nobody. */
const onOneLine = [
  '[INFO] [x/a] {"a" : 1} sends to b',
  '[INFO] [x/b] {"b" : 1, "a" : 1} receives',
  '[INFO] [x/c] {"c" : 1} minds its own business',
  '[INFO] [x/b] {"b" : 2, "a" : 1} thinks',
].join('\n');

describe('reading', () => {
  it('takes host, clock and event from a line, whatever stands before them', () => {
    const { hosts, events } = one(onOneLine);
    expect(hosts).toEqual(['a', 'b', 'c']);
    expect(events.map(({ host, text, line }) => [host, text, line])).toEqual([
      ['a', 'sends to b', 1],
      ['b', 'receives', 2],
      ['c', 'minds its own business', 3],
      ['b', 'thinks', 4],
    ]);
    expect(orderedPairs({ name: '', hosts, events })).toEqual({ ordered: 3, concurrent: 3 });
    expect(lamport({ name: '', hosts, events })).toEqual([1, 2, 1, 3]);
  });
  it('takes the event from the line behind or before, with any line ends', () => {
    const behind = 'a {"a":1}\r\nsends to b\r\nb {"b":1,"a":1}\r\nreceives {it}\r\n';
    const before = 'sends to b\na {"a":1}\n\nreceives {it}\nb {"b":1,"a":1}\n';
    for (const text of [behind, before]) {
      expect(one(text).events.map(({ host, text: said }) => [host, said])).toEqual([
        ['a', 'sends to b'],
        ['b', 'receives {it}'],
      ]);
    }
  });
  it('takes a pattern and a delimiter from the reader or from the first two lines', () => {
    const parser = String.raw`(?<event>\w+) at (?<host>\w+) (?<clock>\{.*\})`;
    const delimiter = '^== (?<trace>.*) ==$';
    const text = '== one ==\nstart at a {"a":1}\n== two ==\nstart at b {"b":1}\nstop at b {"b":2}';
    const expected = [
      ['one', 1],
      ['two', 2],
    ];
    const found = executions(text, { parser, delimiter });
    expect(found.map(({ name, events }) => [name, events.length])).toEqual(expected);
    const inFile = executions(`${parser}\n${delimiter}\n${text}`);
    expect(inFile.map(({ name, events }) => [name, events.length])).toEqual(expected);
    expect(inFile[1]?.events[1]?.line).toBe(7);
    expect(one(`${SHIVIZ_DEFAULT}\n\na {"a":1}\nalone`).events).toHaveLength(1);
  });
});

describe('a refusal names its place', () => {
  it.each([
    ['Dear diary', '1:1 This is no host with its clock and an event'],
    [onOneLine.replace('{"c" : 1}', '{"c" : 1'), '3:1 This is no host with its clock'],
    [onOneLine.replace('{"c" : 1}', '{"c" 1}'), '3:19 Expected a colon, found 1.'],
    [onOneLine.replace('{"c" : 1}', '{"c" : "1"}'), '3:14 The count of c is no whole number.'],
    [onOneLine.replace('{"c" : 1}', '{"c" : -1}'), '3:14 The count of c is no whole number.'],
    [onOneLine.replace('{"c" : 1}', '{"a" : 1}'), '3:14 The clock of an event at c does not count c itself.'],
    [
      onOneLine.replace('{"c" : 1}', '{"c" : 2}'),
      '3:14 The clocks of c leave a gap: event 2 is there, and event 1',
    ],
    [onOneLine.replace('{"b" : 2', '{"b" : 1'), '4:14 There are two events 1 at b.'],
    [
      onOneLine.replace('"b" : 2, "a" : 1', '"b" : 2'),
      '4:14 This knows event 1 of b, but not all that event knew: a 1.',
    ],
    [
      onOneLine.replace('{"c" : 1}', '{"c" : 1, "a" : 2}'),
      '3:14 This counts 2 events of a, and there are not as many.',
    ],
    [
      onOneLine.replace('{"a" : 1}', '{"a" : 1, "b" : 1}'),
      '1:14 This knows event 1 of b, which knows of this one',
    ],
    [`a {"a":1} ${'x'.repeat(5_000)}`, '1:1 A line of a log has at most 4000 characters.'],
    ['', '1:1 There is nothing in it.'],
  ])('%#', (text, said) => {
    expect(refusal(text)).toContain(said);
  });
  it.each([
    [{ parser: '(?<host>a) (?<clock>b)' }, 'This pattern has no group (?<event>…).'],
    [{ parser: '(?<host>(a+)+) (?<clock>b)(?<event>c)' }, 'This pattern repeats a group without end'],
    [{ parser: '(?<host>(a|a){40}) (?<clock>b)(?<event>c)' }, 'This pattern repeats a group without end'],
    [{ parser: '(?<host>[) (?<clock>b)(?<event>c)' }, 'This pattern is no regular expression.'],
    [
      { parser: `(?<host>a) (?<clock>b)(?<event>c)${'d'.repeat(500)}` },
      'A pattern has at most 500 characters.',
    ],
    [{ parser: '(?<host>a) (?<clock>b)(?<event>c)' }, 'The pattern matches nothing here.'],
    [{ delimiter: 'q?' }, 'The delimiter matches nothing at all here.'],
  ])('%#', (options, said) => {
    expect(refusal(onOneLine, options)).toContain(said);
  });
  it('whatever happened to the log', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(40), fc.nat()), { minLength: 1 }), (harms) => {
        const text = harmed(onOneLine, harms);
        const read = readShiviz(text);
        if (read.ok) return;
        expect(read.line).toBeLessThanOrEqual(text.split('\n').length);
        expect(read.reason).toMatch(/\.$/);
      }),
      { numRuns: 2000 },
    );
  });
});

it('writes a run that is read back with the same causes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...playgrounds),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(10), fc.nat(), fc.nat()), { maxLength: 8 }),
      (ground, seed, plays) => {
        const { trace } = runOf(ground, seed, plays);
        const entries = trace.filter(({ node }) => node !== null);
        const text = shivizText(trace);
        const diagram = one(text);
        expect(one(text, { parser: SHIVIZ_DEFAULT })).toEqual(diagram);
        expect(diagram.events.map(({ host }) => host)).toEqual(entries.map(({ node }) => node));
        let ordered = 0;
        for (const [i, entry] of entries.entries()) {
          const before = past(trace, entry.id);
          for (const [j, other] of entries.entries()) {
            const is = before.has(other.id);
            if (is) ordered++;
            const [event, earlier] = [diagram.events[i], diagram.events[j]];
            if (event && earlier && happensBefore(earlier, event) !== is)
              expect([entry, other]).toBe('unrelated');
          }
        }
        expect(orderedPairs(diagram)).toEqual({
          ordered,
          concurrent: (entries.length * (entries.length - 1)) / 2 - ordered,
        });
      },
    ),
    { numRuns: 60 },
  );
});
