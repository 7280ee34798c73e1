/**
 * The drawing on the desk, with every change undone and done again. A drag is one change, however many places it
 * passed; opening another history is one too, so that nothing the learner made is lost by it.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Drawn, operationOf } from './drawn';
import type { Shelf } from './keep';

const MOST_UNDONE = 200;
/** Writing to storage blocks the page for a moment; a drag would do it at every place it passes. */
const WRITE_AFTER_MS = 300;

export interface DeskState {
  readonly drawn: Drawn;
  readonly past: readonly Drawn[];
  readonly future: readonly Drawn[];
  readonly selected: number | null;
  /** Counts up when another history is opened, so that a view knows to fit it anew. */
  readonly opened: number;
  /** True between taking hold of something and letting it go. */
  readonly held: boolean;
  /** How the drawing is kept, where there is something to say about it. */
  readonly trouble: string | null;
}

export interface Desk {
  readonly store: StoreApi<DeskState>;
  /** Makes a change. One that changes nothing is not one, and the answer is false. */
  edit(change: (drawn: Drawn) => Drawn, select?: number | null): boolean;
  select(id: number | null): void;
  /** From here on changes are one, until `letGo` or `putBack`. */
  hold(): void;
  letGo(): void;
  putBack(): void;
  undo(): void;
  redo(): void;
  /** Puts another history on the desk; what was only looked at is not kept in place of what was drawn. */
  open(drawn: Drawn, why?: 'to look at'): void;
  /** Reads what was kept, once, when the page has started. */
  restore(): void;
  /** Writes at once what is still to be written, as when the page is left. */
  flush(): void;
}

export function createDesk(first: Drawn, shelf: Shelf): Desk {
  const store = createStore<DeskState>(() => ({
    drawn: first,
    past: [],
    future: [],
    selected: null,
    opened: 0,
    held: false,
    trouble: null,
  }));
  let before: Drawn | null = null;
  let writing: ReturnType<typeof setTimeout> | undefined;

  function stopWriting(): void {
    clearTimeout(writing);
    writing = undefined;
  }
  function write(): void {
    stopWriting();
    const trouble = shelf.write(store.getState().drawn);
    if (trouble !== store.getState().trouble) store.setState({ trouble });
  }
  function writeSoon(): void {
    clearTimeout(writing);
    writing = setTimeout(write, WRITE_AFTER_MS);
  }
  const onDrawing = (drawn: Drawn, id: number | null) => (operationOf(drawn, id) ? id : null);

  function set(drawn: Drawn, rest: Partial<DeskState>): void {
    const { selected } = { ...store.getState(), ...rest };
    store.setState({ ...rest, drawn, selected: onDrawing(drawn, selected) });
    writeSoon();
  }
  function change(drawn: Drawn, rest: Partial<DeskState> = {}): void {
    const { past, drawn: was, held } = store.getState();
    if (held) set(drawn, rest);
    else set(drawn, { past: [...past, was].slice(-MOST_UNDONE), future: [], ...rest });
  }

  return {
    store,
    edit(to, select) {
      const { drawn } = store.getState();
      const next = to(drawn);
      if (next !== drawn) change(next, select === undefined ? {} : { selected: select });
      else if (select !== undefined) store.setState({ selected: onDrawing(drawn, select) });
      return next !== drawn;
    },
    select: (id) => store.setState(({ drawn }) => ({ selected: onDrawing(drawn, id) })),
    hold() {
      if (before) return;
      before = store.getState().drawn;
      store.setState({ held: true });
    },
    letGo() {
      const was = before;
      before = null;
      const { drawn, past } = store.getState();
      if (was === null || was === drawn) return store.setState({ held: false });
      store.setState({ held: false, past: [...past, was].slice(-MOST_UNDONE), future: [] });
    },
    putBack() {
      const was = before;
      before = null;
      store.setState({ held: false });
      if (was) set(was, {});
    },
    undo() {
      const { past, future, drawn, opened, held } = store.getState();
      const last = past.at(-1);
      if (held || !last) return;
      set(last, {
        past: past.slice(0, -1),
        future: [drawn, ...future],
        opened: opened + Number(last.name !== drawn.name),
      });
    },
    redo() {
      const { past, future, drawn, opened, held } = store.getState();
      const [next] = future;
      if (held || !next) return;
      set(next, {
        past: [...past, drawn],
        future: future.slice(1),
        opened: opened + Number(next.name !== drawn.name),
      });
    },
    open(drawn, why) {
      if (why && writing !== undefined) write();
      change(drawn, { selected: null, opened: store.getState().opened + 1 });
      if (why) stopWriting();
    },
    restore() {
      const { drawn, trouble } = shelf.read();
      const { opened } = store.getState();
      if (drawn) store.setState({ drawn, opened: opened + 1, selected: null });
      if (trouble) store.setState({ trouble });
    },
    flush() {
      if (writing !== undefined) write();
    },
  };
}
