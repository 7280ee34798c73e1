/**
 * A player: one recording, one cursor on it, and the mode it is in. Wall time is mapped to virtual time here and
 * nowhere else, and the frame rate never touches the model. No React.
 */

import { createActor } from 'xstate';
import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  type Branch,
  type Command,
  find,
  fits,
  future,
  type OperationRecord,
  operationsOf,
  type Pattern,
  past,
  predecessors,
  Recording,
  type Step,
} from '#/kernel';
import {
  type Beat,
  type Entry,
  type Micros,
  type ProtocolModule,
  type Scenario,
  type Variant,
  type View,
  worldConfig,
} from '#/scenarios';
import { playback } from './playback';
import { NORMAL_SPEED, type PlayerState, type Selection, SPEEDS } from './state';

/** How the player hears that time passes: the browser's frames, or a test's own. */
export interface Ticker {
  request(callback: (nowMs: number) => void): number;
  cancel(handle: number): void;
}

export interface PlayerOptions {
  readonly scenario: Scenario;
  readonly module: ProtocolModule;
  readonly variant?: Variant;
  readonly steps?: readonly Step[];
  readonly beats?: readonly Beat[];
  /** Where the figure opens; absent: the scenario's opening. */
  readonly opening?: { readonly atUs: Micros } | { readonly index: number };
  readonly ticker: Ticker;
}

export type StopAt = 'delivery' | 'time-out' | 'state change' | 'end';

const STOPS: Readonly<Record<Exclude<StopAt, 'end'>, readonly string[]>> = {
  delivery: ['delivered'],
  'time-out': ['timer fired'],
  'state change': ['delivered', 'timer fired', 'crashed', 'restarted', 'persisted', 'completed', 'invoked'],
};

/** Derived from the entries up to the cursor, kept until the position changes. */
interface Seen {
  readonly recording: Recording;
  readonly branch: number;
  readonly index: number;
  readonly trace: readonly Entry[];
  operations?: readonly OperationRecord[];
  before?: readonly (readonly number[])[];
  cones?: Cones & { readonly of: number };
}

export interface Cones {
  readonly past: ReadonlySet<number>;
  readonly future: ReadonlySet<number>;
}

interface Place {
  readonly branch: number;
  readonly index: number;
  readonly at: Micros;
}

/** Runs much longer than any lesson's stop here, so that a slip in a scenario cannot hang the page. */
const MOST_EVENTS = 200_000;

export class Player {
  readonly store: StoreApi<PlayerState>;
  readonly scenario: Scenario;
  readonly module: ProtocolModule;
  recording: Recording;
  private readonly machine = createActor(playback);
  private readonly painters = new Set<(at: Micros) => void>();
  private handle: number | null = null;
  private lastFrameMs: number | null = null;
  private cursor: Micros = 0;
  private visible = true;
  private lastSeen: Seen | null = null;
  private undone: Place[] = [];
  private done: Place[] = [];

  constructor(readonly options: PlayerOptions) {
    this.scenario = options.scenario;
    this.module = options.module;
    this.recording = this.newRecording(options.steps);
    this.store = createStore<PlayerState>(() => ({
      mode: 'paused',
      branch: 0,
      index: 0,
      at: 0,
      frontier: 0,
      over: false,
      speed: NORMAL_SPEED,
      selection: null,
      canUndo: false,
      canRedo: false,
      beat: options.beats ? -1 : null,
      refused: null,
      run: 0,
    }));
    this.machine.subscribe((snapshot) => {
      this.store.setState({ mode: snapshot.value as PlayerState['mode'] });
    });
    this.machine.start();
    this.open();
  }

  private newRecording(steps: readonly Step[] = []): Recording {
    const { scenario, module, variant } = this.options;
    return new Recording(worldConfig(scenario, module, variant), module.protocol, { steps });
  }

  /** The moment the figure opens at, also the one it is prerendered at. */
  private open(): void {
    const { opening = this.scenario.opening ?? { atUs: 0 } } = this.options;
    if ('index' in opening) return this.goTo(0, Math.min(opening.index, this.recording.frontier(0)));
    if ('atUs' in opening) return this.seek(opening.atUs, false);
    const moment = this.scenario.moments[opening.moment];
    if (moment) this.runTo(moment.when);
  }

