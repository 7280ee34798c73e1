/** Lesson 01 as its folder exports it: the fixture of this room's tests. */

import { assembleLesson, lessonData } from '#/scenarios';

const files = import.meta.glob<Record<string, unknown>>('/lessons/01-neither/*.ts', { eager: true });
const byName = Object.entries(files).map(([path, file]) => [/(\w+)\.ts$/.exec(path)?.[1], file]);

export const lesson01 = lessonData.parse(assembleLesson(Object.fromEntries(byName)));
