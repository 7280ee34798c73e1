/** What a lesson wants before its page is drawn: its protocol, and the kinds of questions that few lessons ask. */

import {
  type LessonData,
  loadProtocol,
  loadStages,
  type ProtocolModule,
  questionsOf,
  type Stages,
} from '#/scenarios';
import { type LoadedKinds, loadKinds } from '../questions/kinds/load';

export interface PreparedLesson {
  readonly data: LessonData;
  readonly module: ProtocolModule;
  readonly stages: Stages;
  /** The kinds of questions that this lesson asks and most do not. */
  readonly kinds: LoadedKinds;
}

/** Awaited before the page is drawn, so that the first render has its figures. */
export async function prepareLesson(data: LessonData): Promise<PreparedLesson> {
  const [module, kinds, stages] = await Promise.all([
    loadProtocol(data.scenario.protocol),
    loadKinds(questionsOf(data)),
    loadStages(data.stages),
  ]);
  return { data, module, stages, kinds };
}