  /** The cursor in virtual time, moving while playing. */
  now(): Micros {
    return this.cursor;
  }

  view(): View {
    const { branch, index } = this.store.getState();
    return this.recording.viewAt(branch, index);
  }

  /** Everything that has happened up to the cursor: never what is still to come. */
  trace(): readonly Entry[] {
    return this.seen().trace;
  }

  operations(): readonly OperationRecord[] {
    const seen = this.seen();
    seen.operations ??= operationsOf(seen.trace);
    return seen.operations;
  }

  /** What could have influenced the selected entry or message, and what it could have influenced so far. */
  cones(): Cones | null {
    const { selection } = this.store.getState();
    const id =
      selection?.on === 'entry' ? selection.id : selection?.on === 'message' ? selection.entry : null;
    const seen = this.seen();
    if (id === null || id >= seen.trace.length) return null;
    if (seen.cones?.of !== id) {
      seen.before ??= predecessors(seen.trace);
      const { trace, before } = seen;
      seen.cones = { of: id, past: past(trace, id, before), future: future(trace, id, before) };
    }
    return seen.cones;
  }

  private seen(): Seen {
    const { branch, index } = this.store.getState();
    if (
      this.lastSeen?.recording !== this.recording ||
      this.lastSeen.branch !== branch ||
      this.lastSeen.index !== index
    ) {
      const b = this.recording.branch(branch);
      this.lastSeen = { recording: this.recording, branch, index, trace: b.trace.slice(0, b.ends[index]) };
    }
    return this.lastSeen;
  }

  get branches(): readonly Branch[] {
    return this.recording.branches;
  }

  get speeds(): typeof SPEEDS {
    return SPEEDS;
  }

  /** What the time bar spans: to the end of the run if it is over, else to a pace beyond the frontier. */
  span(): Micros {
    const { branch } = this.store.getState();
    const frontier = this.recording.timeAt(branch, this.recording.frontier(branch));
    const known = this.lastMoment(branch) ?? frontier + this.scenario.pace;
    return Math.max(this.scenario.pace * 4, Math.min(known, this.scenario.stop.atUs));
  }

  /** Called on every frame while playing, and after every jump, with the cursor. */
  onPaint(painter: (at: Micros) => void): () => void {
    this.painters.add(painter);
    painter(this.cursor);
    return () => this.painters.delete(painter);
  }

  /** Off screen, a figure uses no frames; it goes on from where it was. */
  setVisible(visible: boolean): void {
    this.visible = visible;
    this.lastFrameMs = null;
    if (visible) this.keepTicking();
    else this.stopTicking();
  }

  play(): void {
    const { branch, index, over } = this.store.getState();
    if (over && index === this.recording.frontier(branch)) this.goTo(branch, 0);
    this.machine.send({ type: 'PLAY' });
    this.keepTicking();
  }

  pause(): void {
    this.machine.send({ type: 'PAUSE' });
    this.stopTicking();
    this.settle();
  }

  toggle(): void {
    if (this.store.getState().mode === 'playing') this.pause();
    else this.play();
  }

  setSpeed(speed: number): void {
    this.store.setState({ speed: Math.max(0, Math.min(SPEEDS.length - 1, speed)) });
  }

  /** The next event. */
  step(events = 1): void {
    this.pause();
    const { branch, index } = this.store.getState();
    for (let i = index; i < index + events; i++) if (!this.reach(branch, i + 1)) break;
    this.goTo(branch, Math.min(index + events, this.recording.frontier(branch)));
  }

  back(events = 1): void {
    this.pause();
    const { branch, index } = this.store.getState();
    this.goTo(branch, Math.max(0, index - events));
  }

  start(): void {
    this.pause();
    this.goTo(this.store.getState().branch, 0);
  }

  /** Runs on to the next event of a kind, or to the end of the run. */
  runUntil(stop: StopAt): void {
    this.pause();
    const { branch } = this.store.getState();
    let { index } = this.store.getState();
    for (let left = MOST_EVENTS; left > 0 && this.reach(branch, index + 1); left--) {
      index++;
      if (stop !== 'end' && this.entriesOf(branch, index).some((e) => STOPS[stop].includes(e.type))) break;
    }
    this.goTo(branch, index);
  }

