/**
 * Names of folders and files say an idea; the top level is fixed.
 * Leaves out whether a file is named after its main export, which a reader judges better.
 */
import { example, type Rule } from './rule';

const vague =
  /^(?:utils?|libs?|common|helpers?|misc|shared|stuff|core-utils)(?:\.(?:test\.)?(?:ts|tsx|mjs|css))?$/i;
const kebab = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*$/;

const top = new Set([
  ...['src', 'lessons', 'public', 'e2e'],
  ...['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
  ...['README.md', 'LICENSE', 'CONTRIBUTING.md', 'CHANGELOG.md'],
]);

export const names: Rule = {
  name: 'names say an idea',
  instead: 'name the idea the file holds, with folders in kebab-case and the top level as it is',
  check: (files) =>
    files.flatMap(({ path }) => {
      const parts = path.split('/');
      const folders = parts.slice(0, -1);
      const found: string[] = [];
      if (parts.some((part) => vague.test(part))) found.push('The name says nothing.');
      if (folders.some((folder) => !kebab.test(folder))) found.push('The folder is not in kebab-case.');
      const first = parts[0] ?? '';
      if (!first.startsWith('.') && !top.has(first)) found.push(`${first} is new at the top level.`);
      return found.map((message) => ({ path, message }));
    }),
  rejects: [
    example('a folder for anything', 'src/kernel/utils/a.ts', ''),
    example('a file for anything', 'src/stage/helpers.ts', ''),
    example('a folder in another case', 'src/stage/TimeBar/TimeBar.tsx', ''),
    example('a new place at the top', 'scripts/a.ts', ''),
  ],
  accepts: [
    example('a folder named for an idea', 'src/stage/time-bar/TimeBar.tsx', ''),
    example('a word that contains one of them', 'src/kernel/commonality.ts', ''),
    example('a dot-folder', '.ci/run', ''),
  ],
};
