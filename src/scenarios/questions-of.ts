/** The questions of a lesson. By itself, since pages want it, and the schema they do not. */

import type { LessonData } from './schema/lesson';

/** Every question that is asked in a lesson, but for the bet. */
export const questionsOf = ({ quiz, faded = {} }: LessonData): LessonData['quiz'] => [
  ...quiz,
  ...Object.values(faded).flat(),
];
