/** What a figure knows of the judges of its run. The player satisfies it; so can a fixture. */

import type { History, Judgement, Micros, ModelName, OperationRecord } from '#/scenarios';

export interface ModelVerdict extends Judgement {
  readonly model: ModelName;
}

/** The verdicts of every model on the history up to one moment. */
export interface Verdicts {
  readonly run: number;
  readonly branch: number;
  readonly at: Micros;
  readonly history: History;
  /** Those of the history, in the same order. */
  readonly operations: readonly OperationRecord[];
  /** Strongest first. */
  readonly models: readonly ModelVerdict[];
}

export interface Judges {
  getState(): {
    /** Null before the first. */
    readonly verdicts: Verdicts | null;
    /** They are of another moment than the one shown, and those of this one are being looked for. */
    readonly behind: boolean;
  };
  subscribe(listener: () => void): () => void;
}
