/** "Tune it to a target": the question's world with the named knobs set, for all of the run, and whether it ends as asked. */

import type { ProtocolModule } from '#/protocols';
import type { Finished } from '../../finish';
import type { Scalar } from '../../knobs';
import type { Knob, Scenario, Variant } from '../../schema/scenario';
import { type Checked, gradeRun, type QuestionOf } from '../answer-key';

type Tune = QuestionOf<'tune'>;
export type Settings = Readonly<Record<string, Scalar>>;

export const tuneVariant = ({ variant }: Pick<Tune, 'variant'>, knobs: Settings): Variant => ({
  ...variant,
  knobs: { ...variant.knobs, ...knobs },
});

/** The knobs that may be turned, in the question's order, and where each stands at first. */
export const turnable = (
  { knobs, variant }: Pick<Tune, 'knobs' | 'variant'>,
  scenario: Scenario,
): readonly { readonly knob: Knob; readonly at: Scalar }[] =>
  knobs.flatMap((id) => {
    const knob = scenario.knobs.find((k) => k.id === id);
    return knob ? [{ knob, at: variant.knobs?.[id] ?? knob.default }] : [];
  });

export interface TuneGrade {
  readonly met: boolean;
  /** One for each check of the goal, in its order. */
  readonly checked: readonly Checked[];
  readonly variant: Variant;
}

/** Throws a sentence when a knob cannot take its value. */
export function gradeTune(
  question: Tune,
  knobs: Settings,
  scenario: Scenario,
  module: ProtocolModule,
  run: (variant: Variant) => Finished,
): TuneGrade {
  const variant = tuneVariant(question, knobs);
  return { ...gradeRun(question.goal, run(variant), scenario, module), variant };
}
