/**
 * Proving a matrix: worlds against properties, each world explored over all its schedules. What it leaves out: why.
 * A property that holds must hold at every end of a whole exploration; one that fails needs a single end.
 */

import type { Exploration } from '#/search';
import { pathText, reachText } from '../explore';
import type { Claim } from '../schema/claim';
import type { Lab } from './lab';
import { type Finding, failed, held, unknown } from './verdict';

type Matrix = Extract<Claim, { kind: 'matrix' }>;
type Row = Matrix['rows'][number];

/** How one row came out: a problem, a doubt, or neither. */
interface Judged {
  readonly wrong: readonly string[];
  readonly open: boolean;
  readonly text: string;
}

function judgeRow({ properties }: Matrix, row: Row, found: Exploration): Judged {
  if (row.holds.length !== properties.length) {
    const wrong = [`${row.label} answers ${row.holds.length} of ${properties.length} questions.`];
    return { wrong, open: false, text: '' };
  }
  // No end at all would keep every promise.
  if (found.ends === 0) {
    const text = `${row.label}: no end in ${reachText(found)}`;
    return { wrong: found.complete ? [`${text}.`] : [], open: !found.complete, text };
  }
  const wrong: string[] = [];
  let open = false;
  const said = properties.map((property, i) => {
    const broken = found.violations[property];
    const wanted = row.holds[i];
    if (broken && wanted) {
      wrong.push(
        `${row.label}: "${property}" fails at ${broken.count} of ${found.ends} ends; first: ${pathText(broken.path)}.`,
      );
    }
    if (!broken && !found.complete) open = true;
    else if (!broken && !wanted) wrong.push(`${row.label}: "${property}" holds at all ${found.ends} ends.`);
    return broken ? `"${property}" fails at ${broken.count}` : `"${property}" holds`;
  });
  return {
    wrong,
    open,
    text: `${row.label}, ${found.states} states, ${found.ends} ends: ${said.join(', ')}`,
  };
}

const labels = (rows: readonly Row[]): string => rows.map((row) => row.label).join(', ');

/** What the table itself says about having all of them, against what the claim says of it. */
function wrongAbout({ rows, haveAll }: Matrix): readonly string[] {
  const all = rows.filter((row) => row.holds.every((yes) => yes));
  const same = all.length === haveAll.length && all.every((row) => haveAll.includes(row.label));
  return same ? [] : [`By its own table these have all of them: ${labels(all) || 'none'}.`];
}

export function proveMatrix(lab: Lab, claim: Matrix): Finding {
  const judged: Judged[] = [];
  let states = 0;
  for (const row of claim.rows) {
    const found = lab.explore({
      properties: claim.properties,
      variant: row.variant,
      ...(claim.bounds ? { bounds: claim.bounds } : {}),
    });
    states += found.states;
    judged.push(judgeRow(claim, row, found));
  }
  const wrong = [...wrongAbout(claim), ...judged.flatMap((row) => row.wrong)];
  if (wrong.length > 0) return failed(wrong.join(' '));
  const table = judged.map((row) => row.text).join('; ');
  if (judged.some((row) => row.open))
    return unknown(`Explored ${states} states, and a bound was met: ${table}.`);
  const having =
    claim.haveAll.length === 0 ? 'none has all of them' : `${claim.haveAll.join(', ')}: all of them`;
  return held(`Explored all ${states} states of ${claim.rows.length} worlds; ${having}. ${table}.`);
}
