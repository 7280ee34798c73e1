/**
 * Every file in src is reached from something that runs: the page, a command, a lesson, an end-to-end test.
 * What only tests reach is dead too, unless its name says that it is for tests: `x.fixture.ts`, `brute-force.ts`.
 * Follows imports, globs, `new URL(…, import.meta.url)`, stylesheets and the scripts of package.json.
 * Leaves out single exports; the linter and the compiler find unused names inside a file.
 */
import { imports } from './imports';
import {
  example,
  isFixture,
  isScript,
  isTest,
  isTidy,
  type Rule,
  type SourceFile,
  type Violation,
} from './rule';

const endings = ['', '.ts', '.tsx', '.mjs', '/index.ts', '/index.tsx'];

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('#/')) return `src/${specifier.slice(2)}`;
  if (specifier.startsWith('/')) return specifier.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** A glob as Vite reads it: `*` within a folder, `**` across folders, `{a,b}` either. */
function asPattern(glob: string): RegExp {
  const source = glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*|\{([^}]*)\}/g, (token, list?: string) => {
      if (token === '**/') return '(?:.*/)?';
      return list === undefined ? '[^/]*' : `(?:${list.replaceAll(',', '|')})`;
    });
  return new RegExp(`^${source}$`);
}

/** The paths a file leads to; some may not exist. */
function leadsTo({ path, text }: SourceFile, all: readonly SourceFile[]): string[] {
  const named = [...text.matchAll(/\bnew URL\(\s*['"]([^'"]+)['"]|@import\s+(?:url\()?['"]([^'"]+)['"]/g)];
  const found = named.map((match) => match[1] ?? match[2] ?? '');
  if (isScript(path)) {
    found.push(...imports(text).map(({ specifier }) => specifier));
    for (const [, list = ''] of text.matchAll(
      /import\.meta\.glob(?:<[^(]*>)?\(\s*(\[[^\]]*\]|['"][^'"]+['"])/g,
    )) {
      for (const [, glob = ''] of list.matchAll(/['"]([^'"]+)['"]/g)) {
        const pattern = asPattern(resolve(path, glob));
        found.push(...all.filter((file) => pattern.test(file.path)).map((file) => `/${file.path}`));
      }
    }
  }
  if (path === 'package.json' || path === 'index.html') {
    found.push(...[...text.matchAll(/\b(?:src|e2e)\/[\w./-]+/g)].map(([place]) => `/${place}`));
  }
  return found
    .filter((specifier) => /^(?:\.|\/|#\/)/.test(specifier))
    .map((specifier) => resolve(path, specifier.split('?')[0] ?? ''));
}

function runs(path: string): boolean {
  if (/^(?:index\.html|package\.json|vite\.config\.ts)$/.test(path)) return true;
  return /^(?:e2e|lessons)\//.test(path) || path.endsWith('.d.ts');
}

const isForTests = (path: string) =>
  isTest(path) || isTidy(path) || isFixture(path) || /\/brute-force/.test(path);

/** Every path that can be reached from the files that `starts` picks. */
function reach(files: readonly SourceFile[], starts: (path: string) => boolean): Set<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const alive = new Set<string>();
  const waiting = files.filter(({ path }) => starts(path));
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (alive.has(file.path)) continue;
    alive.add(file.path);
    for (const place of leadsTo(file, files)) {
      const there = endings.map((ending) => byPath.get(place + ending)).find((found) => found !== undefined);
      if (there) waiting.push(there);
    }
  }
  return alive;
}

function check(files: readonly SourceFile[]): Violation[] {
  const alive = reach(files, runs);
  const tested = reach(files, (path) => runs(path) || isTest(path));
  return files
    .filter(({ path }) => /^src\/.*\.(?:ts|tsx|css)$/.test(path) && !alive.has(path))
    .filter(({ path }) => !(tested.has(path) && isForTests(path)))
    .map(({ path }) => ({
      path,
      message: tested.has(path) ? 'Only tests reach this file.' : 'Nothing reaches this file.',
    }));
}

const house = (...files: [string, string][]) => files.map(([path, text]) => ({ path, text }));

export const deadFiles: Rule = {
  name: 'no dead files',
  instead: 'import it from something that runs, or remove it',
  check,
  rejects: [
    example('a file nobody imports', 'src/kernel/old.ts', 'export const a = 1;'),
    {
      title: 'two files that only import each other',
      files: house(['src/kernel/a.ts', "import './b';"], ['src/kernel/b.ts', "import './a';"]),
    },
    {
      title: 'a file only its test imports',
      files: house(['src/kernel/a.test.ts', "import './a';"], ['src/kernel/a.ts', 'export const a = 1;']),
    },
    { title: 'a stylesheet nobody asks for', files: house(['src/ui/old.module.css', '.a {}']) },
  ],
  accepts: [
    {
      title: 'from the page through an index, a worker and a glob',
      files: house(
        ['index.html', '<script type="module" src="/src/app/main.tsx"></script>'],
        [
          'src/app/main.tsx',
          "import '#/ui'; import.meta.glob('./pages/*.tsx'); new URL('./w.ts', import.meta.url);",
        ],
        ['src/app/pages/Home.tsx', "import css from './home.module.css';"],
        ['src/app/pages/home.module.css', '.a {}'],
        ['src/app/w.ts', 'self.close();'],
        ['src/ui/index.ts', "export * from './Button';"],
        ['src/ui/Button.tsx', 'export const Button = 1;'],
      ),
    },
    {
      title: 'a fixture of a test',
      files: house(
        ['src/checkers/a.test.ts', "import './brute-force'; import './a.fixture';"],
        ['src/checkers/brute-force.ts', 'export const a = 1;'],
        ['src/checkers/a.fixture.ts', 'export const a = 1;'],
      ),
    },
    {
      title: 'from a command',
      files: house(
        ['package.json', '{"scripts":{"lab":"tsx src/cli/main.ts"}}'],
        ['src/cli/main.ts', 'run();'],
      ),
    },
  ],
};
