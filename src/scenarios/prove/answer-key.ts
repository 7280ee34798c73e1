/**
 * The answer key of a question, computed from its runs, and the grading of answers against it. The prover uses it
 * to check the author, and the page to judge the learner: there is no other key.
 */

import { type Entry, find, KernelError, type Parting } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { type Finished, finish, holds } from '../finish';
import type { Check } from '../schema/claim';
import type { Question } from '../schema/quiz';
import type { Scenario, Variant } from '../schema/scenario';
import { nodeParting } from './node-side';
import { gradeOrder, type OrderGrade, ordered } from './order';
import { partOf } from './part';

export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** Questions keyed here. The kinds that want a judge, or many runs, are in `kinds/`, so that few pages bring them. */
export type KeyedQuestion = QuestionOf<'predict' | 'order' | 'diagnose' | 'adversary'>;

/** How one check came out in a run. */
export interface Checked {
  readonly check: Check;
  readonly holds: boolean;
  /** What the run itself says. */
  readonly said: string;
}

export interface OptionKey {
  readonly id: string;
  readonly right: boolean;
  readonly checked: readonly Checked[];
  /** The world in which it would be right: its run, and the first entries at which the two runs part. */
  readonly elsewhere: {
    readonly run: Finished;
    readonly right: boolean;
    readonly parting: Parting | null;
  } | null;
}

export interface WorldKey {
  readonly id: string;
  /** Whether the node lives through the same as in the question's run. */
  readonly fits: boolean;
  /** The first entries by which the node could tell; null where it cannot. */
  readonly parting: Parting | null;
}

export type AnswerKey =
  | { readonly kind: 'predict'; readonly run: Finished; readonly options: readonly OptionKey[] }
  | {
      readonly kind: 'order';
      readonly run: Finished;
      /** The entry each event is, by its id; null when the run has no such moment. */
      readonly events: readonly { readonly id: string; readonly entry: Entry | null }[];
      /** Every pair that happens-before orders. */
      readonly before: readonly (readonly [first: string, then: string])[];
    }
  | {
      readonly kind: 'diagnose';
      readonly run: Finished;
      readonly worlds: readonly WorldKey[];
      /** Two or more worlds fit: the node cannot know which it is in. */
      readonly unknowable: boolean;
    }
  | { readonly kind: 'adversary'; readonly run: Finished; readonly checked: readonly Checked[] };

/** Throws a sentence when one of the question's worlds cannot be made. */
export function answerKey(
  question: KeyedQuestion,
  scenario: Scenario,
  module: ProtocolModule,
  run: (variant: Variant) => Finished = (variant) => finish(scenario, module, variant),
): AnswerKey {
  const asked = run(question.variant);
  const all = (checks: readonly Check[], of: Finished): readonly Checked[] =>
    checks.map((check) => ({ check, ...holds(check, of, scenario, module) }));
  switch (question.kind) {
    case 'predict':
      return {
        kind: 'predict',
        run: asked,
        options: question.options.map((option) => {
          const checked = all(option.asserts, asked);
          const other = option.elsewhere && 'world' in option.elsewhere ? option.elsewhere.world : null;
          const there = other && run(other);
          return {
            id: option.id,
            right: checked.every((c) => c.holds),
            checked,
            elsewhere: other &&
              there && {
                run: there,
                right: all(option.asserts, there).every((c) => c.holds),
                parting: partOf(scenario, module, question.variant, other),
              },
          };
        }),
      };
    case 'order': {
      const events = question.events.map(({ id, when }) => ({ id, entry: find(when, asked.trace) }));
      const there = events.flatMap(({ id, entry }) => (entry ? [{ id, entry }] : []));
      const pairs = ordered(
        asked.trace,
        there.map((e) => e.entry),
      );
      const before = pairs.map(([i, j]) => [there[i]?.id ?? '', there[j]?.id ?? ''] as const);
      return { kind: 'order', run: asked, events, before };
    }
    case 'diagnose': {
      const worlds = question.worlds.map(({ id, world }) => {
        const parts = nodeParting(asked.trace, run(world).trace, question.node);
        return { id, fits: parts === null, parting: parts };
      });
      return { kind: 'diagnose', run: asked, worlds, unknowable: worlds.filter((w) => w.fits).length > 1 };
    }
    case 'adversary':
      return { kind: 'adversary', run: asked, checked: all(question.goal, asked) };
  }
}

type KeyOf<K extends AnswerKey['kind']> = Extract<AnswerKey, { kind: K }>;

/** What an answer said against the key. */
export function gradePredict(key: KeyOf<'predict'>, id: string): OptionKey {
  const option = key.options.find((o) => o.id === id);
  if (!option) throw new KernelError(`The question has no option called ${id}.`);
  return option;
}

/** Whether an order could have happened; if not, a pair of events that it turns round. */
export const gradeOrderAnswer = (key: KeyOf<'order'>, order: readonly string[]): OrderGrade =>
  gradeOrder(
    order,
    key.events.map((e) => e.id),
    key.before,
  );

export interface DiagnoseGrade {
  readonly right: boolean;
  /** Worlds that fit and were not marked. */
  readonly missed: readonly string[];
  /** Worlds that were marked and do not fit. */
  readonly wrong: readonly string[];
}

/** `unknowable`: whether it was said that the node cannot know. */
export function gradeDiagnose(
  key: KeyOf<'diagnose'>,
  answer: { readonly worlds: readonly string[]; readonly unknowable: boolean },
): DiagnoseGrade {
  const marked = new Set(answer.worlds);
  const missed = key.worlds.filter((w) => w.fits && !marked.has(w.id)).map((w) => w.id);
  const wrong = key.worlds.filter((w) => !w.fits && marked.has(w.id)).map((w) => w.id);
  const right = missed.length + wrong.length === 0 && answer.unknowable === key.unknowable;
  return { right, missed, wrong };
}

/** Whether a finished run is what an adversary question or a challenge of checks asks for. */
export function gradeRun(
  goal: readonly Check[],
  run: Finished,
  scenario: Scenario,
  module: ProtocolModule,
): { readonly met: boolean; readonly checked: readonly Checked[] } {
  const checked = goal.map((check) => ({ check, ...holds(check, run, scenario, module) }));
  return { met: checked.every((c) => c.holds), checked };
}
