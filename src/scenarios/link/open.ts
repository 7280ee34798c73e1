/**
 * Opening a run that was sent or saved: it is replayed here and now, and taken only if it comes out as it was.
 * If it does not, a sentence says why, and what still can be shown is offered.
 */

import { digestText, LAST_MOMENT, Recording } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from '../build';
import { type Catalogue, scenarioNamed } from '../catalogue/read';
import type { Scenario } from '../schema/scenario';
import { type RunPayload, scenarioHash } from './payload';
import { type Refused, readLink, refused } from './text';
import { ENGINE_VERSION } from './version';

/** Longer runs are not replayed: a slip, or an unkind hand, must not hang the page. */
const MOST_EVENTS = 20_000;

/** What can be shown instead: the scenario from its start, or as much of the run as still replays. */
export interface Nearest {
  readonly scenario: Scenario;
  readonly payload: RunPayload | null;
  /** What it is, as an offer: "the first 2 of 5 steps". */
  readonly words: string;
}

export type Opened =
  | {
      readonly ok: true;
      readonly payload: RunPayload;
      readonly scenario: Scenario;
      readonly module: ProtocolModule;
    }
  | (Refused & { readonly nearest: Nearest | null });

/** Reads and replays a link. Never throws; `load` finds the protocol. */
export async function openLink(
  text: string,
  catalogue: Catalogue,
  load: (protocol: string) => Promise<ProtocolModule>,
): Promise<Opened> {
  const read = readLink(text);
  if (!read.ok) return { ...read, nearest: null };
  const scenario = scenarioNamed(catalogue, read.payload.scenario);
  if (!scenario) return unknownScenario(read.payload.scenario);
  return openRun(read.payload, scenario, await load(scenario.protocol));
}

const unknownScenario = (name: string): Opened => ({
  ...refused(
    'unknown scenario',
    `This link is to a scenario called “${name}”, and this lab has none of that name.`,
  ),
  nearest: null,
});

/** Replays a run of this very scenario. Never throws. */
export function openRun(payload: RunPayload, scenario: Scenario, module: ProtocolModule): Opened {
  const replayed = replay(payload, scenario, module);
  const start: Nearest = { scenario, payload: null, words: 'the scenario from its start' };
  const changed = payload.hash !== scenarioHash(scenario, module);
  const older = payload.engine !== ENGINE_VERSION ? ' It was made with another version of the engine.' : '';
  if (replayed.ok) {
    if (!changed) return { ok: true, payload, scenario, module };
    const nearest = {
      scenario,
      payload: replayed.payload,
      words: 'the same steps in the scenario as it is now',
    };
    return { ...refused('scenario changed', 'The scenario has changed since this link was made.'), nearest };
  }
  const { kept, why } = replayed;
  const nearest =
    kept === null
      ? start
      : { scenario, payload: kept, words: `the first ${kept.steps.length} of ${payload.steps.length} steps` };
  if (changed) {
    const said = `The scenario has changed since this link was made, and the run no longer replays. ${why}`;
    return { ...refused('scenario changed', said), nearest };
  }
  return { ...refused('does not replay', `This run no longer replays. ${why}${older}`), nearest };
}

type Replayed =
  | { readonly ok: true; readonly payload: RunPayload }
  /** `kept`: the part of it that does replay, if there is one. */
  | { readonly ok: false; readonly kept: RunPayload | null; readonly why: string };

function replay(payload: RunPayload, scenario: Scenario, module: ProtocolModule): Replayed {
  let recording: Recording | null = null;
  let applied = 0;
  const stop = (why: string): Replayed => ({
    ok: false,
    kept:
      recording && applied > 0
        ? cutAfter({ ...payload, hash: scenarioHash(scenario, module) }, applied, recording)
        : null,
    why,
  });
  try {
    recording = new Recording(worldConfig(scenario, module, payload.variant), module.protocol);
    for (const step of payload.steps) {
      const which = `Step ${applied + 1} of ${payload.steps.length}`;
      const before = recording.frontier(0);
      if (step.index < before) return stop(`${which} comes before the one before it.`);
      if (!runOn(recording, step.index)) return stop(`The run ends before step ${applied + 1}.`);
      const { refused: no } = recording.act(0, step.index, step.at, step.command);
      if (no !== null) return stop(`${which} cannot be done. ${no}`);
      applied++;
    }
    const { index, at } = payload.cursor;
    if (!runOn(recording, index)) return stop('The run ends before the place it was left at.');
    if (at < recording.timeAt(0, index)) return stop('It was left at a time that does not fit its place.');
    const digest = digestText(recording.viewAt(0, index).digest);
    // Runs on to its end, so that nothing it holds can stop the figure later.
    recording.advance(0, LAST_MOMENT, Math.max(0, MOST_EVENTS - recording.frontier(0)));
    const now = { ...payload, hash: scenarioHash(scenario, module), engine: ENGINE_VERSION, digest };
    if (digest === payload.digest) return { ok: true, payload: now };
    return { ok: false, kept: now, why: 'All its steps can be done, and something else comes of them.' };
  } catch (error) {
    return stop(error instanceof Error ? error.message : 'It cannot be run.');
  }
}

/** Runs on to a position. False when the run, or the lab's patience, ends before it. */
function runOn(recording: Recording, index: number): boolean {
  if (index > MOST_EVENTS) return false;
  recording.advance(0, LAST_MOMENT, Math.max(0, index - recording.frontier(0)));
  return recording.frontier(0) >= index;
}

/** The run up to its `applied` steps that took place, seen from where it stopped. */
function cutAfter(payload: RunPayload, applied: number, recording: Recording): RunPayload {
  const index = Math.min((payload.steps[applied - 1]?.index ?? 0) + 1, recording.frontier(0));
  return {
    ...payload,
    engine: ENGINE_VERSION,
    steps: payload.steps.slice(0, applied),
    cursor: { index, at: recording.timeAt(0, index) },
    digest: digestText(recording.viewAt(0, index).digest),
  };
}
