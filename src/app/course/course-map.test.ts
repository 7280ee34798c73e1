import { describe, expect, it } from 'vitest';
import { curriculum } from '#/teach';
import { courseMap, twoDigits } from './course-map';

const neither = { slug: 'neither', number: 1, title: 'Written', minutes: 20, able: ['one', 'two'], part: 0 };

describe('courseMap', () => {
  it('shows every planned lesson, and only those that are there as here', () => {
    const lessons = courseMap(curriculum, [neither]).flatMap((part) => part.lessons);
    expect(lessons).toHaveLength(38);
    expect(lessons.filter((lesson) => lesson.state === 'here').map((lesson) => lesson.slug)).toEqual([
      'neither',
    ]);
    expect(lessons.map((lesson) => lesson.number)).toEqual(Array.from({ length: 38 }, (_, i) => i + 1));
  });

  it('lets a lesson that is there speak for itself', () => {
    const [first] = courseMap(curriculum, [neither])[0]?.lessons ?? [];
    expect(first).toMatchObject({ title: 'Written', minutes: 20, able: ['one', 'two'] });
  });

  it('does not lose a lesson that nobody planned', () => {
    const extra = { ...neither, slug: 'extra', number: 39, part: 7 };
    expect(courseMap(curriculum, [extra]).at(-1)?.lessons.at(-1)).toMatchObject({
      slug: 'extra',
      state: 'here',
    });
  });
});

it('writes a number with two digits', () => {
  expect([1, 38].map(twoDigits)).toEqual(['01', '38']);
});
