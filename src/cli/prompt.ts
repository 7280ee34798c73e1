/** The prompt: one line asked, one answer given. It prints nothing itself, so that tests can ask it too. */

import type { Found } from '#/scenarios';
import { type Answer, BadInput } from './answer';
import { type Asked, asked, onlyFlags } from './asked';
import { check, type ReadText } from './commands/check';
import { clock } from './commands/clock';
import { explore } from './commands/explore';
import { list } from './commands/list';
import { prove } from './commands/prove';
import { run } from './commands/run';
import { schema } from './commands/schema';
import { search } from './commands/search';
import { trust } from './commands/trust';
import { textOf } from './file';
import { houseOf } from './house';

const USAGE = [
  'npm run -s lab -- list',
  'npm run -s lab -- run <scenario> [--seed N] [--<knob> <value> …]',
  'npm run -s lab -- prove [lesson]',
  'npm run -s lab -- explore <scenario> [--mutant NAME] [--max-depth N] [--max-states N] [--<knob> <value> …]',
  '    [--max-crashes N] [--may-crash a,b] [--max-lost N] [--max-duplicated N] [--redelivers on|off]',
  '    [--goal NAME|all] [--stays-down on|off] [--reduce symmetry|order]',
  'npm run -s lab -- search <scenario> [--mutant NAME] [--property P] [--schedules N] [--seed S] [--seconds T]',
  'npm run -s lab -- trust [scenario] [--schedules N] [--part I --of N]',
  'npm run -s lab -- check <file> … [--model register|queue|…] [--models linearizable,causal,…] [--initial V]',
  'npm run -s lab -- clock --kind lamport|vector|hlc <script.json>',
  'npm run -s lab -- schema <command>',
  '',
  'With --json it prints data for machines; `schema` says in what shape.',
  'Exit status: 0 it held, 1 it did not, 2 the input was bad, 3 unknown, since a budget ran out.',
];

export interface Printed {
  readonly out: string;
  /** Sentences for people, never data. */
  readonly err: string;
  readonly exit: number;
}

/** `find` and `readText` are called only when the command needs what is on the disk. */
export async function prompt(
  argv: readonly string[],
  find: () => Promise<Found>,
  readText: ReadText = textOf,
): Promise<Printed> {
  try {
    const line = asked(argv);
    const { wrong, answer } = await answerTo(line, find, readText);
    const out = line.json ? JSON.stringify(answer.json, null, 2) : answer.lines.join('\n');
    return { out: `${out}\n`, err: wrong.map((sentence) => `${sentence}\n`).join(''), exit: answer.exit };
  } catch (error) {
    if (error instanceof BadInput) return { out: '', err: `${error.message}\n`, exit: 2 };
    const said = error instanceof Error ? error.message : String(error);
    return { out: '', err: `The run stopped: ${said}\n`, exit: 1 };
  }
}

async function answerTo(
  line: Asked,
  find: () => Promise<Found>,
  readText: ReadText,
): Promise<{ readonly wrong: readonly string[]; readonly answer: Answer }> {
  const [command] = line.words;
  if (command === 'check') return { wrong: [], answer: check(line, readText) };
  if (command === 'clock') return { wrong: [], answer: clock(line, readText) };
  const most = command === 'list' ? 1 : 2;
  if (line.words.length > most) throw new BadInput(`What is ${line.words[most]} for? ${USAGE[0]} …`);
  if (command === undefined || command === 'help') {
    return { wrong: [], answer: { json: { usage: USAGE }, lines: USAGE, exit: 0 } };
  }
  if (command === 'schema') {
    onlyFlags(line, []);
    return { wrong: [], answer: schema(line) };
  }
  if (!['list', 'run', 'prove', 'explore', 'search', 'trust'].includes(command)) {
    throw new BadInput(
      `There is no command called ${command}. There are: list, run, prove, explore, search, trust, check, clock, schema.`,
    );
  }
  const house = houseOf(await find());
  const { wrong } = house;
  if (command === 'run') return { wrong, answer: await run(house, line) };
  if (command === 'explore') return { wrong, answer: await explore(house, line) };
  if (command === 'search') return { wrong, answer: await search(house, line) };
  if (command === 'trust') return { wrong, answer: await trust(house, line) };
  onlyFlags(line, []);
  if (command === 'list') return { wrong, answer: list(house) };
  // A lesson that is not one gets a verdict, not a warning.
  return { wrong: [], answer: await prove(house, line) };
}
