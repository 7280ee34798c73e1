/**
 * Links in documents and lessons lead somewhere: files exist, anchors exist, lessons are built, the web is https.
 * Leaves out asking the web whether a page is still there: tests use no network.
 */
import { withoutCode } from './prose';
import { example, isTidy, lineAt, type Rule, type SourceFile, type Violation } from './rule';

const shapes = [
  /\]\(\s*<?([^\s()<>]+(?:\([^\s()]*\)[^\s()]*)?)>?(?:\s+"[^"]*")?\s*\)/g,
  /\b(?:href|src)="([^"]+)"/g,
  /^\[[^\]]+\]:\s*(\S+)/gm,
];

/** The anchor a heading gets: its words, lower case, joined by hyphens. */
export function slug(heading: string): string {
  return heading
    .replace(/[`*_]|\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

function anchors(text: string): Set<string> {
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const found = new Set<string>();
  for (const [, heading = ''] of prose.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const base = slug(heading);
    let name = base;
    for (let again = 1; found.has(name); again++) name = `${base}-${again}`;
    found.add(name);
  }
  for (const [, id = ''] of prose.matchAll(/\bid="([^"]+)"/g)) found.add(id);
  return found;
}

function resolve(from: string, relative: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function judge(
  file: SourceFile,
  target: string,
  byPath: ReadonlyMap<string, SourceFile>,
): string | undefined {
  if (/^(?:https:|mailto:)/.test(target)) return undefined;
  if (/^[a-z][a-z+.-]*:/i.test(target)) return `${target} is not https.`;
  const [path = '', anchor] = target.split('#');
  if (path === '') {
    return anchors(file.text).has(anchor ?? '') ? undefined : `There is no heading for #${anchor}.`;
  }
  if (path.startsWith('/')) {
    if (!file.path.endsWith('.mdx')) return `${target} starts at the root, which a document does not have.`;
    const slugs = [...byPath.keys()].flatMap((p) => /^lessons\/\d+-([^/]+)\/lesson\.mdx$/.exec(p)?.[1] ?? []);
    const routes = ['/', '/lab/', '/gallery/', ...slugs.map((name) => `/learn/${name}/`)];
    return routes.includes(path.endsWith('/') ? path : `${path}/`) ? undefined : `There is no page ${path}.`;
  }
  const place = resolve(file.path, path);
  const there = byPath.get(place);
  const folder = [...byPath.keys()].some((known) => known.startsWith(`${place}/`));
  if (!there && !folder) return `There is no file ${place}.`;
  if (anchor && there?.path.endsWith('.md') && !anchors(there.text).has(anchor)) {
    return `${place} has no heading for #${anchor}.`;
  }
  return undefined;
}

function check(files: readonly SourceFile[]): Violation[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files
    .filter(({ path }) => /\.mdx?$/.test(path) && !isTidy(path))
    .flatMap((file) => {
      const prose = withoutCode(file.text);
      return shapes.flatMap((shape) =>
        [...prose.matchAll(shape)].flatMap((match) => {
          const message = judge(file, match[1] ?? '', byPath);
          return message ? [{ path: file.path, line: lineAt(file.text, match.index), message }] : [];
        }),
      );
    });
}

export const links: Rule = {
  name: 'links lead somewhere',
  instead: 'link to a file, a heading or a lesson that exists, or to the web by https',
  check,
  rejects: [
    example('a file that is not there', 'README.md', 'See [the kernel](src/kernel/README.md).'),
    example('a heading that is not there', 'README.md', '# Start\n\nSee [below](#finish).'),
    example('a lesson that is not built', 'lessons/01-a/lesson.mdx', 'Next: [clocks](/learn/clocks/).'),
    example('the web without encryption', 'README.md', 'See [Lamport](http://lamport.org).'),
    example('an image that is not there', 'README.md', '![The figure](public/nowhere.png)'),
  ],
  accepts: [
    example('a heading', 'README.md', '# Start here\n\nSee [above](#start-here).'),
    example('the web', 'README.md', 'See [Lamport](https://lamport.org/).'),
    example('a link shown as code', 'README.md', 'Write `[text](target.md)`.'),
    {
      title: 'a file and a heading in it',
      files: [
        { path: 'README.md', text: 'See [time](src/kernel/README.md#virtual-time), [src](src/).' },
        { path: 'src/kernel/README.md', text: '# Kernel\n\n## Virtual time\n' },
      ],
    },
    example('its own lesson', 'lessons/01-a/lesson.mdx', 'Again: [the start](/learn/a/).'),
  ],
};
