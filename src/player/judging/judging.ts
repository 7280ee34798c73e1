/**
 * The verdicts on a run up to its cursor. It looks when a position has another history than the one before, asks the
 * desk, and keeps the last answer until the next one is there. Nothing is judged while nobody listens, or in a frame.
 */

import {
  type History,
  historyOf,
  type Judgement,
  type Micros,
  type ModelName,
  modelNames,
  type OperationRecord,
  objectOf,
} from '#/scenarios';
import type { Viewer } from '../viewer';
import { type Desk, pageDesk } from './desk';

/** Those of replicas at rest are not asked for: a run that goes on has none. */
const MODELS = modelNames.filter((model) => model !== 'convergent');
/** Small enough to answer while the run is still where it was asked. */
const LIVE = { steps: 200_000, bytes: 64 * 1024 * 1024 };
const MOST_KEPT = 200;

interface Verdicts {
  /** Where the run was. */
  readonly run: number;
  readonly branch: number;
  readonly at: Micros;
  readonly history: History;
  /** Those of the history, in the same order. */
  readonly operations: readonly OperationRecord[];
  readonly models: readonly (Judgement & { readonly model: ModelName })[];
}

interface Standing {
  /** Null before the first. */
  readonly verdicts: Verdicts | null;
  /** They are of another moment, and those of this one are being looked for. */
  readonly behind: boolean;
}

export class Judging {
  private standing: Standing = { verdicts: null, behind: false };
  private readonly listeners = new Set<() => void>();
  private readonly kept = new Map<string, Verdicts>();
  private stop: (() => void) | null = null;
  private looking: ReturnType<typeof setTimeout> | null = null;
  /** Names the history that was looked at last. */
  private key = '';

  constructor(
    private readonly viewer: Viewer,
    private readonly desk: Desk = pageDesk(),
  ) {}

  readonly getState = (): Standing => this.standing;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.listeners.size === 1) this.begin();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.end();
    };
  };

  private begin(): void {
    this.stop = this.viewer.store.subscribe((now, before) => {
      if (now.index !== before.index || now.branch !== before.branch || now.run !== before.run)
        this.lookSoon();
    });
    this.lookSoon();
  }

  private end(): void {
    this.stop?.();
    this.stop = null;
    if (this.looking !== null) clearTimeout(this.looking);
    this.looking = null;
    this.key = '';
    this.desk.leave(this);
  }

  /** After the frame that moved the run, and once for however many events it passed. */
  private lookSoon(): void {
    this.looking ??= setTimeout(() => {
      this.looking = null;
      this.look();
    }, 0);
  }

  private look(): void {
    const { viewer } = this;
    const { run, branch, at } = viewer.store.getState();
    const operations = viewer.operations();
    // Of a run so long that its beginning is no longer kept, the history is not at hand.
    const whole = (viewer.trace()[0]?.id ?? 0) === 0;
    // On one branch the invocations and ends so far, counted, say which they are.
    const ended = operations.filter((op) => op.completedEntry !== null).length;
    const key = `${run} ${branch} ${whole ? operations.length : 'part'} ${ended}`;
    if (key === this.key) return;
    this.key = key;
    const known = whole ? this.kept.get(key) : undefined;
    const history = historyOf(viewer.scenario.name, operations, viewer.module, viewer.scenario.nodes);
    const object = objectOf(viewer.module);
    if (known || operations.length === 0 || !history || !object || !whole) {
      this.desk.leave(this);
      return this.set({ verdicts: known ?? null, behind: false });
    }
    this.set({ ...this.standing, behind: true });
    this.desk.ask(this, { history, object, models: MODELS, budget: LIVE }, (judgements) => {
      const models = MODELS.map((model, i) => ({ ...(judgements[i] as Judgement), model }));
      this.hear(key, { run, branch, at, history, operations, models });
    });
  }

  private hear(key: string, verdicts: Verdicts): void {
    this.kept.set(key, verdicts);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    if (key === this.key) return this.set({ verdicts, behind: false });
    // Too late for the present, but nearer to it than what is shown, unless the run has gone back or elsewhere.
    const now = this.viewer.store.getState();
    const goneOn = now.run === verdicts.run && now.branch === verdicts.branch && now.at >= verdicts.at;
    if (this.standing.behind && goneOn) this.set({ verdicts, behind: true });
  }

  private set(standing: Standing): void {
    this.standing = standing;
    for (const listener of this.listeners) listener();
  }
}
