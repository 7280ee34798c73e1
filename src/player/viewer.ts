/** What a run looks like from its cursor: the part of a player that changes nothing. */

import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Branch, type OperationRecord, type Parting, Recording, type Step } from '#/kernel';
import {
  type Entry,
  type Gauge,
  type Metrics,
  type Micros,
  type NodeId,
  type ProtocolModule,
  type Scenario,
  type View,
  worldConfig,
} from '#/scenarios';
import type { Judging } from './judging';
import type { PlayerOptions } from './options';
import { type Compared, Partings } from './partings';
import { type Cones, Sight } from './sight';
import type { Stamping } from './stamping';
import { atTheStart, type PlayerState, SPEEDS } from './state';
import type { Trusting } from './trusting';

/** More entries than any lesson's run has; of one that goes on, this many or up to twice as many are kept. */
const KEPT = 40_000;

export class Viewer {
  readonly store: StoreApi<PlayerState>;
  readonly scenario: Scenario;
  readonly module: ProtocolModule;
  recording: Recording;
  protected cursor: Micros = 0;
  protected readonly painters = new Set<(at: Micros) => void>();
  private readonly sight = new Sight();
  private readonly partings = new Partings();
  private counting: Promise<void> | null = null;
  protected metricsOf: ((branch: number, at: Micros) => Metrics) | null = null;
  private judging: Promise<Judging> | null = null;
  private stamping: Promise<Stamping> | null = null;
  private trusting: Promise<Trusting> | null = null;

  constructor(readonly options: PlayerOptions) {
    this.scenario = options.offered ?? options.scenario;
    this.module = options.module;
    this.recording = this.newRecording(options.steps);
    this.store = createStore<PlayerState>(() => atTheStart(options.beats !== undefined));
  }

  protected newRecording(steps: readonly Step[] = []): Recording {
    const { scenario, module, variant } = this.options;
    const window = this.options.keep ?? KEPT;
    const made = new Recording(worldConfig(scenario, module, variant), module.protocol, { steps, window });
    if (module.meter) this.counting = this.measure(made);
    return made;
  }

  /** What counts is fetched; a first render has no metrics, on a server as on a page. */
  private async measure(recording: Recording): Promise<void> {
    this.metricsOf = null;
    const { measure } = await import('./measuring');
    if (this.recording !== recording) return;
    this.metricsOf = measure(recording, this.module, this.scenario);
    this.store.setState({ measured: this.metricsOf !== null });
  }

  /** The stretches of time that are over at the cursor; null where nothing has workers, and until they are counted. */
  metrics(): Metrics | null {
    const { branch, at } = this.store.getState();
    return this.metricsOf?.(branch, at) ?? null;
  }

  /** All of them, of a run that is over: nothing more happens until its time is up, wherever the cursor is. */
  metricsOfWhole(): Metrics | null {
    const { branch, at, index } = this.store.getState();
    const { atUs, events } = this.scenario.stop;
    return this.metricsOf?.(branch, events !== undefined && index >= events ? at : atUs) ?? null;
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
    const { branch, index } = this.store.getState();
    return this.sight.trace(this.recording, branch, index);
  }

  /** What was done to the run up to the cursor and whether nodes were up, from its beginning, whatever else is kept. */
  landmarks(): readonly Entry[] {
    const { branch, index } = this.store.getState();
    return this.recording.landmarksAt(branch, index);
  }

  operations(): readonly OperationRecord[] {
    this.trace();
    return this.sight.operations();
  }

  /** The verdicts on this run, where its operations are the history of an object; what finds them is fetched here. */
  get judges(): (() => Promise<Judging>) | null {
    return this.module.history ? this.findJudges : null;
  }

  private readonly findJudges = (): Promise<Judging> => {
    this.judging ??= import('./judging').then((judging) => new judging.Judging(this));
    // A network that was away may be back when they are asked for again.
    this.judging.catch(() => {
      this.judging = null;
    });
    return this.judging;
  };

  /** The stamps of this run's events; what computes them is fetched here. */
  readonly stamps = (): Promise<Stamping> => {
    this.stamping ??= import('./stamping').then((stamping) => new stamping.Stamping(this));
    this.stamping.catch(() => {
      this.stamping = null;
    });
    return this.stamping;
  };

  /** What its model leaves out and is held to; what knows is fetched here. */
  readonly trust = (): Promise<Trusting> => {
    this.trusting ??= import('./trusting').then((trusting) => new trusting.Trusting(this));
    this.trusting.catch(() => {
      this.trusting = null;
    });
    return this.trusting;
  };

  /** How full a node with workers is; null where it has none. */
  gauge(node: NodeId): Gauge | null {
    return this.module.gauge?.(this.view(), node) ?? null;
  }

  /** The state machines that its nodes may hold. */
  get statecharts() {
    return this.module.statecharts ?? [];
  }

  /** Whether this run's load can be counted: its nodes have workers. */
  get metered(): boolean {
    return this.module.meter !== undefined;
  }

  /** What is measured of a load; fetched when a chart asks for it, and there when there are metrics to ask of. */
  readonly measuring = async () => {
    await this.counting;
    return import('./measuring');
  };

  /**
   * What could have influenced the selected thing, and what it could have influenced so far. A node or a link stands
   * for the last that happened there.
   */
  cones(): Cones | null {
    const id = this.selectedEntry();
    return id === null ? null : this.sight.cones(id);
  }

  private selectedEntry(): number | null {
    const { selection } = this.store.getState();
    const trace = this.trace();
    if (selection === null) return null;
    if (selection.on === 'entry') return selection.id;
    if (selection.on === 'message') return selection.entry;
    const here = (entry: Entry) => {
      if (selection.on === 'node') return entry.node === selection.id;
      const { from, to } = selection.link;
      const { from: a, to: b } = 'kind' in entry ? entry : { from: null, to: null };
      return (a === from && b === to) || (a === to && b === from);
    };
    return trace.findLast(here)?.id ?? null;
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

  /** The first happening of this run that is not one of the other, as far as both are shown. */
  parting(other: Compared): Parting | null {
    return this.partings.of(this, other);
  }

  /** Called on every frame while playing, and after every jump, with the cursor. */
  onPaint(painter: (at: Micros) => void): () => void {
    this.painters.add(painter);
    painter(this.cursor);
    return () => this.painters.delete(painter);
  }

  /** The last virtual time worth showing: the frontier once the run is over, else unknown. */
  lastMoment(branch: number): Micros | null {
    if (this.recording.nextAt(branch) !== null) return null;
    const frontier = this.recording.timeAt(branch, this.recording.frontier(branch));
    return Math.min(this.scenario.stop.atUs, frontier + this.scenario.pace);
  }

  /** When the event after the cursor is due; null when there is none. */
  nextAt(): Micros | null {
    const { branch, index } = this.store.getState();
    if (index < this.recording.frontier(branch)) return this.recording.timeAt(branch, index + 1);
    return this.recording.nextAt(branch);
  }

  protected paint(): void {
    for (const painter of this.painters) painter(this.cursor);
  }
}
