/** Proving logs that were written by hand: the run has the same, and no wrong row, wherever it comes from. */

import type { LogRow } from '../../schema/quiz';
import type { QuestionOf } from '../answer-key';
import type { Lab } from '../lab';
import { attempt, type Finding, held, unless } from '../verdict';
import { cellsOfRow, type FillLogKey, fillLogKey } from './fill-log';

type FillLog = QuestionOf<'fill-log'>;

const rowText = (cells: readonly (number | null)[]): string => cells.map((cell) => cell ?? '–').join(' ');

/** What of some rows is otherwise in a run, a sentence for each. */
function parts(
  question: FillLog,
  key: FillLogKey,
  rows: Readonly<Record<string, LogRow>>,
): readonly string[] {
  return Object.entries(rows).flatMap(([node, row]) => {
    const is = key.rows.find((one) => one.node === node);
    if (!is) return [`${node} is not asked about.`];
    const said = rowText(cellsOfRow(row, question));
    return said === rowText(is.cells)
      ? []
      : [`${node} was worked as ${said}; the run has ${rowText(is.cells)}.`];
  });
}

export const proveFillLog = (lab: Lab, question: FillLog): Finding =>
  attempt(() => {
    const { nodes, worked, decoys, asksCommitted, entries } = question;
    const key = fillLogKey(question, lab.scenario, lab.module);
    const wrong = [...parts(question, key, worked)];
    for (const node of nodes) if (!worked[node]) wrong.push(`${node} is asked about and was not worked.`);
    const all = [worked, ...decoys.map(({ rows }) => rows)].flatMap((rows) => Object.values(rows));
    if (all.some(({ committed }) => (committed !== undefined) !== (asksCommitted ?? false))) {
      wrong.push('A row says how far it is committed exactly where that is asked.');
    }
    if (all.some(({ terms }) => terms.length > entries))
      wrong.push(`A row is longer than ${entries} entries.`);
    decoys.forEach(({ rows, elsewhere }, i) => {
      if (Object.keys(rows).length === 0) wrong.push(`Decoy ${i + 1} has no row.`);
      const strange = Object.keys(rows).filter((node) => !nodes.some((asked) => asked === node));
      if (strange.length > 0) wrong.push(`Decoy ${i + 1}: ${strange.join(', ')} is not asked about.`);
      if (parts(question, key, rows).length === 0) wrong.push(`Decoy ${i + 1} is what the run has.`);
      if ('none' in elsewhere) return;
      const there = fillLogKey({ ...question, variant: elsewhere.world }, lab.scenario, lab.module);
      for (const said of parts(question, there, rows))
        wrong.push(`In its own world decoy ${i + 1} is wrong, too: ${said}`);
    });
    if (wrong.length > 0) return unless(wrong, '');
    const n = decoys.length;
    return held(
      `The run has these logs: ${key.rows.map(({ node, cells }) => `${node} ${rowText(cells)}`).join('; ')}. ${n} wrong ${n === 1 ? 'one is' : 'ones are'} wrong here, and right where ${n === 1 ? 'it says' : 'they say'}, if anywhere.`,
    );
  });
