/** Proving a whole lesson: its schema, its runs, its claims, its questions, its challenge, its story. */

import type { ProtocolModule } from '#/protocols';
import { lessonProblems, scenarioProblems, stageProblems } from '../catalogue/sense';
import { type LessonData, lessonData } from '../schema/lesson';
import { problems } from '../schema/problems';
import type { Stages } from '../stages';
import { proveChallenge } from './challenge';
import { proveClaim } from './claims';
import { proveFading } from './kinds/prove-steps';
import { Lab } from './lab';
import { proveQuestion } from './quiz';
import { proveChecks, proveScripts, proveSeek, proveSteps, proveTwice } from './replay';
import { proveStory, proveTwins } from './story';
import { attempt, type Finding, failed, held, type Verdict } from './verdict';
import { worldsOf } from './worlds';

/**
 * One verdict for each thing the lesson says, in the order in which a reader meets them. `raw` is what the
 * lesson's folder exports; if its schema does not fit, that is the one verdict. Wants the protocol that
 * `raw.scenario` names, and the stages that `raw.stages` does.
 */
export function proveLesson(
  lesson: string,
  raw: unknown,
  module: ProtocolModule,
  stages: Stages = {},
): readonly Verdict[] {
  const read = lessonData.safeParse(raw);
  if (!read.success) {
    return [verdict(lesson, 'schema', 'lesson', failed(`${problems(read.error).join('; ')}.`))];
  }
  const data = read.data;
  const strange = [
    ...scenarioProblems(data.scenario, module),
    ...lessonProblems(data),
    ...stageProblems(data, stages, module),
  ];
  if (strange.length > 0) return [verdict(lesson, 'schema', 'lesson', failed(strange.join(' ')))];
  const parts = `${data.claims.length} claims, ${data.quiz.length} questions, ${data.story.beats.length} beats`;
  return [
    verdict(
      lesson,
      'schema',
      'lesson',
      held(`A scenario, ${parts}, a bet and a challenge, all well formed.`),
    ),
    ...proveParts(lesson, data, new Lab(data.scenario, module), labsOf(stages, module)),
  ];
}

const labsOf = (stages: Stages, module: ProtocolModule): ReadonlyMap<string, Lab> =>
  new Map(Object.entries(stages).map(([name, scenario]) => [name, new Lab(scenario, module)]));

function proveParts(
  lesson: string,
  data: LessonData,
  lab: Lab,
  labs: ReadonlyMap<string, Lab>,
): readonly Verdict[] {
  const worlds = worldsOf(data);
  const variants = worlds.map((w) => w.variant);
  /** Where something is proved: on its stage, or in the lesson's own world. */
  const on = (one: object): Lab => ('stage' in one ? labs.get(String(one.stage)) : null) ?? lab;
  const prove = (kind: Verdict['kind'], id: string, how: () => Finding) =>
    verdict(lesson, kind, id, attempt(how));
  return [
    prove('replay', 'twice', () => proveTwice(lab, worlds)),
    prove('replay', 'seek', () => proveSeek(lab, worlds)),
    prove('replay', 'steps', () => proveSteps(lab)),
    prove('replay', 'scripts', () => proveScripts(lab, worlds)),
    prove('replay', 'checks', () => proveChecks(lab, worlds)),
    ...[...labs].map(([name, stage]) =>
      prove('replay', `twice on ${name}`, () => proveTwice(stage, worldsOf(data, name))),
    ),
    prove('bet', data.bet.id, () =>
      data.bet.kind === 'predict'
        ? proveQuestion(lab, data.bet, variants)
        : failed(`A bet is a prediction, and this is of kind ${data.bet.kind}.`),
    ),
    prove('story', 'beats', () => proveStory(lab, data.story)),
    ...Object.entries(data.twins ?? {}).map(([id, twins]) =>
      prove('story', `twins ${id}`, () => proveTwins(lab, twins)),
    ),
    ...data.claims.map((claim) => prove('claim', claim.id, () => proveClaim(on(claim), claim))),
    ...data.quiz.map((question) =>
      prove('quiz', question.id, () => proveQuestion(on(question), question, variants)),
    ),
    ...Object.entries(data.faded ?? {}).flatMap(([name, rounds]) => [
      prove('quiz', `faded ${name}`, () => proveFading(rounds)),
      ...rounds.map((round) => prove('quiz', round.id, () => proveQuestion(on(round), round, variants))),
    ]),
    prove('challenge', data.challenge.id, () => proveChallenge(lab, data.challenge)),
  ];
}

const verdict = (lesson: string, kind: Verdict['kind'], id: string, finding: Finding): Verdict => ({
  lesson,
  kind,
  id,
  ...finding,
});
