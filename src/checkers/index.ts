/** Judges: each takes a history and answers ok, violated, unknown or not-applicable, with a reason. Pure. */

export { type Anomaly, anomalies, type Example, examples } from './examples';
export { type History, type HistoryOperation, isOk, isOpen } from './history';
export { judge } from './judge';
export type { Budget, Judged, Judgement, JudgeOptions } from './judgement';
export { usualBudget } from './judgement';
export { type Condition, conditions, conditionsOf, type Implication, implications, implied } from './lattice';
export { type ModelName, modelNames, type ObjectName, objectNames } from './names';
export { objectCalled, type SequentialObject } from './objects';
