/** Lesson 01 as its folder exports it: the fixture of this room's tests. */

import type { LessonData } from '#/scenarios';

const files = import.meta.glob('/lessons/01-neither/*.ts', { eager: true }) as Record<
  string,
  Record<string, unknown>
>;
const file = (name: string) => files[`/lessons/01-neither/${name}.ts`] ?? {};

export const lesson01 = {
  scenario: file('scenario').default,
  claims: file('claims').default,
  quiz: file('quiz').default,
  bet: file('quiz').bet,
  challenge: file('challenge').default,
  story: file('story').default,
  twins: file('story').twins,
} as unknown as LessonData;
