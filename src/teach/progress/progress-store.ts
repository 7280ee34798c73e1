/**
 * The learner's progress while the page is open: read once from its shelf, written back at each change, and kept
 * in step with other tabs. Every trouble is a sentence somebody can read.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { KeptRun } from '../questions/answer';
import { merge } from './merge';
import {
  type LessonProgress,
  MOST_RUNS,
  nothing,
  type Progress,
  progressOf,
  progressText,
  withRun,
} from './progress';
import type { Read } from './reading';
import { KEY, type Shelf, type Trouble } from './shelf';

export interface ProgressState {
  readonly progress: Progress;
  /** What a learner should know about how their progress is kept, or null. */
  readonly trouble: string | null;
  /** Something that was let go, said once, or null. */
  readonly remark: string | null;
}

const says: Readonly<Record<Trouble | 'unread' | 'unreadable', string>> = {
  forbidden:
    'This browser does not let the lab keep anything. Your progress lasts until you close this page; export it to take it with you.',
  full: 'This browser has no room left to keep your progress. It lasts until you close this page; export it to take it with you.',
  unread:
    'What this browser keeps of your progress could not be read this time. Nothing of it was changed; reload the page to try again.',
  unreadable:
    'What this browser kept of your progress could not be read. It has been put aside unchanged, and the lab starts anew.',
};

/** Reading takes a checker of its own, which is fetched when there is something to read. */
export type LoadReader = () => Promise<{ readProgress(text: string): Read }>;

const loadReader: LoadReader = () => import('./reading');

export interface ProgressStore {
  readonly store: StoreApi<ProgressState>;
  /** Done when what was kept has been read. Until then changes are held in memory, and written with it. */
  readonly ready: Promise<void>;
  lesson(slug: string): LessonProgress;
  update(slug: string, change: (lesson: LessonProgress) => LessonProgress): void;
  /** Keeps a run of the learner's; the oldest goes when there are too many. */
  saveRun(slug: string, run: KeptRun): void;
  exported(): string;
  /** Adds what a file holds to what is here. A file that cannot be read changes nothing. */
  imported(text: string): Promise<Read>;
  forget(): void;
  /** Follows what other tabs of the same browser write. Returns how to stop. */
  listen(target: Pick<Window, 'addEventListener' | 'removeEventListener'>): () => void;
}

export function createProgressStore(shelf: Shelf, load: LoadReader = loadReader): ProgressStore {
  const trouble = shelf.inMemory ? says.forbidden : null;
  const store = createStore<ProgressState>(() => ({ progress: nothing, trouble, remark: null }));
  /** What was kept and has not been read yet; nothing is written over it. */
  let unread = shelf.read();
  const ready = unread === null ? Promise.resolve() : takeUp(unread);

  async function takeUp(text: string): Promise<void> {
    try {
      const { readProgress } = await load();
      if (unread === null) return;
      const read = readProgress(text);
      unread = null;
      const since = store.getState().progress;
      if (!read.ok) {
        shelf.setAside(text);
        store.setState({ trouble: says.unreadable });
        if (since !== nothing) set(since);
      } else if (since === nothing) store.setState({ progress: read.progress });
      else set(merge(read.progress, since));
    } catch {
      store.setState({ trouble: says.unread });
    }
  }

  function set(progress: Progress, remark: string | null = null): void {
    store.setState({ progress, remark });
    if (unread !== null) return;
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
    ready,
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
    async imported(text) {
      const { readProgress } = await load();
      await ready;
      const read = readProgress(text);
      if (read.ok) set(merge(store.getState().progress, read.progress));
      return read;
    },
    forget() {
      unread = null;
      shelf.clear();
      store.setState({ progress: nothing, remark: null, trouble: shelf.inMemory ? says.forbidden : null });
    },
    listen(target) {
      const hear = (event: StorageEvent): void => {
        // A null key is a whole storage that was emptied.
        if (event.key !== null && event.key !== KEY) return;
        const { newValue } = event;
        if (newValue === null) {
          unread = null;
          store.setState({ progress: nothing });
          return;
        }
        void load().then(({ readProgress }) => {
          const read = readProgress(newValue);
          if (read.ok) store.setState({ progress: merge(store.getState().progress, read.progress) });
        });
      };
      target.addEventListener('storage', hear);
      return () => target.removeEventListener('storage', hear);
    },
  };
}

function withoutRuns(progress: Progress): Progress {
  const lessons = Object.entries(progress.lessons).map(([slug, lesson]) => [slug, { ...lesson, runs: [] }]);
  return { ...progress, lessons: Object.fromEntries(lessons) };
}
