/**
 * Proving what many runs decide. Each is made, asked and let go: nothing is kept of thousands of traces. What it leaves
 * out: values between those that were run, and seeds beyond them. It says how many there were.
 */

import { finish, holds } from '../finish';
import type { Check, Claim } from '../schema/claim';
import type { Chance } from '../schema/many-runs';
import type { Variant } from '../schema/scenario';
import { checkText } from './check-text';
import type { Lab } from './lab';
import { type Finding, failed, unless } from './verdict';

type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;
type Knobs = NonNullable<Variant['knobs']>;

const MOST_RUNS = 5_000;
/** Of so many violations the first few are told. */
const TOLD = 3;

const asked = (lab: Lab, check: Check, variant: Variant) =>
  holds(check, finish(lab.scenario, lab.module, variant), lab.scenario, lab.module);

const seedsUpTo = (last: number): readonly number[] => Array.from({ length: last }, (_, i) => i + 1);

function combinations(knobs: ClaimOf<'sweep'>['knobs']): readonly Knobs[] {
  let all: Knobs[] = [{}];
  for (const [id, values] of Object.entries(knobs)) {
    all = all.flatMap((some) => values.map((value) => ({ ...some, [id]: value })));
  }
  return all;
}

const knobsText = (knobs: Knobs): string =>
  Object.entries(knobs)
    .map(([id, value]) => `${id} ${value}`)
    .join(', ') || 'the world itself';

const told = (wrong: readonly string[]): string => {
  const more = wrong.length - TOLD;
  return wrong.slice(0, TOLD).join(' ') + (more > 0 ? ` And ${more} more.` : '');
};

export function proveSweep(lab: Lab, claim: ClaimOf<'sweep'>): Finding {
  const settings = combinations(claim.knobs);
  const seeds = claim.seeds === undefined ? [undefined] : seedsUpTo(claim.seeds);
  const runs = settings.length * seeds.length;
  if (runs < 2) return failed('A single world is no sweep.');
  if (runs > MOST_RUNS) return failed(`${runs} runs are more than ${MOST_RUNS}.`);
  const wrong: string[] = [];
  for (const knobs of settings) {
    for (const seed of seeds) {
      const { variant = {} } = claim;
      const world = {
        ...variant,
        knobs: { ...variant.knobs, ...knobs },
        ...(seed === undefined ? {} : { seed }),
      };
      const run = finish(lab.scenario, lab.module, world);
      for (const check of claim.checks) {
        const { holds: is, said } = holds(check, run, lab.scenario, lab.module);
        const where = `${knobsText(knobs)}${seed === undefined ? '' : `, seed ${seed}`}`;
        if (!is) wrong.push(`At ${where}: wanted ${checkText(check)}; the run says: ${said}.`);
      }
    }
  }
  if (wrong.length > 0) return failed(told(wrong));
  const each = claim.seeds === undefined ? '' : ` with ${claim.seeds} seeds each`;
  return unless([], `${settings.length} settings${each}: all of it holds in all ${runs} runs.`);
}

export function proveThreshold(lab: Lab, claim: ClaimOf<'threshold'>): Finding {
  const { knob, from, to, step, check, rows } = claim;
  const steps = Math.floor((to - from) / step + 1e-9);
  if (rows.length * (steps + 1) > MOST_RUNS) return failed(`These are more than ${MOST_RUNS} runs.`);
  // In whole steps, so that a step of 0.1 adds up to what the knob has.
  const values = Array.from({ length: steps + 1 }, (_, i) => Math.round((from + i * step) * 1e6) / 1e6);
  const wrong = rows.flatMap(({ label, variant, holdsFrom }) => {
    const below = values.filter((value) => value < holdsFrom).length;
    if (below === 0 || below === values.length) {
      return [`${label}: ${holdsFrom} is not inside ${from} to ${to}, so nothing would turn.`];
    }
    return values.flatMap((value) => {
      const { holds: is, said } = asked(lab, check, {
        ...variant,
        knobs: { ...variant.knobs, [knob]: value },
      });
      const wanted = value >= holdsFrom;
      return is === wanted ? [] : [`${label}: at ${value} it should ${wanted ? '' : 'not '}hold; ${said}.`];
    });
  });
  if (wrong.length > 0) return failed(told(wrong));
  const turns = rows.map(({ label, holdsFrom }) => `${label}: from ${holdsFrom} on`).join('; ');
  const grid = `${knob} from ${from} to ${to} in steps of ${step}`;
  return unless(
    [],
    `${grid}, ${rows.length * values.length} runs. ${checkText(check)}: ${turns}, and nowhere below.`,
  );
}

/** 1 − (1 − 1/m)(1 − 2/m)…(1 − (n−1)/m) for a birthday. */
export function chanceOf(chance: Chance): number {
  if (typeof chance === 'number') return chance;
  const { of, among } = chance.birthday;
  let apart = 1;
  for (let i = 1; i < of; i++) apart *= Math.max(0, 1 - i / among);
  return 1 - apart;
}

/** The two-sided quantiles of the normal distribution. */
const QUANTILE = { '95 %': 1.96, '99 %': 2.576 } as const;
/** Below this variance a count is too lopsided for the normal approximation. */
const LEAST_VARIANCE = 9;

const percent = (x: number): string => `${Math.round(x * 1000) / 10} %`;

export function proveFrequency(lab: Lab, claim: ClaimOf<'frequency'>): Finding {
  const { check, seeds, confidence, rows } = claim;
  const wrong: string[] = [];
  const said = rows.map(({ label, variant, chance }) => {
    const expected = chanceOf(chance);
    const variance = seeds * expected * (1 - expected);
    if (variance < LEAST_VARIANCE) {
      wrong.push(`${label}: ${seeds} runs are too few to judge a chance of ${percent(expected)}.`);
      return '';
    }
    const times = seedsUpTo(seeds).filter((seed) => asked(lab, check, { ...variant, seed }).holds).length;
    const within = (QUANTILE[confidence] * Math.sqrt(variance)) / seeds;
    const measured = times / seeds;
    const text = `${label}: ${percent(measured)}, and ${percent(expected)} ± ${percent(within)} expected`;
    if (Math.abs(measured - expected) > within) wrong.push(`${text}.`);
    return text;
  });
  return unless(wrong, `${seeds} seeds each, the interval at ${confidence}. ${said.join('; ')}.`);
}
