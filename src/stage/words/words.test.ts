import { describe, expect, test } from 'vitest';
import { type Command, Recording } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { type Entry, type Variant, worldConfig } from '#/scenarios';
import { sample } from '../sample.fixture';
import {
  branchName,
  commandWords,
  cursorText,
  knownWords,
  label,
  sentence,
  skewText,
  summary,
  tells,
  timedSentence,
  timeSpoken,
  timeText,
} from './index';
import { linksShort } from './link-words';
import { valueText } from './names';

const module = await loadProtocol('rpc');
const request = { from: 'browser', to: 'payment' };
const reply = { from: 'payment', to: 'browser' };

function recording(variant: Variant = {}): Recording {
  const made = new Recording(worldConfig(sample, module, variant), module.protocol);
  made.advance(0);
  return made;
}
const traceOf = (variant: Variant = {}): readonly Entry[] => recording(variant).branch(0).trace;
const command = (said: object) => said as unknown as Command;
const script = (...items: { at: number; command: object }[]) => ({ script: items }) as unknown as Variant;
const told = (trace: readonly Entry[], type: Entry['type']) =>
  trace.filter((e) => e.type === type).map((e) => sentence(e, sample));

describe('values', () => {
  test('are cut short between two of their parts, or inside one that is too long', () => {
    expect(valueText({ value: 'off', stamped: '480 ms by B', l: 480_000, c: 0 })).toBe(
      'value off, stamped 480 ms by B, …',
    );
    expect(valueText([1, 2, 3])).toBe('1, 2, 3');
    expect(valueText('x'.repeat(50))).toBe(`${'x'.repeat(39)}…`);
    expect(valueText({ a: 'x'.repeat(30), b: 'y'.repeat(30) }).length).toBeLessThanOrEqual(40);
  });
});

describe('times', () => {
  test('have the digits that tell neighbours apart, and no more', () => {
    expect([0, 84_000, 84_300, 840, 1_240_000, 12_500_000].map(timeText)).toEqual([
      '0 ms',
      '84 ms',
      '84.3 ms',
      '0.84 ms',
      '1,240 ms',
      '12.5 s',
    ]);
    expect(timeText(-3_000)).toBe('−3 ms');
    expect(timeText(1_899_950_000)).toBe('1,899.95 s');
    expect(skewText(12_000)).toBe('+12 ms');
    expect(timeSpoken(84_000)).toBe('84 milliseconds');
  });

  test('that run keep their width, and their decimals follow the pace', () => {
    expect(cursorText(84_321.5, 80_000)).toBe('84 ms');
    expect(cursorText(84_321.5, 10_000)).toBe('84.3 ms');
    expect(cursorText(84_000, 1_000)).toBe('84.00 ms');
    expect(cursorText(1_234_000, 80_000)).toBe('1,234 ms');
    expect(cursorText(1_234_567, 1_000)).toBe('1,234.57 ms');
  });
});

