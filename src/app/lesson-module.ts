/** What loading a lesson gives: the chunk the build makes of its folder. */
import type { ComponentType } from 'react';
import type { LessonData } from '#/scenarios';

export interface LessonModule {
  /** The author's page; it needs the vocabulary for its components. */
  Body: ComponentType<{ components: Record<string, unknown> }>;
  data: LessonData;
}