  /** Runs to the first event after the cursor whose entries fit a pattern; false when there is none. */
  runTo(pattern: Pattern): boolean {
    const { branch, index } = this.store.getState();
    const b = this.recording.branch(branch);
    this.recording.advance(branch, undefined, MOST_EVENTS);
    const found = find(pattern, b.trace);
    if (!found) return false;
    this.goTo(branch, found.event);
    return found.event >= index;
  }

  /** Puts the cursor at a virtual time, running the branch as far as needed. */
  seek(at: Micros, dragging = false): void {
    const { branch } = this.store.getState();
    this.stopTicking();
    this.machine.send({ type: dragging ? 'SEEK' : 'PAUSE' });
    const bounded = Math.max(0, Math.min(Math.round(at), this.scenario.stop.atUs));
    this.recording.advance(branch, bounded, MOST_EVENTS);
    const last = this.lastMoment(branch);
    const to = last === null ? bounded : Math.min(bounded, last);
    this.place(branch, this.recording.indexAt(branch, to), to);
  }

  settled(): void {
    this.machine.send({ type: 'SETTLE' });
  }

  goTo(branch: number, index: number): void {
    this.recording.advance(branch, 0);
    this.place(branch, index, this.recording.timeAt(branch, index));
  }

  /** Goes to a branch at the time the cursor has now, or as near as it has been run. */
  showBranch(branch: number): void {
    this.pause();
    const at = Math.min(this.cursor, this.recording.timeAt(branch, this.recording.frontier(branch)));
    this.place(branch, this.recording.indexAt(branch, at), at);
  }

  select(selection: Selection): void {
    this.store.setState({ selection });
  }

  /** Goes to the moment of an entry of the present branch, and selects it. */
  visit(id: number): void {
    const { branch } = this.store.getState();
    const entry = this.recording.branch(branch).trace[id];
    if (!entry) return;
    this.pause();
    this.goTo(branch, entry.event);
    this.select({ on: 'entry', id });
  }

  /** Does something at the cursor. In the past it makes a branch; at the frontier it goes on with this one. */
  act(command: Command): string | null {
    const from = this.here();
    const acted = this.recording.act(from.branch, from.index, from.at, command);
    if (acted.refused !== null) {
      this.store.setState({ refused: acted.refused });
      return acted.refused;
    }
    this.done.push(from);
    this.undone = [];
    this.place(acted.branch, acted.index, from.at);
    return null;
  }

  /** Takes the last command back: to the run in which it was never given, which is kept beside this one. */
  undo(): void {
    const from = this.here();
    const back = this.recording.without(from.branch, from.index);
    if (back === null) return;
    this.pause();
    this.undone.push(from);
    this.done.pop();
    this.place(back.branch, back.index, this.stepTime(from));
  }

  redo(): void {
    const to = this.undone.pop();
    if (!to) return;
    this.pause();
    this.done.push(this.here());
    this.place(to.branch, to.index, to.at);
  }

  /** The run anew, from the lesson's seed, with nothing done to it. Saved runs are not touched. */
  reset(steps?: readonly Step[]): void {
    this.stopTicking();
    this.machine.send({ type: 'PAUSE' });
    this.recording = this.newRecording(steps);
    this.undone = [];
    this.done = [];
    const { run } = this.store.getState();
    this.store.setState({ branch: 0, index: 0, at: 0, selection: null, refused: null, run: run + 1 });
    if (this.options.beats) this.store.setState({ beat: -1 });
    this.open();
  }

  /** On to the next beat of the story, at playing speed; `now` jumps there. */
  nextBeat(jump = false): void {
    const { beat } = this.store.getState();
    const beats = this.options.beats ?? [];
    if (beat === null || beat + 1 >= beats.length) return;
    if (!jump) return this.play();
    this.stopTicking();
    if (this.runTo((beats[beat + 1] as Beat).until)) this.arriveAtBeat(beat + 1);
  }

  private arriveAtBeat(beat: number): void {
    this.stopTicking();
    this.store.setState({ beat });
    this.machine.send({ type: 'BEAT' });
  }