describe('sentences', () => {
  test('tell a call from its beginning to what is known of it', () => {
    const trace = traceOf();
    const story = trace.filter(tells).map((e) => sentence(e, sample));
    expect(story).toEqual([
      'Call 1 of browser begins: charge 10.',
      'browser sends charge request 1 to payment.',
      'payment receives charge request 1 from browser.',
      'payment writes to disk: ledger gains call browser/1, amount 10.',
      'payment sends receipt 1 to browser.',
      'browser receives receipt 1 from payment.',
      'Call 1 of browser ends: its code saw the answer 10, and it happened.',
    ]);
  });

  test('a cut says which way, and what it took with it', () => {
    const both = traceOf(script({ at: 84_000, command: { verb: 'cut', links: [request, reply] } }));
    const cut = both.find((e) => e.type === 'command') as Entry;
    expect(timedSentence(cut, sample)).toBe(
      'At 84 ms the link between browser and payment is cut, both ways.',
    );
    expect(sentence(cut, sample)).toBe('The link between browser and payment is cut, both ways.');
    expect(told(both, 'dropped')).toEqual([
      'Receipt 1 from payment to browser is lost halfway, because the link is cut.',
    ]);
    expect(told(both, 'completed')).toEqual([
      'Call 1 of browser ends: its code saw no answer in time, and nobody can say whether it happened.',
    ]);
    const one = traceOf(script({ at: 84_000, command: { verb: 'cut', links: [reply] } }));
    expect(told(one, 'command')).toEqual(['The link from payment to browser is cut, that way only.']);
  });

  test('a crash says where it cut', () => {
    const crash = (afterEffect?: number) =>
      told(
        traceOf(
          script({
            at: 20_000,
            command: {
              verb: 'crash',
              node: 'payment',
              disk: 'lost',
              ...(afterEffect === undefined ? {} : { afterEffect, on: 'charge' }),
            },
          }),
        ),
        'crashed',
      );
    expect(crash()).toEqual(['payment crashes, and its disk is lost.']);
    expect(crash(0)).toEqual(['payment crashes before its first effect, and its disk is lost.']);
    expect(crash(1)).toEqual(['payment crashes after its first effect, and its disk is lost.']);
  });

  test('a message for a node that is down, one held, one delayed, one copied', () => {
    const message = { ...request, kind: 'charge', nth: 1 };
    const trace = traceOf(
      script(
        { at: 20_000, command: { verb: 'duplicate', message } },
        { at: 25_000, command: { verb: 'delay', message, byUs: 30_000 } },
        { at: 30_000, command: { verb: 'hold', message } },
        { at: 35_000, command: { verb: 'crash', node: 'payment', disk: 'kept' } },
        { at: 40_000, command: { verb: 'release', message } },
      ),
    );
    expect(told(trace, 'duplicated')).toEqual(['A copy of charge request 1 sets out: copy 2.']);
    expect(told(trace, 'delayed')).toEqual(['Charge request 1 from browser to payment is delayed by 30 ms.']);
    expect(told(trace, 'held')).toEqual(['Charge request 1 from browser to payment is held on its link.']);
    expect(told(trace, 'dropped')).toContain(
      'Charge request 1, copy 2 from browser to payment arrives, but payment is down and it is lost.',
    );
  });

  test('what is known differs from what was seen', () => {
    expect(knownWords('ok')).toBe('it happened');
    expect(knownWords('failed')).toBe('it certainly did not happen');
    expect(knownWords('unknown')).toBe('nobody can say whether it happened');
  });

  test('every kind of entry of an eventful run has one, with one full stop and no leftovers', () => {
    const message = { ...request, kind: 'charge', nth: 1 };
    const trace = traceOf(
      script(
        { at: 1_000, command: { verb: 'slow', node: 'payment', factor: 3 } },
        { at: 2_000, command: { verb: 'clock', node: 'browser', stepUs: 12_000 } },
        { at: 3_000, command: { verb: 'clock', node: 'browser', slewUs: -12_000 } },
        { at: 20_000, command: { verb: 'hold', message } },
        { at: 22_000, command: { verb: 'hold', message } },
        { at: 24_000, command: { verb: 'pause', node: 'payment' } },
        { at: 30_000, command: { verb: 'release', message } },
        { at: 90_000, command: { verb: 'resume', node: 'payment' } },
        { at: 95_000, command: { verb: 'set', param: 'timeoutUs', value: 90_000 } },
        { at: 400_000, command: { verb: 'invoke', node: 'browser', op: { f: 'charge', value: 10 } } },
        { at: 420_000, command: { verb: 'crash', node: 'payment', disk: 'kept' } },
      ),
    );
    for (const entry of trace) {
      const said = sentence(entry, sample);
      expect(said).toMatch(/^\S.*[^.]\.$/);
      expect(said).not.toMatch(/undefined|\[object|NaN|null/);
      expect(label(entry, sample)).not.toMatch(/undefined|\[object|NaN|^$/);
    }
    expect(trace.some((e) => e.type === 'command' && e.refused !== null && tells(e))).toBe(true);
  });

  test('a command whose effect has its own entry is not told twice', () => {
    const trace = traceOf(script({ at: 20_000, command: { verb: 'crash', node: 'payment', disk: 'kept' } }));
    expect(trace.filter((e) => e.type === 'command' && tells(e))).toEqual([]);
    expect(trace.filter((e) => e.type === 'crashed' && tells(e))).toHaveLength(1);
  });
});

describe('names', () => {
  test('a branch is called by what made it', () => {
    const cut = command({ verb: 'cut', links: [request, reply] });
    expect(branchName({ cause: null }, sample)).toBe('The first run');
    // The sample has an action that does the same; a cut is still named by its link.
    expect(branchName({ cause: { command: cut, at: 84_000, undone: false } }, sample)).toBe(
      'Cut browser–payment at 84 ms',
    );
    expect(branchName({ cause: { command: cut, at: 84_000, undone: true } }, sample)).toBe(
      'Without: cut browser–payment at 84 ms',
    );
  });

  test('commands speak the words of the knobs and actions that give them', () => {
    expect(commandWords(command({ verb: 'set', param: 'timeoutUs', value: 90_000 }), sample)).toBe(
      'set browser time-out to 90 ms',
    );
    expect(
      commandWords(command({ verb: 'invoke', node: 'browser', op: { f: 'charge', value: 10 } }), sample),
    ).toBe('charge 10 again');
    expect(commandWords(command({ verb: 'rule', links: [request], rules: { loss: 0.3 } }), sample)).toBe(
      'loss 30 % on browser→payment',
    );
  });

  test('many cuts that make two sides are a partition; others are listed', () => {
    const three = {
      ...sample,
      nodes: ['A', 'B', 'C'].map((id) => ({ id, role: 'client', x: 0, y: 0 })),
    } as unknown as typeof sample;
    const way = (from: string, to: string) => [
      { from, to },
      { from: to, to: from },
    ];
    expect(linksShort(three, [...way('A', 'B'), ...way('A', 'C')])).toBe('A from B and C');
    expect(linksShort(three, [...way('A', 'B'), ...way('B', 'C'), ...way('A', 'C')])).toBe(
      'A–B, B–C and A–C',
    );
    expect(linksShort(three, [{ from: 'A', to: 'B' }])).toBe('A→B');
  });
});

test('the summary says who is where, what is on the way and what is open', () => {
  const made = recording();
  const view = made.viewAt(0, made.indexAt(0, 34_000));
  const said = summary(view, [], sample, 34_000);
  expect(said).toBe(
    'At 34 ms. browser: waiting; payment: 0 charges. On the way: charge request from browser to payment.',
  );
});
