/**
 * What a figure needs of a run, and all that it may know of one. The player satisfies it; so can a fixture.
 * Views read it through `useRun`, commands go back through `act`, and nothing else crosses this line.
 */

import { createContext, useContext, useSyncExternalStore } from 'react';
import type {
  Branch,
  Command,
  Entry,
  Gauge,
  LinkView,
  Metrics,
  Micros,
  NodeId,
  OperationRecord,
  Scenario,
  Statechart,
  View,
} from '#/scenarios';
import type { MeasuredAt } from './charts/measures';
import type { Stamping } from './stamps';
import type { TrustFacts } from './trust/facts';
import type { Judges } from './verdicts/judges';

/** What is selected; the same in every view of a run. */
export type Selected =
  | { readonly on: 'entry'; readonly id: number }
  | { readonly on: 'node'; readonly id: NodeId }
  | { readonly on: 'link'; readonly link: Pick<LinkView, 'from' | 'to'> }
  /** A message by the entry that put it on its link. */
  | { readonly on: 'message'; readonly entry: number }
  | null;

export interface RunState {
  readonly mode: 'paused' | 'playing' | 'seeking' | 'at a beat';
  readonly branch: number;
  /** The position shown: after this many events. */
  readonly index: number;
  /** The cursor when it last rested or passed an event, in virtual microseconds. */
  readonly at: Micros;
  readonly frontier: number;
  readonly over: boolean;
  readonly speed: number;
  readonly selection: Selected;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly beat: number | null;
  readonly refused: string | null;
  readonly run: number;
  /** Where a long run is being taken; null or absent when it is there. */
  readonly towards?: Micros | null;
  /** Whether what counts its load is there. */
  readonly measured?: boolean;
}

/** Ids of entries that could have influenced the selected one, and that it could have influenced. */
export interface Cones {
  readonly past: ReadonlySet<number>;
  readonly future: ReadonlySet<number>;
}

export interface Run {
  readonly scenario: Scenario;
  readonly store: { getState(): RunState; subscribe(listener: () => void): () => void };
  /** The moving cursor, in virtual microseconds; not a whole number while playing. */
  now(): Micros;
  view(): View;
  /** The entries up to the cursor, of a long run its last: see `entryOf`. The same array as long as the position is the same. */
  trace(): readonly Entry[];
  /**
   * Of all entries from the beginning those that tell what was done and whether nodes were up: a long run keeps only
   * the end of its trace. The same array as long as there are no more.
   */
  landmarks?(): readonly Entry[];
  operations(): readonly OperationRecord[];
  /** Called on each frame while playing and after each jump; returns how to stop. */
  onPaint(painter: (at: Micros) => void): () => void;
  setVisible(visible: boolean): void;
  play(): void;
  pause(): void;
  toggle(): void;
  step(events?: number): void;
  back(events?: number): void;
  start(): void;
  runUntil(stop: 'delivery' | 'time-out' | 'state change' | 'end'): void;
  setSpeed(speed: number): void;
  seek(at: Micros, dragging?: boolean): void;
  settled(): void;
  select(selection: Selected): void;
  /** Goes to the moment of an entry and selects it. */
  visit(id: number): void;
  /** Does something at the cursor; the reason why not, or null. */
  act(command: Command): string | null;
  undo(): void;
  redo(): void;
  reset(): void;
  cones(): Cones | null;
  readonly branches: readonly Branch[];
  showBranch(branch: number): void;
  /** The same recording on another branch, for looking at beside this one; it keeps to nobody's cursor by itself. */
  glimpse(branch: number): Glimpse;
  /** The first happening of this run that is not one of the other, as far as both are shown. */
  parting(other: Run): { readonly left: Entry | null; readonly right: Entry | null } | null;
  /** The time the time bar spans: what has been run, or the scenario's bound where that is near. */
  span(): Micros;
  /** How full a node with workers is now; null where it has none. */
  gauge?(node: NodeId): Gauge | null;
  /** The state machines that its nodes may hold; drawn while they are in use. */
  readonly statecharts?: readonly Statechart[];
  /** Whether its load is counted: its nodes have workers. */
  readonly metered?: boolean;
  /** The load of the shown branch, as far as its stretches are over; null as long as nothing is counted. */
  metrics?(): Metrics | null;
  /** What is measured of a load, by its one definition; fetched when a chart asks for it. */
  measuring?(): Promise<{ readonly measured: MeasuredAt }>;
  /** Finds the verdicts on this run; null where its operations are not the history of an object. */
  readonly judges?: (() => Promise<Judges>) | null;
  /** Stamps the events of this run with whatever clock is asked for. */
  stamps?(): Promise<Stamping>;
  /** What its model leaves out and is held to; fetched when somebody asks. */
  trust?(): Promise<TrustFacts>;
  readonly speeds: readonly { readonly words: string; readonly factor: number }[];
}

/** A second look at a recording, which follows another cursor. */
export interface Glimpse extends Run {
  follow(at: Micros): void;
  destroy(): void;
}

/** An entry of a trace by its id; undefined where it is before what is kept, or still to come. */
export const entryOf = (trace: readonly Entry[], id: number): Entry | undefined =>
  trace[id - (trace[0]?.id ?? 0)];

/** How many entries the run has had at the end of a trace. */
export const entriesTo = (trace: readonly Entry[]): number => (trace[0]?.id ?? 0) + trace.length;

const RunContext = createContext<Run | null>(null);
export const RunProvider = RunContext.Provider;

/** The run of the figure around this component. */
export function useRun(): Run {
  const run = useContext(RunContext);
  if (!run) throw new Error('This view stands outside a figure: wrap it in a RunProvider.');
  return run;
}

/** Re-renders when what `pick` takes from the state changes; never once a frame. */
export function useRunState<T>(pick: (state: RunState) => T): T {
  return useStateOf(useRun(), pick);
}

/** The same for a run that is not the one around this component, as a twin's. */
export function useStateOf<T>({ store }: Run, pick: (state: RunState) => T): T {
  return useSyncExternalStore(
    store.subscribe,
    () => pick(store.getState()),
    () => pick(store.getState()),
  );
}
