/**
 * The learner's progress in components. While a page is prerendered, and in the first render that takes it over,
 * nothing has been done yet; what was kept follows right after.
 */

import { useMemo, useSyncExternalStore } from 'react';
import { type LessonProgress, type Mark, markOf, nothing, progressOf } from './progress';
import { createProgressStore, type ProgressState, type ProgressStore } from './progress-store';
import { shelfOn } from './shelf';

let opened: ProgressStore | null = null;

/** The one store of this page, opened when it is first asked for. */
export function learnersProgress(): ProgressStore {
  if (opened === null) {
    opened = createProgressStore(shelfOn(() => window.localStorage));
    opened.listen(window);
  }
  return opened;
}

const atFirst: ProgressState = { progress: nothing, trouble: null, remark: null };

const subscribe = (hear: () => void) => learnersProgress().store.subscribe(hear);

function useProgress<T>(pick: (state: ProgressState) => T): T {
  return useSyncExternalStore(
    subscribe,
    () => pick(learnersProgress().store.getState()),
    () => pick(atFirst),
  );
}

export function useLessonProgress(slug: string): LessonProgress {
  return useProgress((state) => progressOf(state.progress, slug));
}

/** For the course map: whether a lesson is new, started or done. */
export function useLessonMark(slug: string): Mark {
  return useProgress((state) => markOf(progressOf(state.progress, slug)));
}

/** What a learner should know about how their progress is kept; null when all is well. */
export function useProgressTrouble(): string | null {
  return useProgress((state) => state.trouble);
}

export function useProgressRemark(): string | null {
  return useProgress((state) => state.remark);
}

/** The learner's runs, by lesson or scenario. The same object as long as nothing has changed. */
export function useKeptRuns(): Readonly<Record<string, LessonProgress['runs']>> {
  const progress = useProgress((state) => state.progress);
  return useMemo(
    () => Object.fromEntries(Object.entries(progress.lessons).map(([slug, lesson]) => [slug, lesson.runs])),
    [progress],
  );
}
