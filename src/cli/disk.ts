/**
 * Finds lessons and scenarios on the disk: `lessons/NN-slug/{scenario,claims,quiz,challenge,story,faded}.ts` and
 * `src/protocols/<protocol>/scenarios/<name>.ts`, each with what it says as its default export. The bet is
 * `quiz.ts`'s export `bet`, the twins are `story.ts`'s export `twins`.
 */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { assembleLesson, type Found } from '#/scenarios';
import { BadInput } from './answer';

/** The files of a lesson that are data; not every lesson has faded steps. */
const PARTS = ['scenario', 'claims', 'quiz', 'challenge', 'story', 'faded'] as const;

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export async function findOnDisk(root = projectRoot): Promise<Found> {
  return { lessons: await findLessons(root), scenarios: await findScenarios(root) };
}

const foldersOf = (path: string): string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

/** In the order of their numbers. */
async function findLessons(root: string): Promise<Found['lessons']> {
  const lessons: { slug: string; data: unknown }[] = [];
  for (const folder of foldersOf(join(root, 'lessons'))) {
    const slug = /^\d{2}-(.+)$/.exec(folder)?.[1];
    if (slug === undefined) continue;
    const modules: Record<string, Record<string, unknown>> = {};
    for (const part of PARTS) {
      const path = join(root, 'lessons', folder, `${part}.ts`);
      if (existsSync(path)) modules[part] = await load(path, `lessons/${folder}/${part}.ts`);
    }
    lessons.push({ slug, data: assembleLesson(modules) });
  }
  return lessons;
}

async function findScenarios(root: string): Promise<Found['scenarios']> {
  const scenarios: { from: string; data: unknown }[] = [];
  const home = join(root, 'src/protocols');
  for (const protocol of foldersOf(home)) {
    const folder = join(home, protocol, 'scenarios');
    if (!existsSync(folder)) continue;
    for (const file of readdirSync(folder).sort()) {
      if (!file.endsWith('.ts') || file.endsWith('.test.ts')) continue;
      const from = `src/protocols/${protocol}/scenarios/${file}`;
      scenarios.push({ from, data: (await load(join(folder, file), from)).default });
    }
  }
  return scenarios;
}

async function load(path: string, shown: string): Promise<Record<string, unknown>> {
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    throw new BadInput(`${shown} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
