/**
 * What the top of every `lesson.mdx` must say, and how it is read from the disk.
 * The slug and the number come from the folder's name, so that they are written once.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const sentence = z.string().trim().min(1);

export const FrontMatter = z.strictObject({
  title: sentence.max(80),
  /** One or two sentences: the description of the page in a search result and in a link preview. */
  summary: sentence.max(240),
  /** How long a learner who does everything needs, in minutes. */
  minutes: z.int().min(1).max(120),
  /** Completes "You will be able to …"; one line each. */
  able: z.array(sentence).min(1).max(6),
  /** The part of the course, 0 to 7. */
  part: z.int().min(0).max(7),
});

export type FrontMatter = z.infer<typeof FrontMatter>;

/** The data that lies beside `lesson.mdx`, each a module: without any of them it is not a lesson. */
export const dataFiles = ['scenario', 'story', 'quiz', 'challenge', 'claims'] as const;

/** What a lesson may have besides. */
export const moreFiles = ['faded'] as const;

export interface LessonFolder extends FrontMatter {
  slug: string;
  number: number;
  /** The folder's path from the root of the project, `lessons/01-neither`. */
  folder: string;
  /** Those of `moreFiles` that lie there. */
  more: readonly string[];
}

/** Reads one lesson's source. Throws a sentence that names the file and what is wrong with it. */
export function parseFrontMatter(source: string, file: string): FrontMatter {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(source);
  if (block === null)
    throw new Error(`${file} has no front matter: begin it with a block between two lines of ---.`);
  const result = FrontMatter.safeParse(parse(block[1] ?? ''));
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'the block'}: ${issue.message}`,
  );
  throw new Error(`${file}: its front matter is not right. ${problems.join('; ')}.`);
}

/** Reads every lesson under `<root>/lessons`, in order. A folder without a number, or a number used twice, throws. */
export function readLessons(root: string): LessonFolder[] {
  const home = join(root, 'lessons');
  if (!existsSync(home)) return [];
  const lessons = readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readLesson(root, entry.name))
    .sort((a, b) => a.number - b.number);
  for (const [i, lesson] of lessons.entries()) {
    const twin = lessons
      .slice(0, i)
      .find((other) => other.number === lesson.number || other.slug === lesson.slug);
    if (twin)
      throw new Error(`${lesson.folder} and ${twin.folder} share a number or a slug: rename one of them.`);
  }
  return lessons;
}

function readLesson(root: string, name: string): LessonFolder {
  const folder = `lessons/${name}`;
  const match = /^(\d{2})-([a-z0-9]+(?:-[a-z0-9]+)*)$/.exec(name);
  if (match === null)
    throw new Error(`${folder}: name a lesson's folder NN-slug, such as lessons/01-neither.`);
  const file = `${folder}/lesson.mdx`;
  if (!existsSync(join(root, file)))
    throw new Error(`${folder} has no lesson.mdx: a lesson is a page first.`);
  const missing = dataFiles.find((part) => !existsSync(join(root, folder, `${part}.ts`)));
  if (missing)
    throw new Error(`${folder} has no ${missing}.ts. \`npm run lesson:new\` makes a folder with everything.`);
  const front = parseFrontMatter(readFileSync(join(root, file), 'utf8'), file);
  const more = moreFiles.filter((part) => existsSync(join(root, folder, `${part}.ts`)));
  return { slug: match[2] ?? '', number: Number(match[1]), folder, more, ...front };
}
