/**
 * The hunt for a run that breaks a promise: storm after storm over one world, to the first that breaks it; then that
 * run made small. It says what it did, and no more: where it finds nothing, there may still be something.
 */

import type { Invocation, Protocol, WorldConfig } from '#/kernel';
import { type Broken, type CommandStep, type Judging, type Ordeal, type Promised, undergo } from './ordeal';
import { shrink, type Trial } from './shrink';
import { storm } from './storm';
import { type WeatherOptions, weatherOf } from './weather';

export interface HuntOptions extends WeatherOptions {
  readonly protocol: Protocol;
  /** The world of a trial; a seed of null is the scenario's own. */
  readonly configOf: (trial: Pick<Trial, 'seed' | 'calls'>) => WorldConfig;
  /** The calls that its clients make. */
  readonly workload: readonly Invocation[];
  readonly promises: readonly Promised[];
  /** Storms at most, the calm run among them. */
  readonly schedules: number;
  /** Of the storms. */
  readonly seed: number;
  /** Runs at most while making it small. */
  readonly tries: number;
}

export interface Progress {
  readonly doing: 'searching' | 'shrinking';
  /** Storms survived so far, and the events of all of them. */
  readonly schedules: number;
  readonly events: number;
  /** Things done in the storm under way, or in the smallest run so far. */
  readonly steps: number;
}

export interface Caught {
  readonly promise: string;
  /** Which storm it was, from 0, the calm run. */
  readonly nth: number;
  /** As it was found. */
  readonly steps: readonly CommandStep[];
  readonly trial: Trial;
  /** As it was made small; `broken` is the moment from which on the promise is broken. */
  readonly shrunk: {
    readonly trial: Trial;
    readonly steps: readonly CommandStep[];
    readonly broken: Broken;
    readonly events: number;
  };
}

export interface Hunted {
  readonly caught: Caught | null;
  /** Storms run whole, and survived. */
  readonly schedules: number;
  readonly events: number;
  /** What nobody could judge, each reason once. */
  readonly undecided: readonly string[];
}

/** Promises for every moment are asked about this often in a run, if not after every event. */
const LOOKS = 100;

/** Yields whenever it may be stopped for good. */
export function* hunt(options: HuntOptions): Generator<Progress, Hunted> {
  const { configOf, promises, protocol, schedules, seed, workload: calls } = options;
  const { weather, events: usual } = weatherOf(configOf({ seed: null, calls }), protocol, options);
  const judging: Judging = { promises, every: Math.max(1, Math.floor(usual / LOOKS)) };
  const undecided = new Set<string>();
  let events = 0;
  for (let nth = 0; nth < schedules; nth++) {
    const { seed: world, squalls } = storm(weather, seed, nth);
    yield { doing: 'searching', schedules: nth, events, steps: squalls.length };
    const ordeal = undergo(configOf({ seed: world, calls }), protocol, squalls, judging);
    events += ordeal.events;
    for (const why of ordeal.undecided) undecided.add(why);
    if (ordeal.broken === null) continue;
    const trial = { seed: world, squalls: ordeal.steps.map(asSquall), calls };
    const caught = yield* madeSmall(options, judging, nth, ordeal, trial, events);
    return { caught, schedules: nth, events, undecided: [...undecided] };
  }
  return { caught: null, schedules, events, undecided: [...undecided] };
}

const asSquall = ({ at, command }: CommandStep) => ({ at, command });

function* madeSmall(
  { configOf, protocol, promises, tries }: HuntOptions,
  judging: Judging,
  nth: number,
  ordeal: Ordeal,
  trial: Trial,
  events: number,
): Generator<Progress, Caught> {
  const { promise } = ordeal.broken as Broken;
  const only = { ...judging, promises: promises.filter(({ name }) => name === promise) };
  let steps = trial.squalls.length;
  const fails = (candidate: Trial): boolean => {
    const { broken } = undergo(configOf(candidate), protocol, candidate.squalls, only);
    if (broken !== null) steps = candidate.squalls.length;
    return broken !== null;
  };
  const shrinking = shrink(trial, fails, tries);
  for (;;) {
    const next = shrinking.next();
    if (next.done) {
      const small = next.value;
      const shrunk = { trial: small, ...whenBroken(configOf(small), protocol, small, only) };
      return { promise, nth, steps: ordeal.steps, trial, shrunk };
    }
    yield { doing: 'shrinking', schedules: nth, events, steps };
  }
}

/** Runs it once more and looks after every event: since when has the promise been broken, to the end? */
function whenBroken(
  config: WorldConfig,
  protocol: Protocol,
  { squalls }: Trial,
  { promises }: Judging,
): { readonly steps: readonly CommandStep[]; readonly broken: Broken; readonly events: number } {
  const last: { since: Broken | null } = { since: null };
  const { broken, events, steps } = undergo(config, protocol, squalls, {
    promises,
    every: 1,
    watch: (promise, holds, index, at) => {
      last.since = holds ? null : (last.since ?? { promise, index, at });
    },
  });
  return { steps, broken: last.since ?? (broken as Broken), events };
}
