/** Partitions as a learner draws them: who is apart, the world in which they are cut off, and all that could be drawn. */

import type { LinkRef, NodeId } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { Finished } from '../../finish';
import type { Sides } from '../../schema/quiz';
import type { Scenario, Variant } from '../../schema/scenario';
import { type Checked, gradeRun, type QuestionOf } from '../answer-key';

type PlacePartition = QuestionOf<'place-partition'>;

/** What is placed as one: a node, or several that stay together; in the scenario's order. */
export function unitsOf(question: Pick<PlacePartition, 'together'>, scenario: Scenario): Sides {
  const groups = question.together ?? [];
  return scenario.nodes.flatMap(({ id }) => {
    const group = groups.find((g) => g.includes(id));
    return group === undefined ? [[id]] : group[0] === id ? [group] : [];
  });
}

/** The links between two sides, each way. */
export function linksAcross(scenario: Scenario, sides: Sides): readonly LinkRef[] {
  const sideOf = (id: NodeId) => sides.findIndex((side) => side.includes(id));
  return scenario.links.flatMap(({ between: [from, to] }) =>
    sideOf(from) === sideOf(to)
      ? []
      : [
          { from, to },
          { from: to, to: from },
        ],
  );
}

/** The question's world with that partition in it. */
export function partitionVariant(question: PlacePartition, scenario: Scenario, sides: Sides): Variant {
  const links = linksAcross(scenario, sides);
  const { variant, at, until } = question;
  if (links.length === 0) return variant;
  const cut = { at, command: { verb: 'cut' as const, links } };
  const mend = until === undefined ? [] : [{ at: until, command: { verb: 'mend' as const, links } }];
  return { ...variant, script: [...(variant.script ?? []), cut, ...mend] };
}

/** Every way to put units on two or more sides, up to `most`, however the sides are called. */
export function allPartitions(units: Sides, most: number): readonly Sides[] {
  const place = (at: number, sides: Sides): readonly Sides[] => {
    const unit = units[at];
    if (!unit) return sides.length > 1 ? [sides] : [];
    const joined = sides.flatMap((_, i) =>
      place(
        at + 1,
        sides.map((side, j) => (i === j ? [...side, ...unit] : side)),
      ),
    );
    return sides.length < most ? [...joined, ...place(at + 1, [...sides, unit])] : joined;
  };
  return place(0, []);
}

/** A partition's name, the same however its sides and their nodes are ordered. */
export const partitionText = (sides: Sides): string =>
  sides
    .map((side) => [...side].sort().join(' '))
    .sort()
    .join(' | ');

export interface PartitionGrade {
  readonly met: boolean;
  readonly checked: readonly Checked[];
  readonly variant: Variant;
  readonly run: Finished;
}

/** Runs the question's world with that partition. Throws a sentence when the world cannot be made. */
export function gradePartition(
  question: PlacePartition,
  sides: Sides,
  scenario: Scenario,
  module: ProtocolModule,
  run: (variant: Variant) => Finished,
): PartitionGrade {
  const variant = partitionVariant(question, scenario, sides);
  const made = run(variant);
  return { ...gradeRun(question.goal, made, scenario, module), variant, run: made };
}
