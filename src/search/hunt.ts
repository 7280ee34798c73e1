/**
 * The hunt for a run that breaks a promise: storm after storm over one world, to the first that breaks it; then that
 * run made small. It says what it did, and no more: where it finds nothing, there may still be something.
 */

import type { Invocation, Protocol, WorldConfig } from '#/kernel';
import { type Grounds, groundsOf } from './grounds';
import { type Broken, type CommandStep, type Judging, type Ordeal, type Promised, undergo } from './ordeal';
import { shrink, type Trial } from './shrink';
import type { Weather } from './squall';
import { storm } from './storm';
import { varied } from './varied';
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
  /** Runs at most while making one small. */
  readonly tries: number;
  /** Events at most of runs in which it looks for a smaller one, once one is found. */
  readonly more: number;
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
    /** Why it is broken. Null where the promise is about the end. */
    readonly grounds: Grounds | null;
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
    const drawn = storm(weather, seed, nth);
    yield { doing: 'searching', schedules: nth, events, steps: drawn.squalls.length };
    const ordeal = undergo(configOf({ seed: drawn.seed, calls }), protocol, drawn.squalls, judging);
    events += ordeal.events;
    for (const why of ordeal.undecided) undecided.add(why);
    if (ordeal.broken === null) continue;
    const first = { nth, ordeal, trial: trialOf(drawn.seed, ordeal, calls) };
    const caught = yield* smallestOf(options, weather, judging, first, events);
    return { caught, schedules: nth, events, undecided: [...undecided] };
  }
  return { caught: null, schedules, events, undecided: [...undecided] };
}

interface Catch {
  readonly nth: number;
  readonly ordeal: Ordeal;
  readonly trial: Trial;
}

const trialOf = (seed: number | null, { steps }: Ordeal, calls: Trial['calls']): Trial => ({
  seed,
  squalls: steps.map(({ at, command }) => ({ at, command })),
  calls,
});

/**
 * Makes the first run that was caught small; then, as long as the budget lasts, others that break the same promise
 * sooner, and keeps the smallest: what one storm broke in the seventh term, another breaks in the second. Half of the
 * budget is for other storms, and half for the smallest run under other luck.
 */
function* smallestOf(
  options: HuntOptions,
  weather: Weather,
  judging: Judging,
  first: Catch,
  events: number,
): Generator<Progress, Caught> {
  const { configOf, protocol, seed, workload: calls } = options;
  const { promise } = first.ordeal.broken as Broken;
  const only = { ...judging, promises: judging.promises.filter(({ name }) => name === promise) };
  const spent = { events: 0 };
  const say = (steps: number): Progress => ({ doing: 'shrinking', schedules: first.nth, events, steps });
  let best = yield* madeSmall(options, only, first, Number.POSITIVE_INFINITY, spent, say);
  spent.events = 0;
  for (let nth = first.nth + 1; best.shrunk.grounds !== null && spent.events < options.more; nth++) {
    yield say(best.shrunk.steps.length);
    const drawn =
      2 * spent.events < options.more
        ? { ...storm(weather, seed, nth), calls }
        : varied(best.shrunk.trial, seed, nth);
    const until = best.shrunk.broken.index;
    const hasty = { ...only, until };
    const ordeal = undergo(configOf(drawn), protocol, drawn.squalls, hasty);
    spent.events += ordeal.events;
    if (ordeal.broken === null) continue;
    const next = { nth, ordeal, trial: trialOf(drawn.seed, ordeal, drawn.calls) };
    // Shrinking takes away what is done to a run, and seldom much of why it breaks.
    const why = reasonOf(options, only, next.trial);
    spent.events += REASON_COSTS * ordeal.events;
    const most = why.grounds?.steps ?? 0;
    if (most > weight(best)) continue;
    const other = yield* madeSmall(options, only, next, most, spent, say);
    if (weight(other) < weight(best)) best = other;
  }
  return { ...best, nth: first.nth, steps: first.ordeal.steps, trial: first.trial };
}

/** Finding out why takes about as long as so many runs. */
const REASON_COSTS = 5;

/** What a reader has to follow: what happens, and what is done to the run. */
const weight = ({ shrunk }: Caught): number =>
  (shrunk.grounds?.steps ?? Number.POSITIVE_INFINITY) + shrunk.steps.length;

/** Since when it is broken, and why. */
function reasonOf({ configOf, protocol }: HuntOptions, only: Judging, trial: Trial) {
  const config = configOf(trial);
  const ended = whenBroken(config, protocol, trial, only);
  const grounds = groundsOf(config, protocol, ended.steps, ended.broken, only.promises[0] as Promised);
  return { ...ended, grounds };
}

function* madeSmall(
  options: HuntOptions,
  only: Judging,
  { nth, ordeal, trial }: Catch,
  /** It may not take more steps than that to break it. */
  most: number,
  spent: { events: number },
  say: (steps: number) => Progress,
): Generator<Progress, Caught> {
  const { configOf, protocol, tries } = options;
  let steps = trial.squalls.length;
  const fails = (candidate: Trial): boolean => {
    const { broken, events } = undergo(configOf(candidate), protocol, candidate.squalls, only);
    spent.events += events;
    if (broken === null) return false;
    if (most < Number.POSITIVE_INFINITY) {
      spent.events += REASON_COSTS * broken.index;
      if ((reasonOf(options, only, candidate).grounds?.steps ?? 0) > most) return false;
    }
    steps = candidate.squalls.length;
    return true;
  };
  const shrinking = shrink(trial, fails, tries);
  for (;;) {
    const next = shrinking.next();
    if (!next.done) {
      yield say(steps);
      continue;
    }
    const small = next.value;
    const { promise } = ordeal.broken as Broken;
    return {
      promise,
      nth,
      steps: ordeal.steps,
      trial,
      shrunk: { trial: small, ...reasonOf(options, only, small) },
    };
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
