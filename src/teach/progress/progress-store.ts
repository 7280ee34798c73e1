/**
 * The learner's progress while the page is open: read once from its shelf, written back at each change, and kept
 * in step with other tabs. Every trouble is a sentence somebody can read.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeptRun } from '../questions/answer';
import { merge } from './merge';
import { type LessonProgress, MOST_RUNS, nothing, type Progress, progressOf, withRun } from './progress';
import { progressText, type Read, readProgress } from './reading';
import { KEY, type Shelf, type Trouble } from './shelf';

export interface ProgressState {
  readonly progress: Progress;
  /** What a learner should know about how their progress is kept, or null. */
  readonly trouble: string | null;
  /** Something that was let go, said once, or null. */
  readonly remark: string | null;
}

const says: Readonly<Record<Trouble, string>> = {
  forbidden:
    'This browser does not let the lab keep anything. Your progress lasts until you close this page; export it to take it with you.',
  full: 'This browser has no room left to keep your progress. It lasts until you close this page; export it to take it with you.',
  unreadable:
    'What this browser kept of your progress could not be read. It has been put aside unchanged, and the lab starts anew.',
};

export interface ProgressStore {
  readonly store: StoreApi<ProgressState>;
  lesson(slug: string): LessonProgress;
  update(slug: string, change: (lesson: LessonProgress) => LessonProgress): void;
  /** Keeps a run of the learner's; the oldest goes when there are too many. */
  saveRun(slug: string, run: KeptRun): void;
  exported(): string;
  /** Adds what a file holds to what is here. A file that cannot be read changes nothing. */
  imported(text: string): Read;
  forget(): void;
  /** Follows what other tabs of the same browser write. Returns how to stop. */
  listen(target: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void;
}

export function createProgressStore(shelf: Shelf): ProgressStore {
  const store = createStore<ProgressState>(() => opened(shelf));

  function set(progress: Progress, remark: string | null = null): void {
    store.setState({ progress, remark });
    const trouble = shelf.write(JSON.stringify(progress));
    if (trouble === null) return;
    // Saved runs are what takes the room, and the one thing that can be spared.
    const lighter = withoutRuns(progress);
    const stillTrouble = trouble === 'full' ? shelf.write(JSON.stringify(lighter)) : trouble;
    if (stillTrouble !== null) store.setState({ trouble: says[stillTrouble] });
    else {
      store.setState({
        progress: lighter,
        remark: 'This browser has no room left for saved runs, so they were let go. Everything else is kept.',
      });
    }
  }

  return {
    store,
    lesson: (slug) => progressOf(store.getState().progress, slug),
    update(slug, change) {
      const { progress } = store.getState();
      const before = progressOf(progress, slug);
      const after = change(before);
      if (after !== before) set({ ...progress, lessons: { ...progress.lessons, [slug]: after } });
    },
    saveRun(slug, run) {
      const { progress } = store.getState();
      const lesson = progressOf(progress, slug);
      const { runs, gone } = withRun(lesson.runs, run);
      if (JSON.stringify(runs) === JSON.stringify(lesson.runs)) return;
      set(
        { ...progress, lessons: { ...progress.lessons, [slug]: { ...lesson, runs } } },
        gone > 0 ? `The lab keeps ${MOST_RUNS} runs a lesson; the oldest was let go.` : null,
      );
    },
    exported: () => progressText(store.getState().progress),
    imported(text) {
      const read = readProgress(text);
      if (read.ok) set(merge(store.getState().progress, read.progress));
      return read;
    },
    forget() {
      shelf.clear();
      store.setState({ progress: nothing, remark: null, trouble: shelf.inMemory ? says.forbidden : null });
    },
    listen(target) {
      const hear = (event: StorageEvent): void => {
        // A null key is a whole storage that was emptied.
        if (event.key !== null && event.key !== KEY) return;
        if (event.newValue === null) {
          store.setState({ progress: nothing });
          return;
        }
        const read = readProgress(event.newValue);
        if (read.ok) store.setState({ progress: merge(store.getState().progress, read.progress) });
      };
      target.addEventListener('storage', hear);
      return () => target.removeEventListener('storage', hear);
    },
  };
}

function opened(shelf: Shelf): ProgressState {
  const remark = null;
  if (shelf.inMemory) return { progress: nothing, trouble: says.forbidden, remark };
  const text = shelf.read();
  if (text === null) return { progress: nothing, trouble: null, remark };
  const read = readProgress(text);
  if (read.ok) return { progress: read.progress, trouble: null, remark };
  shelf.setAside(text);
  return { progress: nothing, trouble: says.unreadable, remark };
}

function withoutRuns(progress: Progress): Progress {
  const lessons = Object.entries(progress.lessons).map(([slug, lesson]) => [slug, { ...lesson, runs: [] }]);
  return { ...progress, lessons: Object.fromEntries(lessons) };
}
