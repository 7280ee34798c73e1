/**
 * What a scenario is worth as evidence: storms over it, as many as a budget of events allows, and within its bounds
 * every schedule there is. It is counted in events and not in seconds, so that everybody counts the same. Leaves out
 * what a learner may turn: it is the scenario as it opens that was tried.
 */

import { type Micros, World } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from '../build';
import { exploreScenario, wantsTime } from '../explore';
import type { Bounds, Scenario } from '../schema/scenario';
import { type Searched, searchScenario } from '../search';
import { heldTo } from './promised';

/** What came of storms, for one property. */
export interface Tried {
  readonly property: string;
  /** Whether no run may break it; otherwise it is asked all the same. */
  readonly promised: boolean;
  /** Schedules survived. */
  readonly schedules: number;
  /** Which schedule broke it, the calm run being the first; null if none did. */
  readonly brokenBy: number | null;
  /** Whether there were runs of which nobody could say. */
  readonly undecided: boolean;
  /** The end of an address that opens a small run that breaks it; null if none does, or it is too long for a link. */
  readonly link: string | null;
}

/** What came of trying every schedule within the scenario's bounds. */
export interface Explored extends Pick<Bounds, 'maxLost' | 'maxDuplicated' | 'maxCrashes'> {
  readonly redelivers: boolean;
  readonly states: number;
  /** False when a bound cut something off. */
  readonly complete: boolean;
  /** What was asked of each state or end, and which of it some broke. */
  readonly properties: readonly string[];
  readonly broken: readonly string[];
}

export interface Trust {
  readonly scenario: string;
  readonly tried: readonly Tried[];
  /** Of all storms together. */
  readonly events: number;
  /** Where a run is too long to be tried often, how far each was followed; null: to its end. */
  readonly followedUs: Micros | null;
  readonly explored: Explored | null;
}

export interface TrustBudget {
  /** Schedules at most. */
  readonly schedules: number;
  /** Of all schedules together, were each as calm as the first. */
  readonly events: number;
  /** Events of a calm run after which it is followed no further. */
  readonly each: number;
  /** States at most that are asked something. */
  readonly states: number;
}

export const usualTrust: TrustBudget = { schedules: 500, events: 1_000_000, each: 40_000, states: 100_000 };

/** There are many of them, each there for a mistake to show in: the world they are a part of is tried in earnest. */
const isInstance = ({ name }: Scenario, { mutants = {} }: ProtocolModule): boolean =>
  Object.values(mutants).some(({ hunt }) => hunt?.bounds !== undefined && hunt.scenario === name);

const part = ({ schedules, events, each, states }: TrustBudget): TrustBudget => ({
  schedules: Math.ceil(schedules / 5),
  events: Math.ceil(events / 5),
  each,
  states: Math.ceil(states / 5),
});

/** The promised properties that were broken: none, or the scenario says of itself what is not so. */
export const brokenPromises = ({ tried, explored }: Trust): readonly string[] => [
  ...new Set([
    ...tried.filter(({ promised, brokenBy }) => promised && brokenBy !== null).map((t) => t.property),
    ...(explored?.broken ?? []),
  ]),
];

/** Throws a sentence when the scenario asks for something that is not there. */
export function trustIn(scenario: Scenario, module: ProtocolModule, whole: TrustBudget = usualTrust): Trust {
  const budget = isInstance(scenario, module) ? part(whole) : whole;
  const config = worldConfig(scenario, module);
  const { promised, asked } = heldTo(scenario, module, config.params as never);
  const { events: calm, followedUs } = calmRun(
    new World(config, module.protocol, { trace: null }),
    budget.each,
  );
  const short =
    followedUs === null ? scenario : { ...scenario, stop: { ...scenario.stop, atUs: followedUs } };
  const schedules = Math.max(1, Math.min(budget.schedules, Math.floor(budget.events / Math.max(1, calm))));
  const tried: Tried[] = [];
  let left = [...promised, ...asked];
  let events = 0;
  while (left.length > 0) {
    const searched = searchedFor(short, module, left, schedules);
    events += searched.events;
    const { found, undecided } = searched;
    const outcome = (property: string, caught: Searched['found']): Tried => ({
      property,
      promised: promised.includes(property),
      schedules: searched.schedules,
      brokenBy: caught && caught.nth + 1,
      undecided: undecided.some((why) => why.startsWith(`${property}: `)),
      link: caught === null ? null : caught.link,
    });
    if (!found) {
      tried.push(...left.map((property) => outcome(property, null)));
      break;
    }
    // What the others have survived is told by storms in which nobody looks at this one.
    tried.push(outcome(found.property, found));
    left = left.filter((property) => property !== found.property);
  }
  const order = [...promised, ...asked];
  tried.sort((a, b) => order.indexOf(a.property) - order.indexOf(b.property));
  return {
    scenario: scenario.name,
    tried,
    events,
    followedUs,
    explored: scenario.explore ? explored(scenario, module, promised, budget) : null,
  };
}

function calmRun(
  world: World,
  most: number,
): { readonly events: number; readonly followedUs: Micros | null } {
  while (world.index < most) if (!world.next()) return { events: world.index, followedUs: null };
  return { events: world.index, followedUs: world.now };
}

/** What is found is made small only so far that a link can hold it. */
function searchedFor(
  scenario: Scenario,
  module: ProtocolModule,
  properties: readonly string[],
  schedules: number,
): Searched {
  const looking = searchScenario(scenario, module, { properties, schedules, tries: 100, more: 0 });
  for (let next = looking.next(); ; next = looking.next()) if (next.done) return next.value;
}

/** Null where the world reads clocks on its way: without time there is no such world. */
function explored(
  scenario: Scenario,
  module: ProtocolModule,
  properties: readonly string[],
  budget: TrustBudget,
): Explored | null {
  const { maxLost, maxDuplicated, maxCrashes, redelivers = false, states: most } = scenario.explore as Bounds;
  try {
    const { states, complete, violations } = exploreScenario(scenario, module, {
      properties,
      // Where nothing is asked, looking is quick.
      bounds: { states: properties.length > 0 ? Math.min(most, budget.states) : most },
    });
    const broken = Object.keys(violations);
    return { maxLost, maxDuplicated, maxCrashes, redelivers, states, complete, properties, broken };
  } catch (error) {
    if (wantsTime(error)) return null;
    throw error;
  }
}
