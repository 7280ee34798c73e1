/**
 * The lab of a lesson: its scenario and the protocol that runs it, the worlds its questions ask about,
 * and the answer keys computed from them. It is what makes the simulation the answer key on the page.
 */

import {
  type AnswerKey,
  answerKey,
  type Finished,
  finish,
  firstFits,
  type KeyedQuestion,
  type Micros,
  type Pattern,
  type ProtocolModule,
  type Scenario,
  type Variant,
} from '#/scenarios';

export interface Lab {
  readonly scenario: Scenario;
  readonly module: ProtocolModule;
  /** The world run to its end; the same object for the same variant. */
  finish(variant: Variant): Finished;
  /** When each of these first happens in a world, of those that do; the world is run no further than that takes. */
  moments(variant: Variant, patterns: readonly Pattern[]): readonly Micros[];
  /** The answer key of a question, computed once. */
  key<K extends KeyedQuestion['kind']>(
    question: KeyedQuestion & { kind: K },
  ): Extract<AnswerKey, { kind: K }>;
  /** The observer's word for a run, or null where the scenario names none. */
  outcome(run: Pick<Finished, 'view'>): string | null;
}

export function createLab(scenario: Scenario, module: ProtocolModule): Lab {
  const worlds = new Map<string, Finished>();
  const keys = new Map<string, AnswerKey>();
  const lab: Lab = {
    scenario,
    module,
    finish: (variant) => kept(worlds, JSON.stringify(variant), () => finish(scenario, module, variant)),
    moments: (variant, patterns) =>
      firstFits({ scenario, module }, variant, patterns).flatMap((entry) => entry?.at ?? []),
    key: (question) =>
      kept(keys, question.id, () => answerKey(question, scenario, module, lab.finish)) as never,
    outcome: (run) => module.observers[scenario.observe ?? '']?.(run.view) ?? null,
  };
  return lab;
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
