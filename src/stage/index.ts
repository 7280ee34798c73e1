/** Views of a run at a moment. They read a run through one interface and send commands back through it. */

export { TwinView, type TwinViewProps } from './branches';
export { SmallChart, type SmallLine } from './charts';
export { Actions, InFlight, Knobs, PartitionForm, type TurnableKnob } from './controls';
export { Figure, type FigurePart, type FigureProps, figureParts } from './figure/Figure';
export {
  endingWords,
  HistoryPicture,
  type HistoryPictureProps,
  HistoryTable,
  type HistoryTableProps,
  type OperationMark,
  operationWords,
} from './history';
export { Inspector } from './inspector';
export { StillLogs, type StillLogsProps } from './logs';
export { Network } from './network';
export { type Glimpse, type Run, RunProvider, type RunState, useRun, useRunState, useStateOf } from './run';
export { Tape, TimeFrame } from './tape';
export { TimeBar } from './timebar';
export { TrustStampProvider } from './trust';
export { modelWords, verdictWords } from './verdicts/models';
export { VerdictMark } from './verdicts/VerdictMark';
export { branchName, clause, commandWords, knownWords, seenWords, sentence, timeText } from './words';
