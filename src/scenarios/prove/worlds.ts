/** Every world a lesson speaks of, each once, with the place that speaks of it first. */

import { canonical } from '#/kernel';
import { questionsOf } from '../questions-of';
import type { LessonData } from '../schema/lesson';
import type { Question, Sides } from '../schema/quiz';
import type { Scenario, Variant } from '../schema/scenario';
import { partitionVariant } from './kinds/place-partition';
import { tuneVariant } from './kinds/tune';

export interface Named {
  readonly where: string;
  readonly variant: Variant;
}

function inQuestion(question: Question, scenario: Scenario): readonly Named[] {
  const at = (part: string, variant: Variant): Named => ({ where: `${question.id}${part}`, variant });
  if (question.kind === 'fill-clocks') return [];
  if ('subject' in question) return 'run' in question.subject ? [at('', question.subject.run)] : [];
  const found = [at('', question.variant)];
  switch (question.kind) {
    case 'predict':
      for (const { id, elsewhere } of question.options) {
        if (elsewhere && 'world' in elsewhere) found.push(at(`, option ${id}`, elsewhere.world));
      }
      return found;
    case 'diagnose':
      return [...found, ...question.worlds.map(({ id, world }) => at(`, world ${id}`, world))];
    case 'adversary':
      found.push(at(', solution', question.solution));
      return [...found, ...question.decoys.map((decoy, i) => at(`, decoy ${i + 1}`, decoy))];
    case 'place-partition': {
      const cut = (part: string, sides: Sides) => at(part, partitionVariant(question, scenario, sides));
      found.push(cut(', solution', question.solution));
      return [...found, ...question.decoys.map(({ sides }, i) => cut(`, decoy ${i + 1}`, sides))];
    }
    case 'fill-log':
      for (const [i, { elsewhere }] of question.decoys.entries()) {
        if ('world' in elsewhere) found.push(at(`, decoy ${i + 1}`, elsewhere.world));
      }
      return found;
    case 'predict-chart':
      return [...found, ...question.options.map(({ id, world }) => at(`, chart ${id}`, world))];
    case 'tune':
      found.push(at(', solution', tuneVariant(question, question.solution)));
      return [
        ...found,
        ...question.decoys.map(({ knobs }, i) => at(`, decoy ${i + 1}`, tuneVariant(question, knobs))),
      ];
    case 'order':
    case 'steps':
      return found;
  }
}

/** `stage`: those on it alone; else those of the lesson's own scenario. */
export function worldsOf(data: LessonData, stage?: string): readonly Named[] {
  return each(stage === undefined ? inLesson(data) : onStage(data, stage));
}

function onStage(data: LessonData, stage: string): readonly Named[] {
  const { claims, scenario } = data;
  const all: Named[] = [{ where: stage, variant: {} }];
  for (const claim of claims) {
    if (claim.kind === 'run' && claim.stage === stage) all.push({ where: claim.id, variant: claim.variant });
  }
  for (const question of questionsOf(data)) {
    if ('stage' in question && question.stage === stage) all.push(...inQuestion(question, scenario));
  }
  return all;
}

const isAtHome = (one: object): boolean => !('stage' in one) || one.stage === undefined;

function inLesson(data: LessonData): readonly Named[] {
  const all: Named[] = [{ where: 'the scenario itself', variant: {} }];
  all.push({ where: 'the story', variant: data.story.variant });
  for (const claim of data.claims) {
    if (claim.kind === 'run' && isAtHome(claim)) all.push({ where: claim.id, variant: claim.variant });
    if (claim.kind === 'indistinguishable') {
      all.push({ where: `${claim.id}, left`, variant: claim.left });
      all.push({ where: `${claim.id}, right`, variant: claim.right });
    }
    if (claim.kind !== 'reachable') continue;
    for (const [name, variant] of Object.entries(claim.outcomes)) {
      all.push({ where: `${claim.id}, "${name}"`, variant });
    }
  }
  for (const question of [data.bet, ...questionsOf(data)].filter(isAtHome)) {
    all.push(...inQuestion(question, data.scenario));
  }
  if (data.challenge.start) all.push({ where: 'the start of the challenge', variant: data.challenge.start });
  data.challenge.solution.forEach((variant, i) => {
    all.push({ where: `solution ${i + 1} of the challenge`, variant });
  });
  data.challenge.decoys.forEach(({ variant }, i) => {
    all.push({ where: `decoy ${i + 1} of the challenge`, variant });
  });
  for (const [name, { left, right }] of Object.entries(data.twins ?? {})) {
    all.push(
      { where: `twins ${name}, left`, variant: left },
      { where: `twins ${name}, right`, variant: right },
    );
  }
  return all;
}

function each(all: readonly Named[]): readonly Named[] {
  const known = new Set<string>();
  return all.filter(({ variant }) => {
    const text = canonical(variant);
    return !known.has(text) && known.add(text);
  });
}