  /** The last virtual time worth showing: the frontier once the run is over, else unknown. */
  lastMoment(branch: number): Micros | null {
    if (this.recording.nextAt(branch) !== null) return null;
    const frontier = this.recording.timeAt(branch, this.recording.frontier(branch));
    return Math.min(this.scenario.stop.atUs, frontier + this.scenario.pace / 4);
  }

  destroy(): void {
    this.stopTicking();
    this.machine.stop();
    this.painters.clear();
  }

  private here(): Place {
    const { branch, index } = this.store.getState();
    return { branch, index, at: Math.round(this.cursor) };
  }

  private stepTime(place: Place): Micros {
    const steps = this.recording.branch(place.branch).steps.filter((s) => s.index < place.index);
    const last = steps.at(-1);
    return last && 'command' in last ? last.at : place.at;
  }

  private entriesOf(branch: number, index: number): readonly Entry[] {
    const b = this.recording.branch(branch);
    return b.trace.slice(b.ends[index - 1], b.ends[index]);
  }

  /** Makes sure the branch has been run to a position. */
  private reach(branch: number, index: number): boolean {
    return this.recording.frontier(branch) >= index || this.recording.step(branch);
  }

  private place(branch: number, index: number, at: Micros): void {
    this.cursor = at;
    const frontier = this.recording.frontier(branch);
    this.store.setState({
      branch,
      index,
      at,
      frontier,
      over: this.recording.nextAt(branch) === null,
      refused: null,
      canUndo: this.recording.branch(branch).steps.some((s) => s.index < index),
      canRedo: this.undone.length > 0,
    });
    this.paint();
  }

  private settle(): void {
    this.store.setState({ at: Math.round(this.cursor) });
    this.cursor = Math.round(this.cursor);
    this.paint();
  }

  private paint(): void {
    for (const painter of this.painters) painter(this.cursor);
  }

  private keepTicking(): void {
    if (this.handle !== null || !this.visible || this.store.getState().mode !== 'playing') return;
    this.handle = this.options.ticker.request((ms) => this.tick(ms));
  }

  private stopTicking(): void {
    if (this.handle !== null) this.options.ticker.cancel(this.handle);
    this.handle = null;
    this.lastFrameMs = null;
  }

  /** One frame: moves the cursor, takes the events it passes, paints. React hears only of passed events. */
  private tick(ms: number): void {
    this.handle = null;
    const { branch, index, speed } = this.store.getState();
    // A page that was asleep goes on where it was, rather than jumping.
    const passedMs = this.lastFrameMs === null ? 0 : Math.min(100, ms - this.lastFrameMs);
    this.lastFrameMs = ms;
    const rate = (this.scenario.pace * (SPEEDS[speed]?.factor ?? 1)) / 1000;
    let to = this.cursor + passedMs * rate;
    this.recording.advance(branch, to, 2_000);
    const reached = this.recording.indexAt(branch, to);
    const beat = this.beatWithin(branch, index, reached);
    if (beat !== null) {
      this.goTo(branch, beat.index);
      this.arriveAtBeat(beat.beat);
      return;
    }
    const last = this.lastMoment(branch);
    if (last !== null && to >= last) {
      to = last;
      this.place(branch, reached, to);
      this.machine.send({ type: 'END' });
      return;
    }
    if (reached !== index) this.place(branch, reached, to);
    else {
      this.cursor = to;
      this.paint();
    }
    this.keepTicking();
  }

  /** The next beat of the story, if it lies among the events the cursor is about to pass. */
  private beatWithin(branch: number, from: number, to: number): { index: number; beat: number } | null {
    const { beat } = this.store.getState();
    const next = beat === null ? undefined : this.options.beats?.[beat + 1];
    if (beat === null || !next || branch !== 0) return null;
    for (let index = from + 1; index <= to; index++) {
      const here = this.entriesOf(branch, index);
      if (!here.some((entry) => fits(next.until, entry))) continue;
      const found = find(next.until, this.recording.branch(branch).trace);
      if (found && found.event === index) return { index, beat: beat + 1 };
    }
    return null;
  }
}
