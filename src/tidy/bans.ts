/**
 * Constructs the house does without, each with what to write instead and a canary.
 * A ban looks at code with comments and strings blanked, unless it says otherwise.
 */
import { split } from './code';
import { isHeadless } from './rooms';
import { example, isScript, isTest, isTidy, lineAt, type Rule } from './rule';

type Ban = {
  readonly what: string;
  readonly pattern: RegExp;
  readonly instead: string;
  readonly where: (path: string) => boolean;
  /** `bare`: comments and strings blanked. `code`: comments blanked. `text`: everything. */
  readonly on?: 'bare' | 'code' | 'text';
  /** A path and a text with it, which must be rejected. */
  readonly canary: readonly [path: string, text: string];
  /** A path and a text like it, which must be accepted. */
  readonly fine: readonly [path: string, text: string];
};

const source = (path: string) => path.startsWith('src/') && isScript(path) && !isTidy(path);
const model = (path: string) => isHeadless(path) && isScript(path) && !isTest(path);
const prints = (path: string) =>
  source(path) && !path.startsWith('src/cli/') && !path.startsWith('src/app/build/');
const tested = (path: string) => isTest(path) && !isTidy(path);

const bans: readonly Ban[] = [
  {
    what: 'the wall clock',
    pattern: /\bDate\s*\.\s*now\b|\bnew\s+Date\b|\bDate\s*\(|\bperformance\s*\.\s*now\b/,
    instead: 'take virtual time from the world, or let the caller measure',
    where: model,
    canary: ['src/kernel/a.ts', 'const at = Date.now();'],
    fine: ['src/kernel/a.ts', '// Never Date.now().\nconst at = world.time;'],
  },
  {
    what: 'a stopwatch in a test',
    pattern: /\bDate\s*\.\s*now\b|\bperformance\s*\.\s*now\b|\bprocess\s*\.\s*hrtime\b/,
    instead: 'count what was done, and measure speed in `npm run bench`, as a ratio within one run',
    where: tested,
    canary: ['e2e/a.spec.ts', 'const from = performance.now();'],
    fine: ['e2e/a.spec.ts', 'expect(drawn).toBeLessThan(400);'],
  },
  {
    what: 'chance from outside',
    pattern: /\bMath\s*\.\s*random\b|\bgetRandomValues\b|\brandomUUID\b/,
    instead: 'draw from the kernel, where chance is a function of seed, purpose, link and count',
    where: model,
    canary: ['src/protocols/rpc/a.ts', 'if (Math.random() < 0.5) retry();'],
    fine: ['src/protocols/rpc/a.ts', 'if (ctx.choose(2) === 0) retry();'],
  },
  {
    what: 'a function whose last bits each engine chooses',
    pattern:
      /\bMath\s*\.\s*(?:log|log2|log10|log1p|exp|expm1|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot)\b|\*\*/,
    instead: 'sample an integer table, multiply or shift (Math.sqrt is exact and allowed)',
    where: model,
    canary: ['src/kernel/a.ts', 'const delay = 2 ** attempt;'],
    fine: ['src/kernel/a.ts', 'const delay = 1 << attempt; const root = Math.sqrt(delay);'],
  },
  {
    what: 'an order that depends on the locale',
    pattern: /\blocaleCompare\b|\btoLocale\w*\b|\bIntl\s*\./,
    instead: 'compare code units with <, and format where it is shown',
    where: model,
    canary: ['src/scenarios/a.ts', 'names.sort((a, b) => a.localeCompare(b));'],
    fine: ['src/scenarios/a.ts', 'names.sort((a, b) => (a < b ? -1 : 1));'],
  },
  {
    what: 'for…in',
    pattern: /\bfor\s*\(\s*(?:const|let|var)\s+[\w$]+\s+in\b/,
    instead: 'loop with for…of over Object.keys, sorted where the order matters',
    // The digest goes through every value that is sent, and a list of the names each time is dear.
    where: (path) => source(path) && path !== 'src/kernel/digest-values.ts',
    canary: ['src/kernel/a.ts', 'for (const id in nodes) visit(id);'],
    fine: ['src/kernel/a.ts', 'for (const id of Object.keys(nodes).sort()) visit(id);'],
  },
  {
    what: 'a timer of the host',
    pattern: /\b(?:setTimeout|setInterval|requestAnimationFrame)\s*\(/,
    instead: 'use ctx.after in a protocol; elsewhere return, and let the caller decide when to go on',
    where: model,
    canary: ['src/search/a.ts', 'setTimeout(step, 0);'],
    fine: ['src/search/a.ts', "ctx.after('retry', 100);"],
  },
  {
    what: 'a message to the console',
    pattern: /\bconsole\s*\.\s*(?!error\b)\w+\s*\(/,
    instead: 'throw, return a verdict, or show it to the reader; only the prompt prints',
    where: prints,
    canary: ['src/stage/a.ts', "console.log('here');"],
    fine: ['src/cli/main.ts', 'console.log(verdict);'],
  },
  {
    what: 'an error told to the console alone',
    pattern: /\bconsole\s*\.\s*error\s*\(/,
    instead: 'throw, or tell the reader; src/app may report what no reader can act on',
    where: (path) => prints(path) && !path.startsWith('src/app/'),
    canary: ['src/teach/a.ts', "console.error('progress lost');"],
    fine: ['src/app/entry.tsx', "console.error('The page differs from its prerendered self.', error);"],
  },
  {
    what: 'markup from a string',
    pattern:
      /\bdangerouslySetInnerHTML\b|\b(?:innerHTML|outerHTML)\s*=(?!=)|\binsertAdjacentHTML\b|\bdocument\s*\.\s*write\b/,
    instead: 'render elements, or set textContent',
    where: (path) => source(path) && !isTest(path),
    canary: ['src/teach/a.tsx', 'const el = <p dangerouslySetInnerHTML={{ __html: text }} />;'],
    fine: ['src/teach/a.tsx', 'const el = <p>{text}</p>;'],
  },
  {
    what: 'code from a string',
    pattern: /\beval\s*\(|\bnew\s+Function\s*\(/,
    instead: 'write the function; the page policy forbids the rest',
    where: source,
    canary: ['src/app/a.ts', "const f = new Function('return 1');"],
    fine: ['src/app/a.ts', 'const f = () => 1;'],
  },
  {
    what: 'an inline style',
    pattern: /\bstyle=\{|\bstyle="/,
    on: 'code',
    instead: 'use a class, an SVG attribute, or el.style.setProperty after the page has started',
    where: (path) =>
      (source(path) && path.endsWith('.tsx') && !isTest(path)) || /^lessons\/.*\.mdx$/.test(path),
    canary: ['src/stage/a.tsx', 'const el = <g style={{ opacity: 0.5 }} />;'],
    fine: ['src/stage/a.tsx', 'const el = <g opacity={0.5} className={css.faded} />;'],
  },
  {
    what: 'a sleep in a test',
    // `test.setTimeout` bounds a test; it does not wait.
    pattern: /\bwaitForTimeout\b|(?<!\btest\.)\bsetTimeout\s*\(|node:timers\/promises/,
    on: 'code',
    instead: 'wait for what the page says, or drive the clock (vi.useFakeTimers)',
    where: tested,
    canary: ['e2e/home.spec.ts', 'await page.waitForTimeout(500);'],
    fine: ['e2e/home.spec.ts', "await expect(page.getByRole('status')).toHaveText('Paused');"],
  },
  {
    what: 'a test that does not run',
    pattern:
      /\b(?:it|test|describe|suite)(?:\s*\.\s*\w+)*\s*\.\s*(?:only|skip|skipIf|runIf|todo|fixme|fails|fail|slow)\b|\bx(?:it|describe)\s*\(/,
    instead: 'make it pass, or remove it and open an issue',
    where: tested,
    canary: ['src/kernel/a.test.ts', "it.skip('orders events', () => {});"],
    fine: ['src/kernel/a.test.ts', "it.each(cases)('orders %s', () => {});"],
  },
  {
    what: 'tests left out by their runner',
    pattern: /\b(?:grepInvert|testIgnore)\b/,
    instead: 'find out why they fail in that browser, and mend it',
    where: (path) => /(?:playwright|vite|vitest)\.config\.[cm]?ts$/.test(path),
    canary: ['e2e/playwright.config.ts', 'export default { projects: [{ grepInvert: /an old future/ }] };'],
    fine: ['e2e/playwright.config.ts', "export default { projects: [{ name: 'firefox' }] };"],
  },
  {
    what: 'a check switched off without a reason',
    pattern: /@ts-ignore|@ts-nocheck|@ts-expect-error\s*$|biome-ignore\s+[\w/]+\s*:?\s*$/m,
    on: 'text',
    instead: 'mend it, or write @ts-expect-error with the reason behind it',
    where: (path) => isScript(path) && !isTidy(path),
    canary: ['src/kernel/a.ts', '// @ts-ignore\nconst a = b;'],
    fine: ['src/kernel/a.ts', '// @ts-expect-error the fixture is wrong on purpose\nconst a = b;'],
  },
  {
    what: 'a promise to finish later',
    pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/,
    on: 'text',
    instead: 'open an issue, or say in the header what is left out',
    where: (path) => !isTidy(path),
    canary: ['src/kernel/a.ts', '// TODO: bandwidth'],
    fine: ['src/kernel/a.ts', '// Leaves out bandwidth.'],
  },
];

function asRule(ban: Ban): Rule {
  const everywhere = new RegExp(ban.pattern.source, `${ban.pattern.flags.replace('g', '')}g`);
  return {
    name: `no ${ban.what.replace(/^(?:a|an|the) /, '')}`,
    instead: ban.instead,
    check: (files) =>
      files
        .filter(({ path }) => ban.where(path))
        .flatMap(({ path, text }) => {
          const looked = ban.on === 'text' || !isScript(path) ? text : split(text)[ban.on ?? 'bare'];
          return [...looked.matchAll(everywhere)].map(({ index }) => ({
            path,
            line: lineAt(text, index),
            message: `Here is ${ban.what}.`,
          }));
        }),
    rejects: [example('its canary', ...ban.canary)],
    accepts: [example('what to write instead', ...ban.fine)],
  };
}

export const banRules: readonly Rule[] = bans.map(asRule);
