/** Puts one drawn page into the template: its head, its policy, its scripts for later, its relative links. */
import { readFileSync } from 'node:fs';
import { breach, policy } from './csp';

export interface Parts {
  /** The path inside the base, such as 'learn/neither/'. */
  path: string;
  html: string;
  title: string;
  description: string;
  /** The entry chunk, the chunks this page loads next, its style sheets and the fonts to preload: paths in `dist`. */
  entry: string;
  chunks: string[];
  styles: string[];
  fonts: string[];
  /** Where the lab will be served, with its last slash; previews in other apps need it to find the picture. */
  site?: string | undefined;
}

/** Scripts small enough to inline; their comments are for us, not for readers. */
function inlined(file: URL): string {
  return readFileSync(file, 'utf8')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/\n\s*/g, '\n')
    .trim();
}

/** What runs before anything else, in every page. */
export function bootScript(): string {
  return ['boot', 'hold'].map((name) => inlined(new URL(`../boot/${name}.js`, import.meta.url))).join('\n');
}

/** The whole document for a page in its own folder. Throws when the policy would forbid something in it. */
export function pageDocument(template: string, parts: Parts): string {
  const up = '../'.repeat(parts.path.split('/').length - 1) || './';
  const boot = bootScript();
  const attributes = `data-entry="${up}${parts.entry}" data-chunks="${parts.chunks.map((file) => up + file).join(' ')}"`;
  return fill(
    template,
    parts,
    up,
    [boot],
    [
      `<script ${attributes}>${boot}</script>`,
      ...parts.styles.map((file) => `<link rel="stylesheet" href="${up}${file}" />`),
      ...parts.fonts.map(
        (file) => `<link rel="preload" href="${up}${file}" as="font" type="font/woff2" crossorigin />`,
      ),
    ],
  );
}

/** 404.html: a server shows it at any depth, so a script finds the base before anything relative is asked for. */
export function missingDocument(template: string, parts: Parts): string {
  const [boot, find] = [bootScript(), inlined(new URL('../boot/find-base.js', import.meta.url))];
  return fill(
    template,
    parts,
    './',
    [boot, find],
    [
      `<script>${boot}</script>`,
      `<script data-entry="${parts.entry}" data-styles="${parts.styles.join(' ')}">${find}</script>`,
      `<noscript>${parts.styles.map((file) => `<link rel="stylesheet" href="./${file}" />`).join('')}</noscript>`,
      `<meta name="robots" content="noindex" />`,
    ],
  );
}

function fill(template: string, parts: Parts, up: string, scripts: string[], boot: string[]): string {
  const problem = breach(parts.html);
  if (problem) throw new Error(`/${parts.path}: ${problem}`);
  const document = withoutEntry(template)
    .replaceAll(/(href|src)="\.\//g, `$1="${up}`)
    .replace('<div id="root">', `<div id="root" data-path="${escaped(parts.path)}">`);
  return Object.entries({
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy(scripts)}" />`,
    'page head': head(parts, up).join('\n    '),
    boot: boot.join('\n    '),
    page: parts.html,
  }).reduce((text, [place, content]) => text.replace(`<!--${place}-->`, () => content), document);
}

function head({ title, description, path, site }: Parts, up: string): string[] {
  const preview = site === undefined ? `${up}preview.png` : `${site}preview.png`;
  const property = (name: string, value: string) => `<meta property="${name}" content="${escaped(value)}" />`;
  return [
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}" />`,
    property('og:site_name', 'Faultline'),
    property('og:type', path.startsWith('learn/') ? 'article' : 'website'),
    property('og:title', title),
    property('og:description', description),
    property('og:image', preview),
    property('og:image:width', '1200'),
    property('og:image:height', '630'),
    property(
      'og:image:alt',
      'A network of three nodes above the tape of its messages: the reply to A was lost at a cut link.',
    ),
    ...(site === undefined ? [] : [property('og:url', site + path)]),
    '<meta name="twitter:card" content="summary_large_image" />',
  ];
}

/** The bundler's tags would start the scripts and the styles in its own order; ours replace them. */
function withoutEntry(template: string): string {
  return template
    .replaceAll(/\s*<script type="module"[^>]*><\/script>/g, '')
    .replaceAll(/\s*<link rel="(modulepreload|stylesheet)"[^>]*>/g, '');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
