/** Proving that there is something to tune: the start and every decoy miss the target, the stored settings meet it. */

import type { QuestionOf } from '../answer-key';
import type { Lab } from '../lab';
import { type Finding, held, unless } from '../verdict';
import { gradeTune, type Settings, tuneVariant, turnable } from './tune';

const settingsText = (knobs: Settings): string =>
  Object.entries(knobs)
    .map(([id, value]) => `${id} ${value}`)
    .join(', ');

export function proveTune(lab: Lab, question: QuestionOf<'tune'>): Finding {
  const { goal, says, solution, decoys } = question;
  const wrong = question.knobs
    .filter((id) => !lab.scenario.knobs.some((knob) => knob.id === id))
    .map((id) => `${id} is not a knob of the scenario.`);
  if (says.length !== goal.length) {
    wrong.push(`The goal has ${goal.length} checks, and ${says.length} clauses say them.`);
  }
  for (const knobs of [solution, ...decoys.map((decoy) => decoy.knobs)]) {
    const stray = Object.keys(knobs).filter((id) => !question.knobs.includes(id));
    if (stray.length > 0)
      wrong.push(`${stray.join(', ')} may not be turned here, and ${settingsText(knobs)} does.`);
  }
  if (wrong.length > 0) return unless(wrong, '');
  const grade = (knobs: Settings) =>
    gradeTune(question, knobs, lab.scenario, lab.module, (variant) => lab.run(variant));
  const start = grade({});
  const missed = decoys.map(({ knobs }) => grade(knobs));
  if (start.met) wrong.push('The start meets the target already.');
  if (!grade(solution).met) {
    wrong.push(
      `The solution does not meet it. ${lab.wrong(goal, tuneVariant(question, solution)).join(' ')}`,
    );
  }
  missed.forEach(({ met }, i) => {
    if (met) wrong.push(`Decoy ${i + 1} meets it.`);
  });
  says.forEach((clause, i) => {
    const pulls = [start, ...missed].some(({ checked }) => checked[i]?.holds === false);
    if (!pulls) wrong.push(`Whatever is tried, ${clause}: that part of the target asks for nothing.`);
  });
  if (wrong.length > 0) return unless(wrong, '');
  const first = settingsText(
    Object.fromEntries(turnable(question, lab.scenario).map((k) => [k.knob.id, k.at])),
  );
  return held(
    `The start (${first}) misses the target, ${settingsText(solution)} meets it, and ${decoys.length} decoys do not.`,
  );
}
