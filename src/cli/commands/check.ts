/**
 * `lab check <file> …`: which consistency models the histories in some files satisfy, and which operations are to
 * blame where they do not. Exit 1 if a model is violated, 3 if a budget ran out and none is.
 */

import type { z } from 'zod';
import type { Json } from '#/kernel';
import {
  type Budget,
  type HistoryOperation,
  type Judgement,
  judge,
  type ModelName,
  modelNames,
  type ObjectName,
  objectNames,
  type ReadHistory,
  readHistories,
} from '#/scenarios';
import { type Answer, BadInput, columns } from '../answer';
import { type Asked, onlyFlags, wholeFlag } from '../asked';
import type { checkOutput } from '../output';

type Checked = z.infer<typeof checkOutput>[number];

/** The text of a file by its path; throws where there is none. */
export type ReadText = (path: string) => string;

export function check(asked: Asked, readText: ReadText): Answer {
  onlyFlags(asked, ['model', 'models', 'initial', 'steps', 'megabytes']);
  const files = asked.words.slice(1);
  if (files.length === 0) throw new BadInput('Which file? npm run -s lab -- check <file> …');
  const models = modelsOf(asked);
  const budget = budgetOf(asked);
  const histories = readAll(files, asked, readText);
  const judged = histories.map((told) => ({ told, results: resultsOf(told, models, budget) }));
  const verdicts = judged.flatMap(({ results }) => [...results.values()].map(({ verdict }) => verdict));
  const json: z.infer<typeof checkOutput> = judged.map(({ told, results }) => ({
    name: told.history.name,
    results: Object.fromEntries([...results].map(([model, found]) => [model, shown(told, found)])),
  }));
  return {
    json,
    lines:
      judged.length === 0 ? ['No histories.'] : judged.flatMap(({ told, results }) => lines(told, results)),
    exit: verdicts.includes('violated') ? 1 : verdicts.includes('unknown') ? 3 : 0,
  };
}

function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((word) => word === text);
  if (found === undefined) throw new BadInput(`--${flag} is one of ${known.join(', ')}, not ${text}.`);
  return found;
}

/** The models asked for, from strong to weak whatever their order was; null: all that apply. */
function modelsOf({ flags }: Asked): readonly ModelName[] | null {
  const text = flags.get('models');
  if (text === undefined) return null;
  const asked = text.split(',').map((word) => oneOf('models', word.trim(), modelNames));
  return modelNames.filter((model) => asked.includes(model));
}

function budgetOf(asked: Asked): Partial<Budget> {
  const steps = wholeFlag(asked, 'steps', 1, 1_000_000_000_000);
  const megabytes = wholeFlag(asked, 'megabytes', 1, 4096);
  return {
    ...(steps === undefined ? {} : { steps }),
    ...(megabytes === undefined ? {} : { bytes: megabytes * 1024 * 1024 }),
  };
}

/** What is no JSON is a text, so that `--initial a` needs no quotation marks. */
function asValue(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Throws a sentence for every file that cannot be read. */
function readAll(files: readonly string[], { flags }: Asked, readText: ReadText): readonly ReadHistory[] {
  const [model, initial] = [flags.get('model'), flags.get('initial')];
  const object = model === undefined ? undefined : oneOf<ObjectName>('model', model, objectNames);
  const wrong: string[] = [];
  const found = files.flatMap((file) => {
    const read = readHistories(readText(file), {
      name: file,
      ...(object === undefined ? {} : { object }),
      ...(initial === undefined ? {} : { initial: asValue(initial) }),
    });
    if (read.ok) return read.histories;
    wrong.push(`${file}:${read.line}:${read.column}: ${read.reason}`);
    return [];
  });
  if (wrong.length > 0) throw new BadInput(wrong.join('\n'));
  return found;
}

type Results = ReadonlyMap<ModelName, Judgement>;

function resultsOf(
  { history, object }: ReadHistory,
  models: readonly ModelName[] | null,
  budget: Partial<Budget>,
): Results {
  const all = (models ?? modelNames).map(
    (model) => [model, judge(history, object, model, { budget })] as const,
  );
  return new Map(models ? all : all.filter(([, { verdict }]) => verdict !== 'not-applicable'));
}

function shown(
  { history }: ReadHistory,
  { verdict, reason, operations }: Judgement,
): NonNullable<Checked['results'][ModelName]> {
  const lines = operations.flatMap((index) => history.operations[index]?.line ?? []);
  return { verdict, reason, operations: [...operations], lines };
}

const FROM: Readonly<Record<ReadHistory['objectFrom'], string>> = {
  asked: 'as --model says',
  file: 'as the file says',
  operations: 'guessed from the operations; --model names another',
};

function lines({ history, object, objectFrom }: ReadHistory, results: Results): readonly string[] {
  const { name, initial, operations } = history;
  const count = `${operations.length} ${operations.length === 1 ? 'operation' : 'operations'}`;
  const table = columns(
    [...results].map(([model, { verdict, reason }]) => [
      `  ${model}`,
      verdict === 'violated' ? 'VIOLATED' : verdict,
      reason,
    ]),
  );
  const rows = [...results.values()].flatMap((judgement, i) => [
    table[i] ?? '',
    ...blamed(history.operations, judgement),
  ]);
  return [
    `${name}: ${count} on a ${object} (${FROM[objectFrom]}), at first ${JSON.stringify(initial)}`,
    ...rows,
    '',
  ];
}

/** The operations to blame, a line each. */
function blamed(
  operations: readonly HistoryOperation[],
  { operations: indices }: Judgement,
): readonly string[] {
  const rows = indices.map((index) => {
    const op = operations[index] as HistoryOperation;
    const where = op.line === undefined ? `ops[${index}]` : `line ${op.line}`;
    return [`      ${where}`, op.process, asked(op), `from ${op.start} to ${op.end ?? 'unknown'}`];
  });
  return columns(rows);
}

function asked({ type, key, value, result }: HistoryOperation): string {
  const of = value === undefined ? '?' : JSON.stringify(value);
  return `${type}(${key === undefined ? '' : `${key}, `}${of})${result === undefined ? '' : `: ${JSON.stringify(result)}`}`;
}
