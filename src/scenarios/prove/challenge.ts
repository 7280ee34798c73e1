/** Proving a challenge: the start does not meet it, the stored solution does, each decoy does not. */

import { reachText } from '../explore';
import type { Challenge } from '../schema/challenge';
import type { Variant } from '../schema/scenario';
import type { Lab } from './lab';
import { type Finding, failed, unknown, unless } from './verdict';

type Table = Extract<Challenge['target'], { outcomes: unknown }>;

/** The outcomes a table has a cell for, row by row. */
export const cellsOf = (table: Pick<Table, 'rows' | 'columns'>): readonly string[] =>
  table.rows.flatMap((row) => table.columns.map((column) => `${row}, ${column}`));

/** Where a learner stands: each cell of the table, and whether all that can be seen has been. */
export function tableProgress(
  table: Table,
  seen: ReadonlySet<string>,
): {
  readonly cells: readonly { readonly outcome: string; readonly is: 'seen' | 'open' | 'impossible' }[];
  readonly met: boolean;
} {
  const cells = cellsOf(table).map((outcome) => {
    const impossible = Object.hasOwn(table.impossible, outcome);
    return { outcome, is: seen.has(outcome) ? 'seen' : impossible ? 'impossible' : 'open' } as const;
  });
  return { cells, met: cells.every((cell) => cell.is !== 'open') };
}

export function proveChallenge(lab: Lab, challenge: Challenge): Finding {
  const { target } = challenge;
  return 'checks' in target ? proveChecks(lab, challenge, target) : proveTable(lab, challenge, target);
}

function proveChecks(
  lab: Lab,
  challenge: Challenge,
  { checks, says }: Extract<Challenge['target'], { checks: unknown }>,
): Finding {
  const wrong: string[] = [];
  if (says && says.length !== checks.length) {
    wrong.push(`It has ${checks.length} checks, and ${says.length} clauses say them.`);
  }
  const meets = (variant: Variant) => lab.wrong(checks, variant).length === 0;
  if (meets(challenge.start ?? {})) wrong.push('The start meets the challenge already.');
  challenge.solution.forEach((variant, i) => {
    const missed = lab.wrong(checks, variant);
    if (missed.length > 0) wrong.push(`Solution ${i + 1} does not meet it. ${missed.join(' ')}`);
  });
  challenge.decoys.forEach(({ variant }, i) => {
    if (meets(variant)) wrong.push(`Decoy ${i + 1} meets it.`);
  });
  const decoys = challenge.decoys.length;
  return unless(wrong, `The start does not meet it, the solution does, and ${decoys} decoys do not.`);
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

function proveTable(lab: Lab, challenge: Challenge, table: Table): Finding {
  const found = lab.explore();
  const reachable = Object.keys(found.outcomes);
  const cells = cellsOf(table);
  const impossible = Object.keys(table.impossible);
  const seen = (variants: readonly Variant[]) => new Set(variants.map((variant) => lab.outcome(variant)));
  const solved = seen(challenge.solution);
  const left = reachable.filter((name) => !solved.has(name));
  const wrong: string[] = [];
  const say = (names: readonly string[], sentence: string) => {
    if (names.length > 0) wrong.push(sentence.replace('%', quoted(names)));
  };
  say(
    reachable.filter((name) => !cells.includes(name)),
    'The table has no cell for %, which can be reached.',
  );
  say(
    impossible.filter((name) => !cells.includes(name)),
    'Called impossible, and no cell of the table: %.',
  );
  say(
    impossible.filter((name) => reachable.includes(name)),
    'Called impossible, and reached: %.',
  );
  say(left, 'The solution does not reach %.');
  if (found.complete) {
    const silent = cells.filter((name) => !reachable.includes(name) && !impossible.includes(name));
    say(silent, 'No schedule reaches %, and the table does not say why.');
  }
  const meets = (variants: readonly Variant[]) => {
    const some = seen(variants);
    return reachable.every((name) => some.has(name));
  };
  if (meets([challenge.start ?? {}])) wrong.push('The start meets the challenge already.');
  if (meets(challenge.decoys.map((d) => d.variant))) wrong.push('The decoys together meet it.');
  if (wrong.length > 0) return failed(wrong.join(' '));
  const reach = reachText(found);
  if (!found.complete) return unknown(`Explored ${reach}; more cells may be reachable.`);
  return unless(
    [],
    `Explored ${reach}: ${reachable.length} of ${cells.length} cells can be reached, and the solution reaches them all.`,
  );
}
