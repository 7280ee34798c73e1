/** Nothing in the project knows whose machine it was written on. */
import { example, isTidy, lineAt, type Rule } from './rule';

const places =
  /(?<![\w.:/-])\/(?:work|root|home|Users|tmp)\/[\w.]|\b[A-Z]:\\Users\\|\.library\b|\bfarm-\w+|(?:^|[\s"'`(])\.\.\/shared\b/gm;

export const machinePaths: Rule = {
  name: 'no path of one machine',
  instead: 'write a path from the top of the project, or ask the system (os.tmpdir, os.homedir)',
  check: (files) =>
    files
      .filter(({ path }) => !isTidy(path) && path !== 'package-lock.json')
      .flatMap(({ path, text }) =>
        [...text.matchAll(places)].map((match) => ({
          path,
          line: lineAt(text, match.index),
          message: `${match[0].trim()} is a place on one machine.`,
        })),
      ),
  rejects: [
    example('a home', 'README.md', 'Look into /home/ada/faultline first.'),
    example('a folder for rubbish', 'e2e/a.mjs', "const out = '/tmp/report.json';"),
    example('a home on Windows', 'README.md', 'C:\\Users\\ada'),
  ],
  accepts: [
    example('a path in the project', 'README.md', 'Look into src/kernel first.'),
    example('a path of a site', 'README.md', 'See https://example.org/home/ada.'),
  ],
};
