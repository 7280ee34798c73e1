/**
 * Finds the lessons: `virtual:lessons` lists the front matter of all, `virtual:lesson-folders` loads one by its slug.
 * Front matter lives here and not in the .mdx, because a module that exports a component and something else
 * cannot be refreshed in place while an author writes.
 */
import type { Plugin } from 'vite';
import { dataFiles, type LessonFolder, readLessons } from './front-matter';
import { prove, type Stamped } from './proofs';

const indexId = '\0virtual:lessons';
const foldersId = '\0virtual:lesson-folders';
const lessonId = '\0virtual:lesson/';

export function lessonIndex(): Plugin {
  let root = '.';
  let known = '';
  let building = false;
  return {
    name: 'faultline:lesson-index',
    configResolved(config) {
      root = config.root;
      building = config.command === 'build';
    },
    resolveId(source) {
      return source.startsWith('virtual:lesson') ? `\0${source}` : undefined;
    },
    load(id) {
      if (id === indexId) {
        known = JSON.stringify(readLessons(root));
        return `export const lessons = ${known};`;
      }
      if (id === foldersId) {
        const loaders = readLessons(root).map(
          (l) => `${JSON.stringify(l.slug)}: () => import('virtual:lesson/${l.slug}')`,
        );
        return `export const folders = { ${loaders.join(', ')} };`;
      }
      if (!id.startsWith(lessonId)) return undefined;
      const lesson = readLessons(root).find((l) => l.slug === id.slice(lessonId.length));
      if (!lesson) throw new Error(`There is no lesson called ${id.slice(lessonId.length)}.`);
      return lessonModule(lesson, building ? prove(root, lesson.slug) : {});
    },
    hotUpdate({ file, modules }) {
      if (!/\/lessons\/[^/]+\/lesson\.mdx$/.test(file)) return undefined;
      if (JSON.stringify(readLessons(root)) === known) return undefined;
      const index = this.environment.moduleGraph.getModuleById(indexId);
      return index ? [...modules, index] : modules;
    },
  };
}

/** One lesson, one module, so one chunk: its page as `Body`, and the data beside it as `LessonData` names it. */
function lessonModule({ folder, more }: LessonFolder, proofs: Record<string, Stamped>): string {
  const files = [...dataFiles, ...more];
  return [
    `import Body from '/${folder}/lesson.mdx';`,
    ...files.map((name) => `import ${name} from '/${folder}/${name}.ts';`),
    `import { bet } from '/${folder}/quiz.ts';`,
    // A lesson without twins or stages has no such export, and that is no mistake.
    `import * as told from '/${folder}/story.ts';`,
    `import * as place from '/${folder}/scenario.ts';`,
    `export { Body };`,
    `export const proofs = ${JSON.stringify(proofs)};`,
    `export const data = { bet, twins: told['twins'], stages: place['stages'], ${files.join(', ')} };`,
  ].join('\n');
}
