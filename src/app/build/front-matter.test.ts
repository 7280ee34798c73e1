import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFiles, parseFrontMatter, readLessons } from './front-matter';

const right = ['title: T', 'summary: S.', 'minutes: 20', 'part: 0', 'able:', '  - do it'];
const page = (lines: string[]) => `---\n${lines.join('\n')}\n---\n\nWords.\n`;

describe('parseFrontMatter', () => {
  it('reads a block that is right', () => {
    expect(parseFrontMatter(page(right), 'f')).toEqual({
      title: 'T',
      summary: 'S.',
      minutes: 20,
      part: 0,
      able: ['do it'],
    });
  });

  it.each([
    ['no block', 'Words.', /f has no front matter/],
    ['a word too many', page([...right, 'minute: 3']), /f: its front matter is not right.*minute/],
    ['a word too few', page(right.slice(1)), /title/],
    ['a part that is not there', page(right.map((line) => line.replace('part: 0', 'part: 8'))), /part/],
  ])('refuses %s, and says where', (_what, source, said) => {
    expect(() => parseFrontMatter(source, 'f')).toThrow(said);
  });
});

describe('readLessons', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'lessons-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  function lesson(folder: string, without?: string): void {
    mkdirSync(join(root, 'lessons', folder), { recursive: true });
    for (const file of ['lesson.mdx', ...dataFiles.map((name) => `${name}.ts`)]) {
      if (file !== without) writeFileSync(join(root, 'lessons', folder, file), page(right));
    }
  }

  it('lists the folders in order, with the number and the slug of their names', () => {
    lesson('10-cap');
    lesson('02-network-is-reliable');
    expect(readLessons(root).map(({ number, slug }) => [number, slug])).toEqual([
      [2, 'network-is-reliable'],
      [10, 'cap'],
    ]);
  });

  it('finds none where there are none', () => {
    expect(readLessons(root)).toEqual([]);
  });

  it('refuses a folder without a number, a number used twice, and a file that is missing', () => {
    lesson('cap');
    expect(() => readLessons(root)).toThrow(/lessons\/cap: name a lesson's folder/);
    rmSync(join(root, 'lessons'), { recursive: true });
    lesson('01-a');
    lesson('01-b');
    expect(() => readLessons(root)).toThrow(/01-b and lessons\/01-a share/);
    rmSync(join(root, 'lessons'), { recursive: true });
    lesson('01-a', 'quiz.ts');
    expect(() => readLessons(root)).toThrow(/lessons\/01-a has no quiz.ts/);
  });
});
