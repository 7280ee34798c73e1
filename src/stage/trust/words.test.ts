import { describe, expect, test } from 'vitest';
import type { Trust } from '#/scenarios';
import { exploredText, faultsText, triedTexts } from './words';

const kept = {
  property: 'one leader',
  promised: true,
  schedules: 1_000,
  brokenBy: null,
  undecided: false,
  link: null,
};
const explored = {
  ...{ maxLost: 1, maxDuplicated: 0, maxCrashes: 2, redelivers: false },
  ...{ states: 50_816, complete: true, properties: ['safe'], broken: [] as string[] },
};
const texts = (of: Trust) => triedTexts(of).map(({ text }) => text);
const trust = (...tried: Trust['tried']): Trust => ({
  ...{ scenario: 'x', tried, events: 1, followedUs: null, explored: null },
});

describe('faults', () => {
  test('are what a protocol is built for, in words', () => {
    expect(faultsText(['drop', 'delay', 'cut', 'mend', 'crash', 'restart'])).toBe(
      'lost and late messages, cut links and crashes that leave the disk',
    );
    expect(faultsText(['clock'])).toBe('wrong clocks');
  });
});

describe('storms', () => {
  test('that broke nothing are counted, and are no proof', () => {
    expect(texts(trust(kept, { ...kept, property: 'logs match' }))).toEqual([
      '1,000 schedules of such faults: none broke any of these promises. That is no proof.',
    ]);
  });
  test('that broke a promise are told of, and not counted among those that kept it', () => {
    expect(texts(trust({ ...kept, schedules: 2, brokenBy: 3 }))).toEqual([
      '“one leader” is promised and not kept: schedule 3 broke it.',
    ]);
  });
  test('say what nobody promises', () => {
    const asked = { ...kept, property: 'linearizable', promised: false };
    expect(texts(trust({ ...asked, schedules: 0, brokenBy: 1 }))).toEqual([
      'Beyond what is promised, “linearizable” was asked: the calm run already breaks it.',
    ]);
    expect(texts(trust(asked))[0]).toMatch(/none of 1,000 schedules broke it\.$/);
  });
  test('say how far a long run was followed, and what nobody could judge', () => {
    const long = { ...trust({ ...kept, undecided: true }), followedUs: 1_547_038 };
    expect(texts(long).slice(1)).toEqual([
      'Runs of this world are long: each schedule was followed for its first 1,547 ms.',
      'Of some runs nobody could say.',
    ]);
  });
  test('say nothing where nothing was asked', () => {
    expect(texts(trust())).toEqual([]);
  });
});

describe('an exploration', () => {
  test('that is whole says "all", with its bounds', () => {
    expect(exploredText(explored)).toBe(
      'In a small world without time (at most 1 message lost and at most 2 crashes): every schedule was tried: all 50,816 states. None breaks the promise.',
    );
  });
  test('that met a bound does not', () => {
    const text = exploredText({ ...explored, complete: false });
    expect(text).not.toMatch(/\ball 50/);
    expect(text).toMatch(/50,816 states, and there are more\. None breaks the promise\.$/);
  });
  test('that found something names it', () => {
    expect(exploredText({ ...explored, broken: ['safe'] })).toMatch(/Some break “safe”\.$/);
  });
  test('that asked nothing claims nothing', () => {
    expect(exploredText({ ...explored, properties: [] })).toMatch(/Nothing was asked of them\.$/);
  });
});
