/**
 * Two records of one learner, from two tabs or from a file, as one. What was done in either was done; where both
 * answered, the longer story wins, and a bet that stands is never replaced.
 */

import { type LessonProgress, MOST_RUNS, type Progress, untouched } from './progress';

function mergeLesson(mine: LessonProgress, other: LessonProgress): LessonProgress {
  const answers = { ...mine.answers };
  for (const [id, attempts] of Object.entries(other.answers)) {
    if (attempts.length > (answers[id]?.length ?? 0)) answers[id] = attempts;
  }
  const runs = [...other.runs, ...mine.runs];
  const texts = runs.map((run) => JSON.stringify(run));
  return {
    touched: mine.touched || other.touched,
    bet: mine.bet ?? other.bet,
    reconciled: mine.reconciled || other.reconciled,
    beats: Math.max(mine.beats, other.beats),
    told: mine.told || other.told,
    answers,
    puzzle: {
      hints: Math.max(mine.puzzle.hints, other.puzzle.hints),
      cells: { ...other.puzzle.cells, ...mine.puzzle.cells },
      ruledOut: [...new Set([...mine.puzzle.ruledOut, ...other.puzzle.ruledOut])],
      met: mine.puzzle.met || other.puzzle.met,
    },
    runs: runs.filter((_, i) => texts.lastIndexOf(texts[i] as string) === i).slice(-MOST_RUNS),
    done: mine.done || other.done,
  };
}

export function merge(mine: Progress, other: Progress): Progress {
  const lessons = { ...mine.lessons };
  for (const [slug, theirs] of Object.entries(other.lessons)) {
    lessons[slug] = mergeLesson(lessons[slug] ?? untouched, theirs);
  }
  return { ...mine, lessons };
}
