/**
 * Proving that runs are runs: the same every time, the same after seeking back and forth, the same from their
 * steps; that a script did what it says; and that what the scenario promises holds at every end.
 */

import { canonical, type Entry, type EntryOf, Recording, type Step, type View, World } from '#/kernel';
import { worldConfig } from '../build';
import { holds } from '../finish';
import type { Scenario, Variant } from '../schema/scenario';
import { firstFits } from './first-fits';
import type { Lab } from './lab';
import { attempt, type Finding, held, unless } from './verdict';
import type { Named } from './worlds';

/** Long runs are looked at here and there, at this many positions. */
const LOOKS = 48;
/** Of a run whose trace is not kept so many events are sought in: seeking is the same everywhere, and takes its time. */
const SOUGHT = 4_000;

/** One sentence for each world in which something is wrong. */
const inEach = (worlds: readonly Named[], wrong: (variant: Variant) => string | null): string[] =>
  worlds.flatMap(({ where, variant }) => {
    let said: string | null;
    try {
      said = wrong(variant);
    } catch (error) {
      said = error instanceof Error ? error.message : String(error);
    }
    return said === null ? [] : [`${where}: ${said}`];
  });

const worldOf = (lab: Lab, variant: Variant, trace: Entry[] | null = null) =>
  new World(worldConfig(lab.scenario, lab.module, variant), lab.module.protocol, { trace });

/** Every world run twice, from nothing: the same trace, byte for byte. */
export const proveTwice = (lab: Lab, worlds: readonly Named[]): Finding =>
  attempt(() =>
    unless(
      inEach(worlds, (variant) => {
        const once = lab.run(variant);
        const again = worldOf(lab, variant, once.isShort ? [] : null).run();
        if (!once.isShort) return once.view.digest === again.digest ? null : 'two runs of it differ.';
        const same = JSON.stringify(once.trace) === JSON.stringify(again.trace);
        return same && once.view.digest === again.digest ? null : 'two runs of it differ.';
      }),
      `${worlds.length} worlds, each run twice, byte for byte the same.`,
    ),
  );

/** Positions in an order that goes back and forth, ends first, at most `LOOKS` of them. */
function backAndForth(last: number): readonly number[] {
  const stride = Math.max(1, Math.ceil(last / LOOKS));
  const positions: number[] = [];
  for (let low = 0, high = last; low <= high; low += stride, high -= stride) positions.push(high, low);
  return positions;
}

/** A recording looked at back and forth shows what a run that never looked back has at each position. */
export const proveSeek = (lab: Lab, worlds: readonly Named[]): Finding =>
  attempt(() =>
    unless(
      inEach(worlds, (variant) => {
        const recording = new Recording(worldConfig(lab.scenario, lab.module, variant), lab.module.protocol);
        const { isShort } = lab.run(variant);
        const last = recording.advance(0, undefined, isShort ? undefined : SOUGHT);
        const looks = backAndForth(last);
        const wanted = new Map<number, string>();
        const world = worldOf(lab, variant);
        for (let index = 0; index <= last; index++) {
          if (looks.includes(index)) wanted.set(index, canonical(world.view()));
          world.next();
        }
        const off = looks.find(
          (index) => canonical(recording.viewAt(0, index) as View) !== wanted.get(index),
        );
        if (off !== undefined) return `after seeking, position ${off} is not what it was.`;
        if (!isShort) return null;
        const same = JSON.stringify(recording.branch(0).trace) === JSON.stringify(lab.run(variant).trace);
        return same ? null : 'seeking changed the trace.';
      }),
      `${worlds.length} worlds, each the same at every position after seeking back and forth.`,
    ),
  );

/** Each of the scenario's actions, done by hand at the opening, replays from its step. */
export function proveSteps(lab: Lab): Finding {
  return attempt(() => {
    const { scenario, module } = lab;
    if (scenario.actions.length === 0) return held('The scenario offers no actions.');
    const config = worldConfig(scenario, module);
    const wrong = scenario.actions.flatMap(({ id, command }) => {
      const recording = new Recording(config, module.protocol);
      const at = openingOf(scenario, lab);
      const index = recording.advance(0, at);
      recording.act(0, index, at, command);
      const { isShort } = lab.run();
      const end = recording.advance(0, undefined, isShort ? undefined : SOUGHT);
      const { steps, trace } = recording.branch(0);
      const again = new Recording(config, module.protocol, {
        steps: JSON.parse(JSON.stringify(steps)) as Step[],
      });
      again.advance(0, undefined, end - again.frontier(0));
      return JSON.stringify(again.branch(0).trace) === JSON.stringify(trace)
        ? []
        : [`The action ${id} does not replay from its step.`];
    });
    return unless(wrong, `${scenario.actions.length} actions, each done by hand and replayed from its step.`);
  });
}

function openingOf(scenario: Scenario, lab: Lab): number {
  const { opening } = scenario;
  if (opening === undefined) return 0;
  if ('atUs' in opening) return opening.atUs;
  const when = scenario.moments[opening.moment]?.when;
  return when ? (firstFits(lab, {}, [{ type: when.type }])[0]?.at ?? 0) : 0;
}

function commandsOf(lab: Lab, variant: Variant): readonly EntryOf<'command'>[] {
  const run = lab.run(variant);
  if (run.isShort) return run.trace.flatMap((entry) => (entry.type === 'command' ? [entry] : []));
  const given: EntryOf<'command'>[] = [];
  const sink = (entry: Entry): void => {
    if (entry.type === 'command') given.push(entry);
  };
  new World(worldConfig(lab.scenario, lab.module, variant), lab.module.protocol, { trace: null, sink }).run();
  return given;
}

/** Every command a world's script holds was given and did something: none waits for a moment that never comes. */
export const proveScripts = (lab: Lab, worlds: readonly Named[]): Finding =>
  attempt(() =>
    unless(
      inEach(worlds, (variant) => {
        const wanted = (lab.scenario.script?.length ?? 0) + (variant.script?.length ?? 0);
        const given = commandsOf(lab, variant);
        const refused = given.find((entry) => entry.refused !== null);
        if (refused) return `a command of its script is refused. ${refused.refused}`;
        const left = wanted - given.length;
        return left === 0 ? null : `${left} of ${wanted} commands of its script are never given.`;
      }),
      `${worlds.length} worlds, in which every scripted command is given and takes effect.`,
    ),
  );

/** What the scenario promises holds at the end of every world of the lesson. */
export const proveChecks = (lab: Lab, worlds: readonly Named[]): Finding =>
  attempt(() => {
    const promised = lab.scenario.checks ?? [];
    if (promised.length === 0) return held('The scenario promises nothing of every run.');
    const wrong = promised.flatMap((property) =>
      inEach(worlds, (variant) => {
        const check = { property, holds: true };
        const { holds: is, said } = holds(check, lab.run(variant), lab.scenario, lab.module);
        return is ? null : `"${property}" should hold, and ${said}.`;
      }),
    );
    return unless(wrong, `${promised.length} promises kept at the end of ${worlds.length} worlds.`);
  });
