/** What a learner hears when a run of theirs has ended: whether it fills a cell, and what is left. */

import { type Challenge, cellsOf, tableProgress } from '#/scenarios';
import type { LessonProgress } from '../progress/progress';

export type OutcomeTarget = Extract<Challenge['target'], { outcomes: string }>;
type Kept = Pick<LessonProgress['puzzle'], 'cells' | 'ruledOut'>;

/** The observer's word for a cell. */
export const cellOf = (row: string, column: string): string => `${row}, ${column}`;

/** Whether every cell that can be reached has been seen, and how much is settled, in words. */
export function standingOf(
  target: OutcomeTarget,
  kept: Kept,
): { readonly met: boolean; readonly words: string } {
  const { cells, met } = tableProgress(target, new Set(Object.keys(kept.cells)));
  const settled = cells.filter(({ outcome, is }) => is === 'seen' || kept.ruledOut.includes(outcome)).length;
  if (settled === cells.length) return { met, words: 'The table is full.' };
  if (met) return { met, words: 'Everything that can happen has happened. Say of the rest why it cannot.' };
  return { met, words: `${settled} of ${cells.length} cells are settled.` };
}

export function heard(
  target: OutcomeTarget,
  kept: Kept,
  outcome: string | null,
): { readonly fills: string | null; readonly words: string } {
  if (outcome === null || !cellsOf(target).includes(outcome)) {
    const where = outcome === null ? '' : `: ${outcome}`;
    return { fills: null, words: `This run ended outside the table${where}.` };
  }
  if (Object.hasOwn(kept.cells, outcome)) {
    return { fills: null, words: `${capital(outcome)}: you have seen this cell before. Make another run.` };
  }
  return { fills: outcome, words: `${capital(outcome)}: a new cell.` };
}

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
