/** Proving problems in steps: every blank is what the run says, and from one problem to the next less is told. */

import type { QuestionOf } from '../answer-key';
import type { Lab } from '../lab';
import { attempt, type Finding, failed, held, unless } from '../verdict';
import { stepsKey, toldIn } from './steps';

type Steps = QuestionOf<'steps'>;

export const proveSteps = (lab: Lab, question: Steps): Finding =>
  attempt(() => {
    const { answers } = stepsKey(question, lab.scenario, lab.module);
    const { steps, open, hints } = question;
    const wrong: string[] = [];
    steps.forEach(({ text, blanks }, i) => {
      const named = toldIn(text).flatMap((piece) => ('blank' in piece ? [piece.blank] : []));
      for (const name of named) if (!blanks[name]) wrong.push(`Step ${i + 1} has no blank called ${name}.`);
      for (const [name, { worked, among }] of Object.entries(blanks)) {
        const is = answers[i]?.[name] ?? '';
        if (!named.includes(name)) wrong.push(`Step ${i + 1} does not say where ${name} goes.`);
        if (worked !== is) wrong.push(`Step ${i + 1}, ${name}, was worked as ${worked}; the run says ${is}.`);
        if (among && !among.includes(is)) wrong.push(`Step ${i + 1}, ${name}: ${is} cannot be chosen.`);
        if (!among && !/^\d{1,3}$/.test(is))
          wrong.push(`Step ${i + 1}, ${name}: ${is} is no number to write.`);
      }
      if (named.length === 0 && i >= steps.length - open)
        wrong.push(`Step ${i + 1} is open and has no blank.`);
    });
    if (open > steps.length) wrong.push('More steps are open than there are.');
    if (hints.length !== (open > 0 ? 3 : 0))
      wrong.push('There are three hints where something is open, and none else.');
    if (wrong.length > 0) return unless(wrong, '');
    const blanks = answers.reduce((n, step) => n + Object.keys(step).length, 0);
    return held(`All ${blanks} blanks of ${steps.length} steps are as the run says; ${open} steps are open.`);
  });

/** A worked example first, then more and more, at last everything. */
export function proveFading(rounds: readonly { readonly kind: string }[]): Finding {
  const steps = rounds.filter((round): round is Steps => round.kind === 'steps');
  if (steps.length < rounds.length) return failed('What fades is a problem in steps.');
  const opens = steps.map(({ open }) => open);
  const wrong: string[] = [];
  if (opens[0] !== 0) wrong.push('The first of them is not worked to its end.');
  if (opens.some((open, i) => i > 0 && open <= (opens[i - 1] as number)))
    wrong.push('From one to the next no more is open.');
  if (opens.at(-1) !== steps.at(-1)?.steps.length)
    wrong.push('The last of them is not wholly the learner’s.');
  return unless(wrong, `A worked example, then ${opens.slice(1).join(', then ')} steps are the learner’s.`);
}
