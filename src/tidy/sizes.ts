/**
 * Files stay small enough to hold one idea. Debt only shrinks: ratchet.json names the files that are longer
 * and their length today; such a file may not grow, and its number must come down with it.
 */
import { example, type Rule, type SourceFile, type Violation } from './rule';

export const mostLines = 400;

const counted = (path: string) => /^(?:src|lessons|e2e)\/.*\.(?:ts|tsx|mjs|css|mdx)$/.test(path);

function lines(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

export function fileSizes(ratchet: Readonly<Record<string, number>>): Rule {
  const check = (files: readonly SourceFile[]): Violation[] => {
    const long = files
      .filter(({ path }) => counted(path))
      .flatMap(({ path, text }) => {
        const [now, most] = [lines(text), ratchet[path]];
        if (most === undefined) {
          return now > mostLines ? [{ path, message: `${now} lines, and ${mostLines} are the most.` }] : [];
        }
        if (now > most) return [{ path, message: `It grew from ${most} to ${now} lines.` }];
        if (now < most) return [{ path, message: `It shrank to ${now} lines: say so in ratchet.json.` }];
        return now <= mostLines ? [{ path, message: 'It is short now: take it out of ratchet.json.' }] : [];
      });
    const gone = Object.keys(ratchet).filter((path) => !files.some((file) => file.path === path));
    return [...long, ...gone.map((path) => ({ path, message: 'It is gone: take it out of ratchet.json.' }))];
  };
  const body = (count: number) => 'x;\n'.repeat(count);
  return {
    name: `no file over ${mostLines} lines`,
    instead: 'find the second idea in the file and give it a file of its own',
    check: (files) => check(files),
    rejects: [example('a long file', 'src/kernel/a.ts', body(mostLines + 1))],
    accepts: [example('a file at the limit', 'src/kernel/a.ts', body(mostLines))],
  };
}

/** The same rule for a house that has debt, to show the ratchet turning one way only. */
export function indebted(): Rule {
  const path = 'src/kernel/old.ts';
  const body = (count: number) => 'x;\n'.repeat(count);
  return {
    ...fileSizes({ [path]: 500 }),
    name: 'debt only shrinks',
    rejects: [
      example('debt that grew', path, body(501)),
      example('a number that was not lowered', path, body(450)),
      { title: 'a file that is gone', files: [] },
    ],
    accepts: [example('debt as it was', path, body(500))],
  };
}
