/**
 * Searching a scenario for a run that breaks a promise: storms drawn from what its protocol assumes, and what is found
 * as an ordinary run, that is a seed, a variant and steps, which a link can carry.
 */

import {
  type Entry,
  KernelError,
  type LinkRef,
  type NodeId,
  operationsOf,
  Recording,
  type Verb,
} from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { type Caught, hunt, type Progress, type Promised, type Trial } from '#/search';
import { worldConfig } from './build';
import { payloadOf, type RunPayload } from './link/payload';
import { encodeLink } from './link/text';
import type { Scenario, Variant } from './schema/scenario';

export type { Progress as SearchProgress } from '#/search';

export interface SearchOptions {
  readonly variant?: Variant;
  /** A wrong version of the protocol, by the name of it. */
  readonly mutant?: string;
  /** Absent: what the mutant is said to break; without one, the scenario's checks and all that must hold always. */
  readonly properties?: readonly string[];
  readonly schedules?: number;
  /** Of the storms. */
  readonly seed?: number;
  /** The most troubles in one storm. */
  readonly most?: number;
  /** Instead of the faults that the protocol assumes: beyond them a counterexample is to be expected. */
  readonly verbs?: readonly Verb[];
  /** Runs at most while a counterexample is made small. */
  readonly tries?: number;
  /** Events of further runs at most, in which a smaller counterexample is looked for. */
  readonly more?: number;
}

/** Why a run breaks a promise, for whoever draws it. */
export interface Explained {
  readonly property: string;
  /** Who breaks it and by what: “S1 and S3 both lead term 2.” What the property promises, where nobody can tell more. */
  readonly sentence: string;
  /**
   * The events that led to it, by their positions, ascending: a run of these alone breaks the promise, and there is
   * nothing in it that could be left out. The last is the moment. All up to the moment, where the promise is about
   * the end.
   */
  readonly past: readonly number[];
  /** How many of these are steps: whatever a learner would have to choose to come there by hand. */
  readonly steps: number;
}

/** A counterexample, ready to be opened. */
export interface Counterexample {
  readonly property: string;
  /** Which storm it was. */
  readonly nth: number;
  /** How many things were done to the run as it was found. */
  readonly foundSteps: number;
  readonly variant: Variant;
  readonly steps: Caught['shrunk']['steps'];
  /** Since when the promise is broken. */
  readonly index: number;
  readonly at: number;
  /** What happened at that moment, and what the scenario's observer says of the run before it and after. */
  readonly moment: {
    readonly entries: readonly Entry[];
    readonly before: string | null;
    readonly after: string | null;
  };
  readonly explains: Explained;
  readonly payload: RunPayload;
  /** Null when the run is too long for a link. */
  readonly link: string | null;
}

export interface Searched {
  readonly properties: readonly string[];
  readonly found: Counterexample | null;
  /** Storms survived. */
  readonly schedules: number;
  readonly events: number;
  readonly undecided: readonly string[];
}

const USUAL = { schedules: 1_000, seed: 1, most: 8, tries: 2_000, more: 60_000 };

/** The properties that are asked when nobody says which. */
export function searchedProperties(scenario: Scenario, module: ProtocolModule, mutant?: string): string[] {
  const breaks = mutant === undefined ? undefined : module.mutants?.[mutant]?.breaks;
  if (breaks !== undefined) return [breaks];
  const always = Object.keys(module.properties).filter((name) => module.properties[name]?.always);
  const history = Object.hasOwn(module.properties, 'linearizable') ? ['linearizable'] : [];
  return [...new Set([...(scenario.checks ?? []), ...always, ...history])];
}

function promisesOf(module: ProtocolModule, names: readonly string[]): readonly Promised[] {
  if (names.length === 0) throw new KernelError(`${module.protocol.name}: which property is to be broken?`);
  return names.map((name) => {
    const property = Object.hasOwn(module.properties, name) ? module.properties[name] : undefined;
    if (!property) throw new KernelError(`Protocol ${module.protocol.name} has no property "${name}".`);
    return {
      name,
      holds: property.holds,
      always: property.always === true,
      lasting: property.lasting === true,
    };
  });
}

