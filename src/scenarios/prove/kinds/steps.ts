/** A problem in steps: what its blanks say, read from the run, and how a learner's answers compare. */

import { KernelError, type Micros, type NodeView, type Pattern, type View } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { Blank } from '../../schema/quiz';
import type { Scenario } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import { logPast } from './log-past';

type Steps = QuestionOf<'steps'>;

export interface StepsKey {
  /** For each step, what its blanks say, by their names. */
  readonly answers: readonly Readonly<Record<string, string>>[];
  /** Whether each step is the learner's. */
  readonly open: readonly boolean[];
  readonly shown: { readonly atUs: Micros; readonly nodes: readonly NodeView[] };
}

function readOf(view: View, { node, read }: Blank): string {
  const there = view.nodes.find(({ id }) => id === node);
  if (!there) throw new KernelError(`No node is called ${node}.`);
  if (typeof read === 'object' && 'fact' in read) {
    const fact = there.facts.find(({ name }) => name === read.fact);
    if (!fact) throw new KernelError(`${node} says nothing of its ${read.fact} then.`);
    return fact.value;
  }
  const { log } = there;
  if (!log) throw new KernelError(`${node} says of no log then.`);
  const last = log.from + log.cells.length - 1;
  if (read === 'committed') return String(log.from - 1 + log.cells.filter((cell) => cell.committed).length);
  if ('last' in read) return String(read.last === 'index' ? last : (log.cells.at(-1)?.term ?? 0));
  return String(log.cells[read.entry - log.from]?.term ?? 0);
}

/** Throws a sentence where a moment never comes, or nothing is there to be read. */
export function stepsKey(question: Steps, scenario: Scenario, module: ProtocolModule): StepsKey {
  const { moments, shown, nodes, steps, open, variant } = question;
  const names = Object.keys(moments);
  const { views } = logPast(scenario, module, variant, Object.values(moments) as Pattern[], 0);
  const viewAt = (name: string): View => {
    const view = views[names.indexOf(name)];
    if (!view) throw new KernelError(`The run has no moment called ${name}.`);
    return view;
  };
  const picture = viewAt(shown);
  return {
    answers: steps.map(({ blanks }) =>
      Object.fromEntries(
        Object.entries(blanks).map(([name, blank]) => [name, readOf(viewAt(blank.at), blank)]),
      ),
    ),
    open: steps.map((_, i) => i >= steps.length - open),
    shown: {
      atUs: picture.at,
      nodes: picture.nodes.filter(({ id }) => nodes === undefined || nodes.some((node) => node === id)),
    },
  };
}

/** A piece of a step's text: words, or the name of a blank. */
export type Told = { readonly words: string } | { readonly blank: string };

export const toldIn = (text: string): readonly Told[] =>
  text
    .split(/(\{[^{}]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('{') ? { blank: piece.slice(1, -1) } : { words: piece }));

export interface StepGrade {
  readonly right: boolean;
  /** The blanks that are not as in the run. */
  readonly wrong: readonly { readonly blank: Blank; readonly said: string; readonly is: string }[];
}

/** What a learner wrote, by step and blank: "2 s3". */
export type Written = Readonly<Record<string, string>>;
export const writtenAt = (step: number, blank: string): string => `${step + 1} ${blank}`;

/** One grade for each step; what was told is right. */
export function gradeSteps(
  { steps }: Steps,
  { answers, open }: StepsKey,
  written: Written,
): readonly StepGrade[] {
  return steps.map(({ blanks }, i) => {
    const wrong = Object.entries(blanks).flatMap(([name, blank]) => {
      const is = answers[i]?.[name] ?? '';
      const said = written[writtenAt(i, name)] ?? '';
      return !open[i] || said === is ? [] : [{ blank, said, is }];
    });
    return { right: wrong.length === 0, wrong };
  });
}
