/**
 * Where progress lies: the browser's storage, or memory where that is missing, forbidden or full. Reading and
 * writing never throw; they say what went wrong.
 */

export const KEY = 'faultline.progress';
/** What could not be read is put here and left alone, so that nothing is lost by a mistake of ours. */
export const ASIDE_KEY = 'faultline.progress.unreadable';

export type Trouble = 'forbidden' | 'full';

export interface Shelf {
  /** The kept text, or null. */
  read(): string | null;
  /** What went wrong, or null. */
  write(text: string): Trouble | null;
  setAside(text: string): void;
  clear(): void;
  /** True when nothing can be kept beyond this page. */
  readonly inMemory: boolean;
}

function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(`${error.name} ${error.message}`);
}

/** A shelf on a storage. `open` may throw, as reading `window.localStorage` does where it is forbidden. */
export function shelfOn(open: () => Storage | null | undefined): Shelf {
  let storage: Storage | null = null;
  try {
    storage = open() ?? null;
    storage?.getItem(KEY);
  } catch {
    storage = null;
  }
  const kept = storage;
  if (kept === null) return memoryShelf();
  return {
    inMemory: false,
    read: () => kept.getItem(KEY),
    write(text) {
      try {
        kept.setItem(KEY, text);
        return null;
      } catch (error) {
        return isFull(error) ? 'full' : 'forbidden';
      }
    },
    setAside(text) {
      try {
        kept.setItem(ASIDE_KEY, text);
      } catch {
        // There is no room for it, and it could not be read anyway.
      }
    },
    clear() {
      try {
        kept.removeItem(KEY);
        kept.removeItem(ASIDE_KEY);
      } catch {
        // What cannot be written cannot hold anything of ours.
      }
    },
  };
}

function memoryShelf(): Shelf {
  let text: string | null = null;
  return {
    inMemory: true,
    read: () => text,
    write(next) {
      text = next;
      return null;
    },
    setAside: () => {},
    clear() {
      text = null;
    },
  };
}
