/** The steps that are told to have led to a failure are a run of their own: taken as choices, without time, they break the promise too. */

import { expect, it } from 'vitest';
import { type Choice, type Entry, Recording, UntimedWorld } from '#/kernel';
import {
  type Counterexample,
  loadProtocol,
  openRun,
  searchScenario,
  smallWorld,
  worldConfig,
} from '#/scenarios';
import { raft } from '.';
import { type MutantName, mutants } from './mutants';

const module = await loadProtocol('raft');

const NO_FAULTS = { maxLost: 0, maxDuplicated: 0, maxCrashes: 0 };

/** What happened in one event, as a choice; null for what is none. */
function choiceOf(entries: readonly Entry[]): Choice | null {
  const chose = entries.flatMap((e) => (e.type === 'chose' ? [e.value] : []));
  const first = entries.find((e) => ['delivered', 'timer fired', 'invoked'].includes(e.type));
  if (first?.type === 'delivered') {
    const { copy, from, kind, nth, to } = first;
    return { do: 'deliver', message: { copy, from, kind, nth, to }, chose };
  }
  if (first?.type === 'timer fired')
    return { do: 'fire', node: first.node as never, timer: first.name, chose };
  return first?.type === 'invoked' ? { do: 'invoke', node: first.node as never, chose } : null;
}

async function caught(mutant: MutantName) {
  const world = await smallWorld(module, mutant);
  if (!world) throw new Error(`${mutant} names no world`);
  const { scenario, variant } = world;
  const looking = searchScenario(scenario, module, { mutant, variant, schedules: 300, more: 5_000 });
  let next = looking.next();
  while (!next.done) next = looking.next();
  return { scenario, found: next.value.found as Counterexample };
}

it.each<MutantName>([
  'votes-for-any-log',
  'does-not-step-down',
  'counts-reachable',
  'counts-late-votes',
  'commits-what-does-not-fit',
])('%s', async (mutant) => {
  const { found, scenario } = await caught(mutant);
  const opened = openRun(found.payload, scenario, module);
  expect(opened.ok).toBe(true);
  const config = worldConfig(scenario, module, found.variant);
  const run = new Recording(config, raft.protocol, { steps: found.steps });
  run.advance(0, found.at);
  const choices = found.explains.past.flatMap((event) => choiceOf(run.entriesOf(0, event)) ?? []);
  expect(choices).toHaveLength(found.explains.steps);
  const world = new UntimedWorld({ ...config, script: [] }, raft.protocol, NO_FAULTS);
  const broken = () => !raft.properties[mutants[mutant].breaks]?.holds(world.view(), []);
  choices.forEach((choice, i) => {
    expect([i, broken()]).toEqual([i, false]);
    world.take(choice);
  });
  expect(broken()).toBe(true);
});
