/** Proving that a scenario comes through storms: what is claimed is how many were tried, and nothing beyond. */

import type { Claim } from '../schema/claim';
import { searchScenario } from '../search';
import type { Lab } from './lab';
import { type Finding, failed, held, unknown } from './verdict';

type Survives = Extract<Claim, { kind: 'survives' }>;

/** A claim that fails is for its author to look into: its counterexample is made small elsewhere. */
const TRIES = 50;

export function proveSurvives({ scenario, module }: Lab, claim: Survives): Finding {
  const { properties, storms, seed, variant = {} } = claim;
  const search = searchScenario(scenario, module, {
    variant,
    properties,
    schedules: storms,
    seed,
    tries: TRIES,
  });
  let step = search.next();
  while (!step.done) step = search.next();
  const { found, schedules, undecided } = step.value;
  if (found) {
    const where = found.nth === 0 ? 'in the calm run' : `in storm ${found.nth}`;
    return failed(`“${found.property}” is broken ${where}. ${found.explains.sentence}`);
  }
  if (undecided[0] !== undefined) return unknown(`Not all could be judged: ${undecided[0]}`);
  if (schedules < storms) return unknown(`${schedules} of ${storms} storms were tried.`);
  return held(
    `None of it is broken in ${schedules} storms from seed ${seed}: random losses, delays, cuts, crashes and the like, as far as the protocol assumes them. That is no proof.`,
  );
}
