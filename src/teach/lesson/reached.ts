/** How far an earlier visit had come, read from what it kept. */

import type { LessonData } from '#/scenarios';
import type { LessonProgress } from '../progress/progress';
import type { Reached } from './flow';

export function reachedIn(kept: LessonProgress, data: LessonData): Reached {
  const answered = data.quiz.filter((question) => (kept.answers[question.id]?.length ?? 0) > 0).length;
  return {
    ...(kept.touched ? { hook: 'touched' as const } : {}),
    ...(kept.bet ? { bet: kept.reconciled ? ('reconciled' as const) : ('locked' as const) } : {}),
    ...(kept.told ? { story: 'told' as const } : kept.beats > 0 ? { story: 'telling' as const } : {}),
    ...(kept.puzzle.met
      ? { puzzle: 'met' as const }
      : Object.keys(kept.puzzle.cells).length > 0
        ? { puzzle: 'started' as const }
        : {}),
    ...(answered === 0
      ? {}
      : { recall: answered === data.quiz.length ? ('answered' as const) : ('started' as const) }),
  };
}
