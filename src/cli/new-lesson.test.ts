import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findOnDisk, projectRoot } from './disk';
import { newLesson } from './new-lesson';
import { prompt } from './prompt';

let root = '';
beforeAll(() => {
  mkdirSync(`${projectRoot}.cache`, { recursive: true });
  root = mkdtempSync(`${projectRoot}.cache/lessons-`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('writes a lesson that is proved as it stands, and numbers it', async () => {
  expect(newLesson(root, ['clocks', 'Time is the network’s "lie"'])).toBe('lessons/01-clocks');
  expect(newLesson(root, ['later', "It's later"])).toBe('lessons/02-later');
  expect(newLesson(root, ['raft', 'Raft', '--number', '33'])).toBe('lessons/33-raft');
  const { out, exit } = await prompt(['prove', '--json'], () => findOnDisk(root));
  const verdicts = JSON.parse(out) as { lesson: string; verdict: string; detail: string }[];
  expect(verdicts.filter((v) => v.verdict !== 'held')).toEqual([]);
  expect(exit).toBe(0);
  expect([...new Set(verdicts.map((v) => v.lesson))]).toEqual(['clocks', 'later', 'raft']);
});

it('gives its page the front matter that a page needs, whatever is in the title', () => {
  const page = readFileSync(join(root, 'lessons/01-clocks/lesson.mdx'), 'utf8');
  const front = parse(/^---\n([\s\S]*?)\n---/.exec(page)?.[1] ?? '') as Record<string, unknown>;
  expect(Object.keys(front)).toEqual(['title', 'summary', 'minutes', 'part', 'able']);
  expect(front.title).toBe('Time is the network’s "lie"');
});

it('writes files that are formatted: short lines, and each title in the quotes that need no escapes', () => {
  const files = ['scenario', 'worlds', 'claims', 'quiz', 'challenge', 'story'];
  const texts = files.map((file) => readFileSync(join(root, `lessons/02-later/${file}.ts`), 'utf8'));
  expect(Math.max(...texts.flatMap((text) => text.split('\n').map((line) => line.length)))).toBeLessThan(111);
  expect(texts[0]).toContain(`title: "It's later",`);
});

it.each([
  [[], /Say a slug and a title/],
  [['clocks'], /Say a slug and a title/],
  [['Clocks', 'T'], /lower-case letters/],
  [['../out', 'T'], /lower-case letters/],
  [['clocks', 'Again'], /called clocks already/],
  [['other', ' '], /1 to 80 characters/],
  [['other', 'T', '--number', '33'], /33-raft has that number/],
  [['other', 'T', '--number', '0'], /whole number from 1 to 99/],
  [['other', 'T', '--part', '1'], /no --part here/],
])('refuses %j', (argv, said) => {
  expect(() => newLesson(root, argv)).toThrow(said);
});
