/** The visual half of a lesson: its vocabulary, its flow, its questions, and what a learner keeps of it. */

export { curriculum, type Part, type PlannedLesson } from './curriculum';
export { LessonProvider, type LessonProviderProps, type Proof } from './lesson/LessonContext';
export { LessonText, type LessonTextProps } from './lesson/LessonText';
export { type PreparedLesson, prepareLesson } from './lesson/prepare';
export { keptRunOf, onEnd, replay } from './players/kept-run';
export { linkHash } from './players/share';
export { createPlayer, usePlayer, usePlayerState } from './players/use-player';
export { ProgressPanel } from './progress/ProgressPanel';
export { ProgressTrouble } from './progress/ProgressTrouble';
export type { LessonProgress, Mark } from './progress/progress';
export { learnersProgress, useKeptRuns, useLessonMark, useLessonProgress } from './progress/use-progress';
export type { KeptRun } from './questions/answer';
export { kindModules } from './questions/kinds/load';
export { logLesson, logQuestions } from './questions/kinds/log-samples';
export { sampleLesson, sampleQuestions } from './questions/kinds/samples';
export { QuestionSamples } from './questions/Samples';
export { reference, type Word } from './reference';
export { vocabulary } from './vocabulary';
