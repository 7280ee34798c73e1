/**
 * The course as the home page shows it: what is planned, joined with the lessons that are there.
 * A lesson that is there speaks for itself; one that nobody planned is still shown, in the part it names.
 */
import type { Part } from '#/teach';

/** What the map needs of a lesson's front matter. */
export interface PresentLesson {
  slug: string;
  number: number;
  title: string;
  minutes: number;
  able: string[];
  part: number;
}

export type MapLesson = { slug: string; number: number; title: string; able: string[] } & (
  | { state: 'here'; minutes: number }
  | { state: 'to come' }
);

export interface MapPart {
  number: number;
  title: string;
  lessons: MapLesson[];
}

export function courseMap(curriculum: readonly Part[], present: readonly PresentLesson[]): MapPart[] {
  const bySlug = new Map(present.map((lesson) => [lesson.slug, lesson]));
  const planned = new Set(curriculum.flatMap((part) => part.lessons.map((lesson) => lesson.slug)));
  return curriculum.map((part) => {
    const fromPlan = part.lessons.map((plan): MapLesson => {
      const lesson = bySlug.get(plan.slug);
      return lesson ? here(lesson) : { ...plan, able: [plan.able], state: 'to come' };
    });
    const unplanned = present
      .filter((lesson) => lesson.part === part.number && !planned.has(lesson.slug))
      .map(here);
    const lessons = [...fromPlan, ...unplanned].sort((a, b) => a.number - b.number);
    return { number: part.number, title: part.title, lessons };
  });
}

function here({ slug, number, title, able, minutes }: PresentLesson): MapLesson {
  return { slug, number, title, able, minutes, state: 'here' };
}

/** A lesson's number as it is written everywhere: 01. */
export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
