/**
 * A file begins by saying what it is. A test's titles say it already, and a short file or an index hides nothing.
 * Leaves out whether what it says is true, and whether it says what is left out.
 */
import { example, isScript, isTest, type Rule } from './rule';

const shortLines = 15;

const needsOne = (path: string, text: string) =>
  /^(?:src|e2e)\//.test(path) &&
  isScript(path) &&
  !isTest(path) &&
  !/(?:\/index\.ts|\.d\.ts|\.config\.ts)$/.test(path) &&
  text.split('\n').length > shortLines;

const body = 'export const a = 1;\n'.repeat(shortLines + 1);

export const headers: Rule = {
  name: 'a file begins by saying what it is',
  instead: 'begin with a comment: what this is, which section of which paper, what it leaves out',
  check: (files) =>
    files
      .filter(({ path, text }) => needsOne(path, text))
      .filter(({ text }) => !/^(?:#!.*\n)?\s*(?:\/\/ @ts-check\n)?(?:\/\*|\/\/ )/.test(text))
      .map(({ path }) => ({ path, message: 'It begins without a word.' })),
  rejects: [example('a file without a header', 'src/kernel/a.ts', body)],
  accepts: [
    example('a file with one', 'src/kernel/a.ts', `/** The heap of events. */\n${body}`),
    example('a short file', 'src/kernel/a.ts', 'export const a = 1;\n'),
  ],
};
