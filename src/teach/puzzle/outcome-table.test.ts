import { describe, expect, it } from 'vitest';
import { cellsOf } from '#/scenarios';
import { lesson01 } from '../lesson-01.fixture';
import { heard, type OutcomeTarget, standingOf } from './outcome-table';

const target = lesson01.challenge.target as OutcomeTarget;
const run = { run: { steps: [] }, hints: 0 };
const seen = (...cells: string[]) => Object.fromEntries(cells.map((cell) => [cell, run]));
const reachable = cellsOf(target).filter((cell) => cell !== 'receipt, 0 charges');

describe('the outcome table', () => {
  it('is met by runs alone, and full once the rest is ruled out', () => {
    expect(standingOf(target, { cells: seen(...reachable.slice(1)), ruledOut: [] })).toEqual({
      met: false,
      words: '7 of 9 cells are settled.',
    });
    expect(standingOf(target, { cells: seen(...reachable), ruledOut: [] })).toMatchObject({
      met: true,
      words: expect.stringMatching(/why it cannot/),
    });
    const full = { cells: seen(...reachable), ruledOut: ['receipt, 0 charges'] };
    expect(standingOf(target, full)).toEqual({ met: true, words: 'The table is full.' });
  });

  it('takes a cell once, and nothing from outside', () => {
    const empty = { cells: {}, ruledOut: [] };
    const lost = 'time-out, 0 charges';
    expect(heard(target, empty, lost).fills).toBe(lost);
    expect(heard(target, { ...empty, cells: seen(lost) }, lost)).toMatchObject({
      fills: null,
      words: expect.stringMatching(/before/),
    });
    expect(heard(target, empty, 'no answer yet, 0 charges').fills).toBeNull();
    expect(heard(target, empty, null).fills).toBeNull();
  });
});
