/** Watches the learner's runs, in the puzzle's figure and in the opening one, and takes what they show. */

import { useCallback, useEffect, useState } from 'react';
import type { Player } from '#/player';
import type { Check } from '#/scenarios';
import { gradeRun } from '#/scenarios';
import { useLesson } from '../lesson/LessonContext';
import { onEnd } from '../players/kept-run';
import { heard, type OutcomeTarget, standingOf } from './outcome-table';

export interface Outcomes {
  /** What the last run, or the last claim, came to. */
  readonly words: string | null;
  /** Says of a cell that no run can end there. */
  claim(cell: string): void;
}

export function useOutcomes(player: Player, target: OutcomeTarget): Outcomes {
  const { lab, main, did, keptLesson } = useLesson();
  const [words, setWords] = useState<string | null>(null);

  useEffect(() => {
    const stops = [player, main].map((watched) =>
      onEnd(watched, (run, kept) => {
        const before = keptLesson().puzzle;
        const { fills, words: said } = heard(target, before, lab.outcome(run));
        if (fills === null) {
          if (watched === player) setWords(said);
          return;
        }
        const cells = { ...before.cells, [fills]: { run: kept, hints: before.hints } };
        const { met, words: standing } = standingOf(target, { ...before, cells });
        did({ type: met ? 'MET' : 'CELL' }, (all) => ({ ...all, puzzle: { ...all.puzzle, cells, met } }));
        setWords(`${said} ${standing}`);
      }),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [player, main, target, lab, did, keptLesson]);

  const claim = useCallback(
    (cell: string) => {
      const why = target.impossible[cell];
      if (why === undefined) {
        setWords(`Some run does end there: ${cell}. Look for it.`);
        return;
      }
      const before = keptLesson().puzzle;
      const ruledOut = [...before.ruledOut.filter((other) => other !== cell), cell];
      const { met, words: standing } = standingOf(target, { ...before, ruledOut });
      did({ type: met ? 'MET' : 'CELL' }, (all) => ({ ...all, puzzle: { ...all.puzzle, ruledOut, met } }));
      setWords(`That is so. ${standing}`);
    },
    [target, did, keptLesson],
  );

  return { words, claim };
}

/** A challenge of checks is met by one run at whose end all of them hold. */
export function useChecks(player: Player): string | null {
  const { lab, did, data } = useLesson();
  const { target } = data.challenge;
  const [checks, says] = 'checks' in target ? [target.checks, target.says] : [none, undefined];
  const [words, setWords] = useState<string | null>(null);
  useEffect(
    () =>
      onEnd(player, (run) => {
        const { met, checked } = gradeRun(checks, run, lab.scenario, lab.module);
        if (met) did({ type: 'MET' }, (all) => ({ ...all, puzzle: { ...all.puzzle, met: true } }));
        const off = checked.findIndex((check) => !check.holds);
        const why = says?.[off] ? `Wanted: ${says[off]}.` : `It ended with: ${checked[off]?.said}.`;
        setWords(met ? 'This run does it.' : `Not this run. ${why}`);
      }),
    [player, checks, says, lab, did],
  );
  return words;
}

const none: readonly Check[] = [];
