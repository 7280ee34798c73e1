/**
 * Reads the project from disk: every file's path, and the text of those that are text.
 * Leaves out what is made by tools: dependencies, the build, caches, the history.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './rule';

const made = new Set(['node_modules', 'dist', '.cache', '.git', 'test-results', 'playwright-report']);
const text =
  /\.(?:ts|tsx|mjs|js|css|mdx?|json|html|svg|yml|yaml|txt|webmanifest)$|(?:^|\/)(?:LICENSE|run|\.\w+)$/;

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

export function readHouse(root: string = projectRoot): SourceFile[] {
  const read = (folder: string): SourceFile[] =>
    readdirSync(root + folder, { withFileTypes: true })
      .filter((entry) => !made.has(entry.name))
      .flatMap((entry) => {
        const path = folder + entry.name;
        if (entry.isDirectory()) return read(`${path}/`);
        return { path, text: text.test(path) ? readFileSync(root + path, 'utf8') : '' };
      });
  return read('');
}
