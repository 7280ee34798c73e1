/** Proving claims: what happens in a world, what can happen at all, what always holds, what nobody can tell apart. */

import type { Exploration, Reach } from '#/search';
import { goalText, pathText, reachText } from '../explore';
import { holds } from '../finish';
import type { Claim } from '../schema/claim';
import { checksText, checkText } from './check-text';
import { proveJudged } from './judged';
import type { Lab } from './lab';
import { proveFrequency, proveSweep, proveThreshold } from './many-runs';
import { proveMatrix } from './matrix';
import { nodeParting, nodeSide } from './node-side';
import { proveSurvives } from './survives';
import { type Finding, failed, held, unknown, unless } from './verdict';

type ClaimOf<K extends Claim['kind']> = Extract<Claim, { kind: K }>;

export function proveClaim(lab: Lab, claim: Claim): Finding {
  switch (claim.kind) {
    case 'run':
      return proveRun(lab, claim);
    case 'reachable':
      return proveReachable(lab, claim);
    case 'always':
      return proveAlways(lab, claim);
    case 'in-reach':
      return proveInReach(lab, claim);
    case 'matrix':
      return proveMatrix(lab, claim);
    case 'judged':
      return proveJudged(lab, claim);
    case 'indistinguishable':
      return proveIndistinguishable(lab, claim);
    case 'sweep':
      return proveSweep(lab, claim);
    case 'threshold':
      return proveThreshold(lab, claim);
    case 'frequency':
      return proveFrequency(lab, claim);
    case 'survives':
      return proveSurvives(lab, claim);
  }
}

function proveRun(lab: Lab, claim: ClaimOf<'run'>): Finding {
  const wrong = lab.wrong(claim.checks, claim.variant);
  return unless(wrong, `The run says so: ${checksText(claim.checks)}.`);
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

function proveReachable(lab: Lab, claim: ClaimOf<'reachable'>): Finding {
  if (lab.scenario.observe === undefined) {
    return failed('The scenario names no observer, so no outcome has a name.');
  }
  const found = lab.explore(claim.bounds ? { bounds: claim.bounds } : {});
  const claimed = Object.keys(claim.outcomes);
  const extra = Object.keys(found.outcomes).filter((name) => !Object.hasOwn(claim.outcomes, name));
  const missing = claimed.filter((name) => !Object.hasOwn(found.outcomes, name));
  const wrong = claimed.flatMap((name) => {
    const said = lab.outcome(claim.outcomes[name] ?? {});
    return said === name ? [] : [`The world stored for "${name}" ends in "${said}".`];
  });
  for (const name of extra) {
    const path = found.outcomes[name]?.path ?? [];
    wrong.push(`"${name}" can be reached as well: ${pathText(path)}.`);
  }
  if (found.complete && missing.length > 0) wrong.push(`No schedule reaches ${quoted(missing)}.`);
  if (wrong.length > 0) return failed(wrong.join(' '));
  const reach = reachText(found);
  if (!found.complete) {
    const rest = missing.length > 0 ? ` Not met so far: ${quoted(missing)}.` : '';
    return unknown(`Explored ${reach}.${rest}`);
  }
  return held(`Explored ${reach}: exactly these ${claimed.length}, each with a run that reaches it.`);
}

function proveAlways(lab: Lab, claim: ClaimOf<'always'>): Finding {
  const found: Exploration = lab.explore({
    properties: [claim.property],
    ...(claim.params ? { variant: { params: claim.params } } : {}),
    ...(claim.bounds ? { bounds: claim.bounds } : {}),
  });
  const broken = found.violations[claim.property];
  const reach = reachText(found);
  if (broken) {
    const how = `${pathText(broken.path)}.`;
    return claim.holds
      ? failed(`It fails at ${broken.count} of ${found.ends} ends; first: ${how}`)
      : held(`It fails at ${broken.count} of ${found.ends} ends (${reach}); a shortest way: ${how}`);
  }
  if (!found.complete) return unknown(`Explored ${reach}; no violation so far.`);
  return claim.holds
    ? held(`Explored ${reach}: it holds at all ${found.ends} ends.`)
    : failed(`Explored ${reach}, and it holds at all ${found.ends} ends.`);
}

function proveInReach(lab: Lab, claim: ClaimOf<'in-reach'>): Finding {
  const found = lab.explore({
    goals: [claim.goal],
    ...(claim.staysDown ? { staysDown: true } : {}),
    ...(claim.params ? { variant: { params: claim.params } } : {}),
    ...(claim.bounds ? { bounds: claim.bounds } : {}),
  });
  const reach = found.goals[claim.goal] as Reach;
  const said = `Explored ${reachText(found)}: ${goalText(reach)}`;
  if (reach.holds === null) return unknown(`${said}.`);
  const verdict = reach.holds === claim.holds ? held : failed;
  if (reach.path === null) return verdict(`${said}.`);
  const way = pathText(reach.path) || 'none; it is so at the start';
  return verdict(`${said}; a shortest way: ${way}.`);
}

function proveIndistinguishable(lab: Lab, claim: ClaimOf<'indistinguishable'>): Finding {
  const [left, right] = [lab.run(claim.left), lab.run(claim.right)];
  const wrong: string[] = [];
  const felt = nodeSide(left.trace, claim.node).length;
  if (felt === 0) wrong.push(`Nothing happens at ${claim.node}.`);
  const parts = nodeParting(left.trace, right.trace, claim.node);
  if (parts) {
    const said = (entry: typeof parts.left) =>
      entry ? `${entry.type} at ${entry.local} µs` : 'nothing more';
    wrong.push(`${claim.node} can tell: ${said(parts.left)} in one, ${said(parts.right)} in the other.`);
  }
  for (const [run, want, name] of [
    [left, true, 'left'],
    [right, false, 'right'],
  ] as const) {
    const { holds: is, said } = holds(claim.differ, run, lab.scenario, lab.module);
    if (is !== want) {
      wrong.push(`“${checkText(claim.differ)}” is ${is ? 'so' : 'not so'} in the ${name} world: ${said}.`);
    }
  }
  return unless(
    wrong,
    `${claim.node} lives through the same ${felt} events; only in one of them ${checkText(claim.differ)}.`,
  );
}
