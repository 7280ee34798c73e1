/** The strongest of a few models that a history satisfies. The judges decide; nothing here knows a history. */

import { conditionsOf, implied, type Judgement, judge, type ModelName } from '#/checkers';
import { KernelError } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { Finished } from '../../finish';
import type { Variant } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import { type Shown, shownHistory } from './subject';

export interface ModelKey {
  readonly model: ModelName;
  readonly judgement: Judgement;
}

export interface StrongestModelKey extends Shown {
  readonly kind: 'strongest-model';
  readonly options: readonly ModelKey[];
  /**
   * Those satisfied of which none is weaker than another one satisfied. The question is good when there is one, or
   * none at all.
   */
  readonly strongest: readonly ModelName[];
}

export function strongestModelKey(
  question: QuestionOf<'strongest-model'>,
  module: ProtocolModule,
  run: (variant: Variant) => Finished,
): StrongestModelKey {
  const shown = shownHistory(question.subject, module, run);
  const options = question.options.map(({ model }) => ({
    model,
    judgement: judge(shown.history, shown.object, model),
  }));
  const satisfied = options.filter((o) => o.judgement.verdict === 'ok').map((o) => o.model);
  const holding = conditionsOf(shown.history);
  const implies = (one: ModelName, other: ModelName) => implied(one, holding).includes(other);
  const strongest = satisfied.filter(
    (model) => !satisfied.some((other) => implies(other, model) && !implies(model, other)),
  );
  return { kind: 'strongest-model', ...shown, options, strongest };
}

export type StrongestModelGrade =
  | { readonly right: true; readonly answer: ModelKey | null }
  /** The history does not satisfy it: the judge's reason, and whom it blames. */
  | {
      readonly right: false;
      readonly why: 'too strong';
      readonly chosen: ModelKey;
      readonly answer: ModelKey | null;
    }
  /** It satisfies more than that: the judge's witness of the stronger one. `chosen` is null after "none of these". */
  | {
      readonly right: false;
      readonly why: 'too weak';
      readonly chosen: ModelKey | null;
      readonly answer: ModelKey;
    };

/** What choosing a model, or `none`, comes to. Throws a sentence when it is no option. */
export function gradeStrongestModel(key: StrongestModelKey, choice: string): StrongestModelGrade {
  const of = (model: string | undefined) => key.options.find((o) => o.model === model) ?? null;
  const answer = of(key.strongest[0]);
  const chosen = of(choice);
  if (!chosen && choice !== 'none') throw new KernelError(`The question has no option called ${choice}.`);
  if (chosen?.model === answer?.model) return { right: true, answer };
  if (chosen && chosen.judgement.verdict !== 'ok') return { right: false, why: 'too strong', chosen, answer };
  if (!answer) throw new KernelError('The judges have no answer to this question.');
  return { right: false, why: 'too weak', chosen, answer };
}
