/** Writes the folder of a new lesson. */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadInput } from './answer';
import { asked, onlyFlags, wholeFlag } from './asked';
import { lessonFiles } from './lesson-template';

/** `<slug> "<title>" [--number N]`. Returns the new folder's path from the root. Throws a sentence for bad input. */
export function newLesson(root: string, argv: readonly string[]): string {
  const line = asked(argv);
  onlyFlags(line, ['number']);
  const [slug, title, ...rest] = line.words;
  if (slug === undefined || title === undefined || rest.length > 0) {
    throw new BadInput('Say a slug and a title: npm run lesson:new -- clocks "Time is a lie"');
  }
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) || slug.length > 40) {
    throw new BadInput(`A slug is lower-case letters, digits and dashes, not ${slug}.`);
  }
  if (title.trim() === '' || title.length > 80) throw new BadInput('A title has 1 to 80 characters.');
  const lessons = join(root, 'lessons');
  const known = existsSync(lessons) ? readdirSync(lessons).filter((name) => /^\d{2}-/.test(name)) : [];
  if (known.some((name) => name.slice(3) === slug))
    throw new BadInput(`There is a lesson called ${slug} already.`);
  const next = Math.max(0, ...known.map((name) => Number(name.slice(0, 2)))) + 1;
  const number = String(wholeFlag(line, 'number', 1, 99) ?? next).padStart(2, '0');
  const twin = known.find((name) => name.startsWith(`${number}-`));
  if (twin !== undefined) throw new BadInput(`lessons/${twin} has that number already.`);
  const folder = join(lessons, `${number}-${slug}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(lessonFiles({ number, slug, title }))) {
    writeFileSync(join(folder, name), text);
  }
  return `lessons/${number}-${slug}`;
}
