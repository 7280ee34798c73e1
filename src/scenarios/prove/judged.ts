/** Proving what the judges say of a history, and that whom they blame is to blame. */

import { type History, type Judgement, judge, type ModelName, modelNames, objectCalled } from '#/checkers';
import type { Claim } from '../schema/claim';
import { type Shown, shownHistory } from './kinds/subject';
import type { Lab } from './lab';
import { type Finding, failed, held, unknown } from './verdict';

type Judged = Extract<Claim, { kind: 'judged' }>;

export function proveJudged(lab: Lab, claim: Judged): Finding {
  const shown = shownHistory(claim.subject, lab.module, (variant) => lab.run(variant));
  const models = modelNames.filter((model) => claim.verdicts[model] !== undefined);
  if (models.length === 0) return failed('It asks no judge.');
  const wrong: string[] = [];
  const said: string[] = [];
  for (const model of models) {
    const judgement = judge(shown.history, shown.object, model);
    if (judgement.verdict === 'unknown') return unknown(`${model}: ${judgement.reason}`);
    const wanted = claim.verdicts[model];
    if (judgement.verdict !== wanted) {
      wrong.push(`${model}: wanted ${wanted}, and it is ${judgement.verdict}. ${judgement.reason}`);
    } else if (wanted === 'violated') wrong.push(...innocents(shown, model, judgement));
    said.push(`${model} ${judgement.verdict}${blamed(judgement)}`);
  }
  return wrong.length > 0 ? failed(wrong.join(' ')) : held(`Judged: ${said.join('; ')}.`);
}

const blamed = ({ operations }: Judgement): string =>
  operations.length === 0 ? '' : `, to blame ${operations.map((index) => index + 1).join(', ')}`;

/** The operations that are blamed although the history is no better without them. */
function innocents(
  { history, object }: Shown,
  model: ModelName,
  { operations }: Judgement,
): readonly string[] {
  if (operations.length === 0) return [`${model} is violated, and nothing is to blame.`];
  return operations.flatMap((index) => {
    const left = judge(without(history, object, index), object, model);
    return left.verdict === 'ok'
      ? []
      : [`${model}: without operation ${index + 1}, which is blamed, it is ${left.verdict} all the same.`];
  });
}

/** The history without an operation and without the answers that may depend on it. */
function without(history: History, object: Shown['object'], index: number): History {
  const { operations, initial } = history;
  const owes = objectCalled(object).owes(operations, initial);
  const gone = new Set([index]);
  for (const one of gone) {
    owes.forEach((others, op) => {
      if (others.includes(one)) gone.add(op);
    });
  }
  return { ...history, operations: operations.filter((_, i) => !gone.has(i)) };
}
