/**
 * What a schema cannot see: whether the names a scenario or a lesson uses are names of something. Each problem is
 * a sentence. Leaves out what only a run can show; the prover runs.
 */

import { type Command, type Entry, World } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from '../build';
import { knobCommand, refuseKnob } from '../knobs';
import { questionsOf } from '../questions-of';
import type { LessonData } from '../schema/lesson';
import type { Scenario } from '../schema/scenario';

function twice(what: string, names: readonly string[]): string[] {
  const again = names.filter((name, i) => names.indexOf(name) !== i);
  return [...new Set(again)].map((name) => `Two ${what} are called ${name}.`);
}

export function scenarioProblems(scenario: Scenario, module: ProtocolModule): readonly string[] {
  const found: string[] = [];
  const nodes = new Set<string>(scenario.nodes.map((n) => n.id));
  const wantNode = (id: string, where: string) => {
    if (!nodes.has(id)) found.push(`${where} names ${id}, which is not a node.`);
  };
  const { protocol } = module;
  if (scenario.protocol !== protocol.name) found.push(`The scenario is not of protocol ${protocol.name}.`);
  found.push(
    ...twice(
      'knobs',
      scenario.knobs.map((k) => k.id),
    ),
  );
  found.push(
    ...twice(
      'actions',
      scenario.actions.map((a) => a.id),
    ),
  );
  for (const knob of scenario.knobs) {
    const refused = refuseKnob(knob, knob.default);
    if (refused !== null) found.push(`A knob's default is refused: ${refused}`);
  }
  for (const item of scenario.workload ?? []) wantNode(item.node, 'The workload');
  for (const id of Object.keys(scenario.durable ?? {})) wantNode(id, 'What is on disk at the start');
  for (const id of scenario.explore?.mayCrash ?? []) wantNode(id, 'The bounds');
  if (scenario.truth) {
    wantNode(scenario.truth.client, 'The truth lanes');
    wantNode(scenario.truth.server, 'The truth lanes');
  }
  for (const { id, command } of scenario.actions) {
    if ('node' in command) wantNode(command.node, `The action ${id}`);
  }
  if (scenario.observe !== undefined && !Object.hasOwn(module.observers, scenario.observe)) {
    found.push(`Protocol ${protocol.name} has no observer called ${scenario.observe}.`);
  }
  for (const name of scenario.checks ?? []) {
    if (!Object.hasOwn(module.properties, name)) {
      found.push(`Protocol ${protocol.name} has no property "${name}".`);
    }
  }
  const { opening } = scenario;
  if (opening && 'moment' in opening && !Object.hasOwn(scenario.moments, opening.moment)) {
    found.push(`The opening names ${opening.moment}, which is not a moment.`);
  }
  if (scenario.actions.filter((a) => a.primary).length > 1) found.push('More than one action is primary.');
  return found.length > 0 ? found : worldProblems(scenario, module);
}

/** What shows only once the world has been made and run: messages without a name, actions that can never be done. */
function worldProblems(scenario: Scenario, module: ProtocolModule): readonly string[] {
  try {
    const bounds = scenario.explore;
    if (bounds) worldConfig(scenario, module, { params: bounds.params ?? {} });
    const sent = new Set<string>();
    const sink = (entry: Entry): void => {
      if (entry.type === 'sent') sent.add(entry.kind);
    };
    const world = new World(worldConfig(scenario, module), module.protocol, { trace: null, sink });
    const actions = scenario.actions.flatMap(({ id, command }) => {
      const refused = world.refusal(command);
      return refused !== null && !comesLater(command) ? [`The action ${id} is refused. ${refused}`] : [];
    });
    const ends = scenario.knobs.flatMap((knob) => {
      const given = typeof knob.kind === 'object' && 'min' in knob.kind ? [knob.kind.min, knob.kind.max] : [];
      const refused = given.map((end) => world.refusal(knobCommand(knob, end, world.view())));
      return refused.flatMap((reason) =>
        reason === null ? [] : [`An end of ${knob.id} is refused. ${reason}`],
      );
    });
    world.run();
    const nameless = [...sent].filter((kind) => !Object.hasOwn(scenario.kinds, kind));
    return [
      ...actions,
      ...ends,
      ...nameless.map((kind) => `The scenario does not say how to show ${kind} messages.`),
    ];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** What cannot be done at the very start, and may well be later. */
const comesLater = ({ verb }: Command): boolean =>
  ['restart', 'resume', 'disarm', 'mend', 'drop', 'hold', 'release', 'duplicate', 'delay'].includes(verb);

/** Whether the stages are there and of the lesson's protocol, and whether whatever is said to be on one, is. */
export function stageProblems(
  data: LessonData,
  stages: Readonly<Record<string, Scenario>>,
  module: ProtocolModule,
): readonly string[] {
  const names = data.stages ?? [];
  const missing = names.filter((name) => !Object.hasOwn(stages, name));
  const staged: readonly { readonly id: string; readonly stage?: string | undefined }[] = [
    ...data.claims.flatMap((claim) => (claim.kind === 'run' ? [claim] : [])),
    ...questionsOf(data).flatMap((question) => ('stage' in question ? [question] : [])),
  ];
  return [
    ...missing.map((name) => `No scenario of the library is called ${name}.`),
    ...Object.values(stages).flatMap((stage) =>
      scenarioProblems(stage, module).map((problem) => `${stage.name}: ${problem}`),
    ),
    ...staged.flatMap(({ id, stage }) =>
      stage === undefined || names.includes(stage) ? [] : [`${id} is on ${stage}, which is not a stage.`],
    ),
  ];
}

/** A lesson's own rules, beyond its scenario's. */
export function lessonProblems(data: LessonData): readonly string[] {
  const found: string[] = [];
  found.push(
    ...twice(
      'claims',
      data.claims.map((c) => c.id),
    ),
  );
  found.push(
    ...twice(
      'questions',
      [data.bet, ...questionsOf(data)].map((q) => q.id),
    ),
  );
  for (const question of [data.bet, ...data.quiz]) {
    const parts =
      question.kind === 'predict'
        ? question.options
        : question.kind === 'order'
          ? question.events
          : question.kind === 'diagnose'
            ? question.worlds
            : [];
    found.push(
      ...twice(
        `parts of ${question.id}`,
        parts.map((p) => p.id),
      ),
    );
  }
  if (data.quiz.length < 3) found.push('A quiz has at least three questions.');
  if (new Set(data.quiz.map((q) => q.kind)).size < 2)
    found.push('A quiz has questions of at least two kinds.');
  if (data.claims.length === 0) found.push('A lesson makes at least one claim.');
  return found;
}
