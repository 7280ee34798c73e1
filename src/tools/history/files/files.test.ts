import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examples, historyText } from '#/scenarios';
import { drawnOf, historyOfDrawn } from '../document/drawn';
import { planOf } from '../space-time/plan';
import { fileName } from './file-name';
import { drawnOfLink, isLink, linkOf, MOST_CHARACTERS } from './link';
import { excerptOf, readText } from './read-text';

const histories = examples.map(({ history }) => history);
const first = histories[0] as (typeof histories)[number];

const log = `a {"a":1} a: first
b {"a":1,"b":1} b: hears of a
c {"c":1} c: alone
b {"a":1,"b":2,"c":1} b: hears of c
a {"a":2,"b":2,"c":1} a: hears of b`;

describe('reading what is opened', () => {
  it('takes a history, or several', () => {
    const one = readText(historyText(first, 'register'), 'x');
    expect(one).toMatchObject({ ok: true, histories: [{ history: first, object: 'register' }] });
    const all = readText(`[${histories.map((h) => historyText(h)).join()}]`, 'x');
    expect(all.ok && 'histories' in all && all.histories).toHaveLength(histories.length);
  });
  it('takes a log with clocks', () => {
    const read = readText(log, 'x');
    expect(read.ok && 'executions' in read && read.executions[0]?.hosts).toEqual(['a', 'b', 'c']);
  });
  it('takes a log whose lines begin with a bracket for a log', () => {
    const prefixed = log.replaceAll(/^/gm, '[INFO] [akka://x/user] ');
    expect(readText(prefixed, 'x')).toMatchObject({ ok: true, executions: [{ hosts: ['a', 'b', 'c'] }] });
  });
  it('tells where a history makes no sense, with what stands there', () => {
    const bad = historyText(first).replace('"write"', '"wrote"');
    const read = readText(bad, 'x');
    expect(read).toMatchObject({ ok: false, line: 5 });
    if (!read.ok) expect(read.excerpt.text.slice(read.excerpt.at)).toMatch(/^"wrote"/);
  });
  it('tells where a log with clocks makes no sense', () => {
    expect(readText(log.replace('"b":2,"c":1} a', '"b":9,"c":1} a'), 'x')).toMatchObject({
      ok: false,
      line: 5,
    });
  });
  it('takes a broken history for a history, even where clocks stand in it', () => {
    expect(readText('{"ops": [{"a": 1}', 'x')).toMatchObject({ ok: false });
    expect(readText('', 'x')).toMatchObject({ ok: false, line: 1, column: 1 });
  });
  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof readText(text, 'x').ok === 'boolean'));
  });
  it('shows the place in a line however long it is', () => {
    const { text, at } = excerptOf(`${'x'.repeat(500)}!${'y'.repeat(500)}`, 1, 501);
    expect(text[at]).toBe('!');
    expect(text.length).toBeLessThan(100);
  });
});

describe('a drawing as a link', () => {
  const drawn = drawnOf(first, 'register');
  it('comes back as it went', async () => {
    for (const history of histories) {
      const hash = (await linkOf(drawnOf(history, 'register'))) ?? '';
      expect(isLink(hash)).toBe(true);
      const read = await drawnOfLink(hash);
      expect('drawn' in read && historyOfDrawn(read.drawn)).toEqual(history);
    }
  });
  it('is not made of a drawing that is too long for one', async () => {
    const operations = Array.from({ length: 3_000 }, (_, i) => ({
      ...(drawn.operations[0] as (typeof drawn.operations)[number]),
      id: i + 1,
      value: `${(i * 7919) % 10_007}-${(i * 104_729) % 99_991}`,
      start: i * 10 + ((i * 31) % 7),
      end: i * 10 + 8,
    }));
    expect(await linkOf({ ...drawn, operations })).toBeNull();
  });
  it('says what is wrong with a damaged, a newer or an empty one', async () => {
    const hash = (await linkOf(drawn)) ?? '';
    for (const bad of [
      `${hash.slice(0, -9)}`,
      '#h=',
      '#h=v1.',
      '#h=v1.!!',
      `#h=v1.${'A'.repeat(MOST_CHARACTERS)}`,
    ]) {
      expect(await drawnOfLink(bad)).toHaveProperty('wrong');
    }
    expect(await drawnOfLink(hash.replace('v1', 'v2'))).toMatchObject({ wrong: /newer/ });
  });
  it('never throws, whatever the address holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.base64String({ maxLength: 200 }), async (junk) => {
        expect(await drawnOfLink(`#h=v1.${junk.replace(/[+/=]/g, '_')}`)).toHaveProperty('wrong');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a space-time diagram', () => {
  it('draws an arrow only where no other way says the same', () => {
    const read = readText(log, 'x');
    if (!read.ok || !('executions' in read) || !read.executions[0]) throw new Error('It is a log.');
    const { dots, arrows } = planOf(read.executions[0]);
    expect(dots.map((dot) => dot.stamp)).toEqual([1, 2, 1, 3, 4]);
    const drawn = arrows.map(({ from, to }) => `${from.event.text} > ${to.event.text}`);
    expect(drawn.sort()).toEqual([
      'a: first > b: hears of a',
      'b: hears of c > a: hears of b',
      'c: alone > b: hears of c',
    ]);
    for (const { from, to } of arrows) expect(to.x).toBeGreaterThan(from.x);
  });
});

it('names a file so that any disk takes it', () => {
  expect(fileName('A stale read?')).toBe('a-stale-read.json');
  expect(fileName('../..')).toBe('history.json');
});
