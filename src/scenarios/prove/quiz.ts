/** Proving questions: the key is recomputed, and every wrong option is wrong here and right where it says. */

import type { Question } from '../schema/quiz';
import type { Variant } from '../schema/scenario';
import { type AnswerKey, answerKey, type KeyedQuestion, type QuestionOf } from './answer-key';
import {
  proveLinearizationPoints,
  provePlacePartition,
  proveStaleReads,
  proveStrongestModel,
} from './kinds/prove';
import { proveFillClocks } from './kinds/prove-fill-clocks';
import { proveFillLog } from './kinds/prove-fill-log';
import { provePredictChart } from './kinds/prove-predict-chart';
import { proveSteps } from './kinds/prove-steps';
import { proveTune } from './kinds/prove-tune';
import type { Lab } from './lab';
import { type Finding, unless } from './verdict';

/** `worlds`: all the lesson's worlds, against which "there is no such world" is tried. */
export function proveQuestion(lab: Lab, question: Question, worlds: readonly Variant[] = []): Finding {
  const key = <K extends AnswerKey['kind']>(asked: KeyedQuestion & { kind: K }) =>
    answerKey(asked, lab.scenario, lab.module, (variant) => lab.run(variant)) as Extract<
      AnswerKey,
      { kind: K }
    >;
  switch (question.kind) {
    case 'predict':
      return provePredict(lab, question, key(question), worlds);
    case 'order':
      return proveOrder(key(question));
    case 'diagnose':
      return proveDiagnose(key(question));
    case 'stale-reads':
      return proveStaleReads(lab, question);
    case 'strongest-model':
      return proveStrongestModel(lab, question);
    case 'linearization-points':
      return proveLinearizationPoints(lab, question);
    case 'place-partition':
      return provePlacePartition(lab, question);
    case 'fill-clocks':
      return proveFillClocks(question);
    case 'fill-log':
      return proveFillLog(lab, question);
    case 'steps':
      return proveSteps(lab, question);
    case 'predict-chart':
      return provePredictChart(lab, question);
    case 'tune':
      return proveTune(lab, question);
    case 'adversary':
      return proveAdversary(lab, question);
  }
}

function provePredict(
  lab: Lab,
  question: QuestionOf<'predict'>,
  key: Extract<AnswerKey, { kind: 'predict' }>,
  worlds: readonly Variant[],
): Finding {
  const right = key.options.filter((o) => o.right).map((o) => o.id);
  const wrong: string[] = [];
  if (right.length !== 1) {
    wrong.push(`Exactly one option must be right; the run makes it ${right.join(' and ') || 'none'}.`);
  }
  for (const option of key.options) {
    if (option.right) continue;
    const authored = question.options.find((o) => o.id === option.id);
    const elsewhere = authored?.elsewhere;
    if (!elsewhere) wrong.push(`${option.id} is wrong here and names no world in which it would be right.`);
    else if ('none' in elsewhere) {
      const there = worlds.find((world) => lab.wrong(authored.asserts, world).length === 0);
      if (there)
        wrong.push(`${option.id} says that no world makes it right, and one of the lesson's own does.`);
    } else if (!option.elsewhere?.right) {
      const said = lab.wrong(authored.asserts, elsewhere.world);
      wrong.push(`${option.id} is not right in its own world either. ${said.join(' ')}`);
    }
  }
  const others = key.options.length - 1;
  const which = others === 1 ? 'the other is' : `each of the ${others} others is`;
  return unless(wrong, `${right[0]} is right; ${which} wrong here, and right where it says, if anywhere.`);
}

function proveOrder(key: Extract<AnswerKey, { kind: 'order' }>): Finding {
  const wrong = key.events.filter((e) => e.entry === null).map((e) => `The run has no event "${e.id}".`);
  const ids = key.events.flatMap((e) => (e.entry ? [e.entry.id] : []));
  if (new Set(ids).size < ids.length) wrong.push('Two of the events are one and the same.');
  if (key.before.length === 0)
    wrong.push('Nothing orders any two of the events: every answer would be right.');
  const n = key.events.length;
  const pairs = (n * (n - 1)) / 2;
  return unless(
    wrong,
    `${key.before.length} of ${pairs} pairs are ordered by happens-before; the others may go either way.`,
  );
}

function proveDiagnose(key: Extract<AnswerKey, { kind: 'diagnose' }>): Finding {
  const fits = key.worlds.filter((w) => w.fits).map((w) => w.id);
  const wrong: string[] = [];
  if (fits.length === 0) wrong.push('None of the worlds fits what the node saw.');
  if (fits.length === key.worlds.length) wrong.push('All of the worlds fit: there is nothing to find out.');
  const known = key.unknowable ? 'it cannot be known which' : 'so it can be known';
  return unless(wrong, `What the node saw fits ${fits.join(', ')}; ${known}.`);
}

function proveAdversary(lab: Lab, question: QuestionOf<'adversary'>): Finding {
  const wrong: string[] = [];
  const meets = (variant: Variant) => lab.wrong(question.goal, variant).length === 0;
  if (meets(question.variant)) wrong.push('The start meets the goal already.');
  const missed = lab.wrong(question.goal, question.solution);
  if (missed.length > 0) wrong.push(`The solution does not meet the goal. ${missed.join(' ')}`);
  question.decoys.forEach((decoy, i) => {
    if (meets(decoy)) wrong.push(`Decoy ${i + 1} meets the goal.`);
  });
  const n = question.decoys.length;
  return unless(wrong, `The start does not meet the goal, the solution does, and ${n} decoys do not.`);
}