/** Calls that somebody may be asked to make: those of the scenario, and those a learner can make by a press. */
function callsOf(scenario: Scenario) {
  const workload = (scenario.workload ?? []).map(({ node, op }) => ({ node: node as NodeId, op }));
  const pressed = scenario.actions.flatMap(({ command }) =>
    command.verb === 'invoke' ? [{ node: command.node, op: command.op }] : [],
  );
  const known = new Map([...workload, ...pressed].map((call) => [JSON.stringify(call), call]));
  return [...known.values()] as { node: NodeId; op: { f: string; value?: never } }[];
}

/** Yields whenever it may be stopped. Throws a sentence when something is asked for that is not there. */
export function* searchScenario(
  scenario: Scenario,
  module: ProtocolModule,
  options: SearchOptions = {},
): Generator<Progress, Searched> {
  const variant = variantOf(module, options);
  const properties = options.properties ?? searchedProperties(scenario, module, options.mutant);
  const config = worldConfig(scenario, module, variant);
  const mayCrash = scenario.explore?.mayCrash;
  const trialVariant = ({ seed, calls }: Pick<Trial, 'seed' | 'calls'>): Variant => ({
    ...variant,
    ...(seed === null ? {} : { seed }),
    ...(calls === config.workload ? {} : { workload: calls as NonNullable<Variant['workload']> }),
  });
  const { caught, ...searched } = yield* hunt({
    protocol: module.protocol,
    configOf: (trial) => worldConfig(scenario, module, trialVariant(trial)),
    workload: config.workload ?? [],
    promises: promisesOf(module, properties),
    schedules: options.schedules ?? USUAL.schedules,
    seed: options.seed ?? USUAL.seed,
    most: options.most ?? USUAL.most,
    tries: options.tries ?? USUAL.tries,
    more: options.more ?? USUAL.more,
    calls: callsOf(scenario),
    ...(options.verbs ? { verbs: options.verbs } : {}),
    driftPpm: module.driftsPpm?.(config.params ?? {}) ?? 0,
    ...(mayCrash ? { mayCrash } : {}),
    ...(scenario.explore?.cut ? { apart: scenario.explore.cut as readonly LinkRef[] } : {}),
  });
  const found = caught && counterexample(scenario, module, caught, trialVariant(caught.shrunk.trial));
  return { ...searched, properties, found };
}

function variantOf(module: ProtocolModule, { mutant, variant = {} }: SearchOptions): Variant {
  if (mutant === undefined) return variant;
  const needs = module.mutants?.[mutant]?.params ?? {};
  return { ...variant, params: { ...needs, ...variant.params, mutant } };
}

/** Replays it as a recording, which is what makes it a run that others can open. */
function counterexample(
  scenario: Scenario,
  module: ProtocolModule,
  { nth, promise, shrunk, steps }: Caught,
  variant: Variant,
): Counterexample {
  const { at, index } = shrunk.broken;
  const world = worldConfig(scenario, module, variant);
  const recording = new Recording(world, module.protocol, { steps: shrunk.steps });
  recording.advance(0, at);
  const observe = module.observers[scenario.observe ?? ''];
  const said = (i: number) => observe?.(recording.viewAt(0, Math.max(0, i))) ?? null;
  const entries = recording.branch(0).trace.filter(({ event }) => event === index);
  const payload = payloadOf({ scenario, module, variant, recording, branch: 0, index, at });
  return {
    property: promise,
    nth,
    foundSteps: steps.length,
    variant,
    steps: shrunk.steps,
    index,
    at,
    moment: { entries, before: said(index - 1), after: said(index) },
    explains: {
      property: promise,
      sentence: sentenceOf(module, promise, recording, index),
      past: shrunk.grounds?.past ?? Array.from({ length: index }, (_, i) => i + 1),
      steps: shrunk.grounds?.steps ?? index,
    },
    payload,
    link: encodeLink(payload),
  };
}

/** As the run stands at the moment. */
function sentenceOf(module: ProtocolModule, name: string, recording: Recording, index: number): string {
  const { tells, words } = module.properties[name] as ProtocolModule['properties'][string];
  const operations = operationsOf(recording.traceAt(0, index));
  return tells?.(recording.viewAt(0, index), operations) ?? words;
}
