/**
 * Proving the kinds of questions whose key is a judge, a definition or every run there is: the key is computed, what
 * the author's words take for granted is held against it, and every tempting answer is shown to be wrong.
 */

import { judge } from '#/checkers';
import type { QuestionOf } from '../answer-key';
import type { Lab } from '../lab';
import { type Finding, held, unknown, unless } from '../verdict';
import { conflictIn, gradePoints, linearizationPointsKey, orderOf } from './linearization-points';
import { allPartitions, gradePartition, partitionText, partitionVariant, unitsOf } from './place-partition';
import { placeInOrder } from './points-grid';
import { gradeStaleReads, staleReadsKey } from './stale-reads';
import { strongestModelKey } from './strongest-model';

const run = (lab: Lab) => lab.run.bind(lab);
const listed = (all: readonly (string | number)[]): string => all.join(', ') || 'none';

export function proveStaleReads(lab: Lab, question: QuestionOf<'stale-reads'>): Finding {
  const key = staleReadsKey(question, lab.module, run(lab));
  const stale = key.reads.filter((r) => r.newer.length > 0).map((r) => r.read);
  const wrong: string[] = [];
  if (key.reads.length < 2) wrong.push('There is nothing to choose: the history has fewer than two reads.');
  if (!gradeStaleReads(key, { reads: question.expects, none: question.expects.length === 0 }).right) {
    wrong.push(
      `The words expect ${listed(question.expects)} to be stale; by the definition ${listed(stale)} are.`,
    );
  }
  for (const { read } of question.notes) {
    if (!key.reads.some((r) => r.read === read))
      wrong.push(`Operation ${read} is no read that was answered.`);
  }
  if (!question.notes.some(({ read }) => !stale.includes(read))) {
    wrong.push('No note is about a read that looks stale and is not.');
  }
  // The definition and the judge of linearizability must never contradict one another.
  const judged = judge(key.history, key.object, 'linearizable').verdict;
  if (stale.length > 0 && judged === 'ok') {
    wrong.push('The judge finds the history linearizable, and a linearizable history has no stale read.');
  }
  if (wrong.length === 0 && judged === 'unknown') {
    return unknown('The judge of linearizability did not come to an end.');
  }
  return unless(
    wrong,
    `Of ${key.reads.length} reads ${listed(stale)} are stale; linearizable: ${judged}, which agrees.`,
  );
}

export function proveStrongestModel(lab: Lab, question: QuestionOf<'strongest-model'>): Finding {
  const { options, strongest } = strongestModelKey(question, lab.module, run(lab));
  const said = options.map((o) => `${o.model} ${o.judgement.verdict}`).join(', ');
  const open = options.filter((o) => o.judgement.verdict === 'unknown').map((o) => o.model);
  const wrong = options
    .filter((o) => o.judgement.verdict === 'not-applicable')
    .map((o) => `${o.model} does not apply to this history.`);
  const models = options.map((o) => o.model);
  if (new Set(models).size < models.length) wrong.push('A model is offered twice.');
  if (open.length === 0) {
    if (strongest.length > 1) wrong.push(`Neither of ${strongest.join(' and ')} is stronger than the other.`);
    const answer = strongest[0] ?? 'none';
    if (answer !== question.expects) {
      wrong.push(`The words expect ${question.expects}; the judges say ${answer} (${said}).`);
    }
    if (strongest.length === 0 && options.length > 0 && !models.includes('linearizable')) {
      wrong.push('None of the models is satisfied, and the strongest is not among them.');
    }
  }
  if (wrong.length === 0 && open.length > 0) return unknown(`No verdict for ${open.join(', ')}.`);
  return unless(wrong, `The judges: ${said}.`);
}

export function proveLinearizationPoints(lab: Lab, question: QuestionOf<'linearization-points'>): Finding {
  const key = linearizationPointsKey(question, lab.module, run(lab));
  const { verdict, reason } = key.judgement;
  if (verdict === 'unknown') return unknown(reason);
  const wrong: string[] = [];
  const found = verdict === 'ok' ? 'points' : 'none';
  if (question.expects !== found) {
    wrong.push(`The words expect ${question.expects}; the judge says: ${reason}`);
  }
  if (verdict === 'ok') {
    const { witness } = key;
    if (!witness) wrong.push('The order of the judge cannot be placed: some intervals only touch.');
    else if (!gradePoints(key, { points: witness, none: false }).right) {
      wrong.push('The order of the judge is refused by the object.');
    }
  }
  if (!conflictIn(key, orderOf(key.start))) {
    wrong.push('Points put anywhere would do: there is nothing to find out.');
  }
  question.decoys.forEach(({ order }, i) => {
    const points = placeInOrder(key.slots, order);
    if (!points) wrong.push(`Decoy ${i + 1} cannot be placed inside the intervals.`);
    else if (gradePoints(key, { points, none: false }).right) wrong.push(`Decoy ${i + 1} works.`);
  });
  const which = found === 'none' ? 'No placement works' : 'A placement works';
  return unless(wrong, `${which}, as the judge says; ${question.decoys.length} tempting ones do not.`);
}

/** Seven things fall into 364 partitions of two or three sides. */
const MOST_UNITS = 7;

export function provePlacePartition(lab: Lab, question: QuestionOf<'place-partition'>): Finding {
  const units = unitsOf(question, lab.scenario);
  const wrong: string[] = [];
  const nodes = lab.scenario.nodes.map((n) => n.id as string);
  const named = units.flat();
  const stray = named.filter((id) => !nodes.includes(id));
  if (stray.length > 0) wrong.push(`${listed(stray)} are no nodes of the scenario.`);
  if (new Set(named).size < named.length) wrong.push('A node is in two groups.');
  if (units.length > MOST_UNITS) {
    wrong.push(
      `There are ${units.length} things to place; with more than ${MOST_UNITS} nobody tries them all.`,
    );
  }
  if (question.says && question.says.length !== question.goal.length) {
    wrong.push(
      `The goal has ${question.goal.length} checks, and ${question.says.length} sentences say them.`,
    );
  }
  if (units.length < 2) wrong.push('There is nothing to part.');
  if (wrong.length > 0) return unless(wrong, '');
  const grade = (sides: (typeof all)[number]) =>
    gradePartition(question, sides, lab.scenario, lab.module, run(lab));
  const all = allPartitions(units, question.most);
  const meets = all.filter((sides) => grade(sides).met).map(partitionText);
  const known = new Set(all.map(partitionText));
  if (!meets.includes(partitionText(question.solution))) {
    wrong.push(
      known.has(partitionText(question.solution))
        ? `The solution does not meet the goal. ${lab.wrong(question.goal, partitionVariant(question, lab.scenario, question.solution)).join(' ')}`
        : 'The solution is no partition that could be drawn here.',
    );
  }
  question.decoys.forEach(({ sides }, i) => {
    const text = partitionText(sides);
    if (!known.has(text)) wrong.push(`Decoy ${i + 1} is no partition that could be drawn here.`);
    else if (meets.includes(text)) wrong.push(`Decoy ${i + 1} meets the goal.`);
  });
  if (meets.length === 0) wrong.push('No partition meets the goal.');
  if (meets.length === all.length)
    wrong.push('Every partition meets the goal: there is nothing to find out.');
  if (wrong.length > 0) return unless(wrong, '');
  return held(`All ${all.length} partitions were run; ${meets.length} meet the goal: ${meets.join('; ')}.`);
}
