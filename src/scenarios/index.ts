/** Scenarios: the headless half of a lesson, the proof of it, and its link. */

// What the rooms above say about runs and their judges, they say in the words of the rooms below.
export {
  type Anomaly,
  anomalies,
  type Budget,
  type Condition,
  conditions,
  conditionsOf,
  type Example,
  examples,
  type History,
  type HistoryOperation,
  implications,
  implied,
  isOk,
  isOpen,
  type Judged,
  type Judgement,
  type JudgeOptions,
  judge,
  type ModelName,
  modelNames,
  type ObjectName,
  objectNames,
  usualBudget,
} from '#/checkers';
export type {
  Branch,
  Command,
  Counts,
  Entry,
  Hybrid,
  Interval,
  Ledger,
  LinkView,
  MessageRef,
  MessageView,
  Micros,
  NodeId,
  NodeView,
  OperationRecord,
  Pattern,
  StampKind,
  StampOf,
  StampOptions,
  Step,
  View,
} from '#/kernel';
export {
  balances,
  changedSlots,
  concurrent,
  digestText,
  find,
  fits,
  future,
  GrowingStamps,
  nodeId,
  operationsOf,
  parting,
  past,
  predecessors,
  relation,
  stampsOf,
} from '#/kernel';
export {
  type Gauge,
  type HeldMachine,
  type ProtocolModule,
  protocolNames,
  type Statechart,
  type StateGraph,
  scenarioLoaders,
  type Way,
} from '#/protocols';
export type { Exploration, Goal, Reach, SoFar } from '#/search';
export { worldConfig } from './build';
export {
  assembleLesson,
  type Catalogue,
  type Found,
  type Read,
  readCatalogue,
  scenarioNamed,
} from './catalogue/read';
export { lessonProblems, scenarioProblems } from './catalogue/sense';
export { type PaperClock, paperClocks, type SlipName, slipNames } from './clocks/clock-rows';
export { type ScriptedEvent, stampings } from './clocks/stamp-script';
export { asScenario, scenarioText } from './copy';
export { everything } from './everything';
export {
  type ExploreScenarioOptions,
  exploreScenario,
  exploringScenario,
  goalText,
  pathText,
  type Reduction,
  reachText,
  reductions,
  wantsTime,
} from './explore';
export { type Finished, finish, finished, holds } from './finish';
export { offsetOf, type Path, parseJson } from './histories/json';
export { mermaidText, type Participant } from './histories/mermaid';
export { reading, Stop, type Unreadable } from './histories/place';
export {
  type Histories,
  type HistoryFormat,
  historyFormats,
  type ReadOptions,
  readHistories,
} from './histories/read';
export type { ObjectFrom, ReadHistory } from './histories/sense';
export {
  happensBefore,
  lamport,
  orderedPairs,
  type SpaceTime,
  type SpaceTimeEvent,
} from './histories/shiviz/diagram';
export { type Executions, readShiviz, type ShivizOptions } from './histories/shiviz/read';
export { shivizText } from './histories/shiviz/write';
export { historyText } from './histories/write';
export { historyOf, historyOnFile, objectOf } from './history';
export { knobCommand, knobValue, refuseKnob, type Scalar } from './knobs';
export { fromBase64, toBase64 } from './link/base64';
export { type Nearest, type Opened, openLink, openRun } from './link/open';
export { payloadOf, type RunPayload, runPayload, type Standing, scenarioHash } from './link/payload';
export { encodeLink, type Refusal, type Refused, readLink } from './link/text';
export { ENGINE_VERSION, LINK_VERSION } from './link/version';
export { metricsAt, metricsFold, usualWidth } from './metrics/fold';
export type { LoadCount } from './metrics/load-count';
export {
  type Measure,
  type MeasureName,
  type MeasureUnit,
  measuredText,
  measureNames,
  measures,
} from './metrics/measures';
export type { Metrics, NodeLoad, Stretch } from './metrics/series';
export {
  type Measured,
  measured,
  type Point,
  type Series,
  seriesOf,
  type Total,
  type Totals,
  totalsOf,
} from './metrics/totals';
export { Computation, type WholeRun, wholeRun } from './metrics/whole-run';
export { loadProtocol } from './protocol';
export {
  type AnswerKey,
  answerKey,
  type Checked,
  type DiagnoseGrade,
  gradeDiagnose,
  gradeOrderAnswer,
  gradePredict,
  gradeRun,
  type KeyedQuestion,
  type OptionKey,
  type QuestionOf,
  type WorldKey,
} from './prove/answer-key';
export { cellsOf, tableProgress } from './prove/challenge';
export { checkText } from './prove/check-text';
export { firstFits } from './prove/first-fits';
export {
  type Cells,
  type FillClocksKey,
  fillClocksKey,
  gradeFillClocks,
  type RowGrade,
} from './prove/kinds/fill-clocks';
export {
  COMMITTED,
  type FillLogKey,
  fillLogKey,
  gradeFillLog,
  type LogCellGrade,
  type LogRowGrade,
} from './prove/kinds/fill-log';
export {
  type Conflict,
  gradePoints,
  type LinearizationPointsKey,
  linearizationPointsKey,
  orderOf,
  type PointsAnswer,
  type PointsGrade,
} from './prove/kinds/linearization-points';
export {
  gradePartition,
  type PartitionGrade,
  partitionText,
  unitsOf,
} from './prove/kinds/place-partition';
export { type Points, type Slot, timesOf, toColumns } from './prove/kinds/points-grid';
export {
  type ChartGrade,
  chartText,
  chartTitle,
  chartWorlds,
  gradeChart,
  type PredictChartKey,
  predictChartKey,
} from './prove/kinds/predict-chart';
export {
  gradeStaleReads,
  type ReadKey,
  type StaleReadsGrade,
  type StaleReadsKey,
  staleReadsKey,
} from './prove/kinds/stale-reads';
export {
  gradeSteps,
  type StepGrade,
  type StepsKey,
  stepsKey,
  type Told,
  toldIn,
} from './prove/kinds/steps';
export {
  gradeStrongestModel,
  type ModelKey,
  type StrongestModelGrade,
  type StrongestModelKey,
  strongestModelKey,
} from './prove/kinds/strongest-model';
export { type Shown, shownHistory } from './prove/kinds/subject';
export { gradeTune, type Settings, type TuneGrade, turnable } from './prove/kinds/tune';
export { proveLesson } from './prove/lesson';
export { nodeParting, nodeSide } from './prove/node-side';
export type { OrderGrade } from './prove/order';
export type { Verdict, VerdictWord } from './prove/verdict';
export { questionsOf } from './questions-of';
export { type Challenge, challenge } from './schema/challenge';
export { type Check, type Claim, check, claim, claims } from './schema/claim';
export { command, pattern, step } from './schema/command';
export type { Subject } from './schema/history';
export { type Authored, type Beat, type LessonData, lessonData, type TwinWorlds } from './schema/lesson';
export { problems } from './schema/problems';
export { type Blank, type Option, type Question, question, quiz, type Sides } from './schema/quiz';
export {
  type Action,
  type Bounds,
  type Knob,
  type MessageKind,
  type Scenario,
  scenario,
  stampKinds,
  type Variant,
  variant,
} from './schema/scenario';
export {
  type Counterexample,
  type Explained,
  type Searched,
  type SearchOptions,
  type SearchProgress,
  searchedProperties,
  searchScenario,
} from './search';
export { searchedText, stepText } from './search-words';
export { type Shortest, type SmallWorld, shortestWay, smallWorld } from './small-world';
export { loadStages, type Stages } from './stages';
export { type HeldTo, heldTo, wrongOnPurpose } from './trust/promised';
export { brokenPromises, type Explored, type Tried, type Trust, trustIn, usualTrust } from './trust/trust';
