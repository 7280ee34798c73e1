/**
 * `lab search <scenario> [--mutant NAME] [--property P] [--schedules N] [--seed S] [--seconds T] [--<knob> <value> …]`:
 * storm after storm, to the first that breaks a promise, made small. A mistake of the protocol that is named is looked
 * for in the small world it names. Exit 1 if one does, 0 if none did in as many as
 * were asked for, 3 if time ran out first or a judge could not say.
 */

import type { z } from 'zod';
import {
  type ProtocolModule,
  type Scenario,
  type Searched,
  searchedProperties,
  searchedText,
  searchScenario,
  smallWorld,
  stepText,
  type Variant,
} from '#/scenarios';
import { type Answer, BadInput } from '../answer';
import { type Asked, knobFlags, mutantFlag, wholeFlag } from '../asked';
import { type House, scenarioOf } from '../house';
import type { searchOutput } from '../output';

const FLAGS = ['mutant', 'property', 'schedules', 'seed', 'seconds', 'most'];
const USUAL_SCHEDULES = 1_000;
/** Something is there to be found, and small worlds are quickly run. */
const FOR_A_MUTANT = 5_000;

/**
 * The small world that a mistake names, where somebody asks for it by that world's name or by no more than that of the
 * protocol. A scenario or a knob of one's own is taken at its word.
 */
async function smallFor(
  scenario: Scenario,
  module: ProtocolModule,
  mutant: string | undefined,
  asked: Asked,
) {
  if (mutant === undefined) return null;
  const small = await smallWorld(module, mutant);
  if (small?.scenario.name === scenario.name) return small;
  const own = [...asked.flags.keys()].some((flag) => flag === 'property' || !FLAGS.includes(flag));
  return scenario.name === module.protocol.name && !own ? small : null;
}

export async function search(house: House, asked: Asked): Promise<Answer> {
  const { scenario: named, module } = await scenarioOf(house, asked.words[1]);
  const mutant = mutantFlag(asked, module);
  const small = await smallFor(named, module, mutant, asked);
  const scenario = small?.scenario ?? named;
  const knobs: Variant = { knobs: knobFlags(asked, scenario, FLAGS) };
  const variant = { ...small?.variant, ...knobs };
  const property = asked.flags.get('property');
  const schedules = wholeFlag(asked, 'schedules', 1, 10_000_000) ?? (mutant ? FOR_A_MUTANT : USUAL_SCHEDULES);
  const seconds = wholeFlag(asked, 'seconds', 1, 86_400);
  const seed = wholeFlag(asked, 'seed', 0, 4_294_967_295);
  const most = wholeFlag(asked, 'most', 1, 100);
  const properties = property === undefined ? searchedProperties(scenario, module, mutant) : [property];
  const looking = searchScenario(scenario, module, {
    variant,
    schedules,
    ...(mutant === undefined ? {} : { mutant }),
    ...(small === null ? {} : { more: small.more }),
    properties,
    ...(seed === undefined ? {} : { seed }),
    ...(most === undefined ? {} : { most }),
  });
  const searched = within(looking, properties, seconds);
  const { found, undecided } = searched;
  const json: z.infer<typeof searchOutput> = {
    scenario: scenario.name,
    properties: [...searched.properties],
    found: found !== null,
    property: found?.property ?? null,
    schedules: searched.schedules,
    asked: schedules,
    events: searched.events,
    steps: found?.foundSteps ?? null,
    shrunkSteps: found?.steps.length ?? null,
    calls: found ? (found.variant.workload ?? scenario.workload ?? []).length : null,
    run: found && {
      seed: found.variant.seed ?? scenario.seed,
      brokenMs: found.at / 1000,
      event: found.index,
      commands: found.steps.map(({ at, command }) => `${at / 1000} ms: ${stepText(command)}`),
    },
    link: found?.link ?? null,
    undecided: [...undecided],
  };
  const enough = searched.schedules >= schedules && undecided.length === 0;
  const where = scenario === named ? [] : [`In “${scenario.title}”, the small world for ${mutant}:`];
  return { json, lines: [...where, ...lines(json, searched)], exit: found ? 1 : enough ? 0 : 3 };
}

/** Drives it to its end, or until the time is up. */
function within(
  looking: ReturnType<typeof searchScenario>,
  properties: readonly string[],
  seconds: number | undefined,
): Searched {
  const until = seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + seconds * 1000;
  try {
    for (let next = looking.next(); ; next = looking.next()) {
      if (next.done) return next.value;
      const { doing, events, schedules } = next.value;
      // What was found is made small whatever the time.
      if (doing === 'searching' && performance.now() > until) {
        return { properties, found: null, schedules, events, undecided: [] };
      }
    }
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}

function lines(
  { asked, calls, link, run, shrunkSteps, steps }: z.infer<typeof searchOutput>,
  searched: Searched,
) {
  const said = searchedText(searched, asked);
  if (!run) return [said];
  return [
    said,
    `Found with ${steps} things done to the run; ${shrunkSteps} are left, with ${calls} calls, and it still fails:`,
    ...run.commands.map((command) => `  ${command}`),
    `Broken since ${run.brokenMs} ms, seed ${run.seed}, by ${searched.found?.explains.steps} steps: ${searched.found?.explains.sentence}`,
    ...(link === null
      ? ['The run is too long for a link.']
      : [`Open it at the end of the lab’s address: ${link}`]),
  ];
}
