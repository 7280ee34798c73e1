/**
 * "Fill in the log": what stands in the logs at the moment asked about, and for a wrong cell what became of what was
 * written there. The run is the key; whoever says so is the node itself, as in the picture of the logs.
 */

import { KernelError, type Micros, type NodeView } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import type { LogRow } from '../../schema/quiz';
import type { Scenario } from '../../schema/scenario';
import type { QuestionOf } from '../answer-key';
import type { Cells } from './fill-clocks';
import { logPast, type Stay } from './log-past';

type FillLog = QuestionOf<'fill-log'>;

export interface LogKeyRow {
  readonly node: string;
  /** One for each cell: the terms of the entries, null for none; and last the commit index, where it is asked. */
  readonly cells: readonly (number | null)[];
  /** For each entry, all that ever stood there. */
  readonly stays: readonly (readonly Stay[])[];
}

export interface FillLogKey {
  /** What each cell of a row is called: "1", "2", … and "committed". */
  readonly slots: readonly string[];
  readonly rows: readonly LogKeyRow[];
  readonly atUs: Micros;
  /** The nodes as they stand where the run is shown; those that are asked about are left out where it is the same moment. */
  readonly shown: { readonly atUs: Micros; readonly nodes: readonly NodeView[] };
}

export const COMMITTED = 'committed';

/** Throws a sentence where the run has no such moment, or a node no log then. */
export function fillLogKey(question: FillLog, scenario: Scenario, module: ProtocolModule): FillLogKey {
  const { at, shown = at, variant, entries, nodes } = question;
  const past = logPast(scenario, module, variant, [at, shown], entries);
  const [asked, seen] = past.views;
  if (!asked || !seen) throw new KernelError(`The run has no such moment: ${asked ? 'shown' : 'at'}.`);
  const rows = nodes.map((node): LogKeyRow => {
    const log = asked.nodes.find(({ id }) => id === node)?.log;
    if (!log) throw new KernelError(`${node} says of no log at the moment asked about.`);
    if (log.from > 1) throw new KernelError(`The log of ${node} begins after entry 1 then.`);
    if (log.cells.length > entries) {
      throw new KernelError(
        `The log of ${node} has ${log.cells.length} entries, and there is room for ${entries}.`,
      );
    }
    const terms = Array.from({ length: entries }, (_, i) => log.cells[i]?.term ?? null);
    const committed = log.cells.filter((cell) => cell.committed).length;
    return {
      node,
      cells: question.asksCommitted ? [...terms, committed] : terms,
      stays: past.stays.get(node) ?? [],
    };
  });
  const isHidden = ({ id }: NodeView) => question.shown === undefined && nodes.some((node) => node === id);
  return {
    slots: [
      ...Array.from({ length: entries }, (_, i) => String(i + 1)),
      ...(question.asksCommitted ? [COMMITTED] : []),
    ],
    rows,
    atUs: asked.at,
    shown: { atUs: seen.at, nodes: seen.nodes.filter((node) => !isHidden(node)) },
  };
}

/** An author's row as a learner's. */
export const cellsOfRow = (row: LogRow, { entries, asksCommitted }: FillLog): readonly (number | null)[] => [
  ...Array.from({ length: entries }, (_, i) => row.terms[i] ?? null),
  ...(asksCommitted ? [row.committed ?? 0] : []),
];

export interface LogCellGrade {
  readonly slot: string;
  readonly said: number | null;
  readonly is: number | null;
  /** What was written did stand there earlier, and whose message replaced it, and when. */
  readonly gone: { readonly atUs: Micros; readonly by: string | null } | null;
  /** It comes to stand there later. */
  readonly comes: { readonly atUs: Micros; readonly by: string | null } | null;
}

export interface LogRowGrade {
  readonly node: string;
  readonly right: boolean;
  readonly said: readonly (number | null)[];
  readonly cells: readonly (number | null)[];
  /** The cells that are not as in the run. */
  readonly wrong: readonly LogCellGrade[];
  /** Which of the decoys has this very row, or −1. */
  readonly decoy: number;
}

const same = (a: readonly (number | null)[], b: readonly (number | null)[]): boolean =>
  a.length === b.length && a.every((cell, i) => cell === b[i]);

function fate(
  stays: readonly Stay[],
  said: number | null,
  atUs: Micros,
): Pick<LogCellGrade, 'gone' | 'comes'> {
  const now = stays.findLastIndex(({ fromUs }) => fromUs <= atUs);
  const before = stays.findLastIndex(({ term }, i) => i < now && term === said);
  const after = stays.find(({ term }, i) => i > now && term === said);
  const next = before < 0 ? undefined : stays[before + 1];
  return {
    gone: next && said !== null ? { atUs: next.fromUs, by: next.by } : null,
    comes: after && said !== null ? { atUs: after.fromUs, by: after.by } : null,
  };
}

/** One grade for each node. */
export function gradeFillLog(question: FillLog, key: FillLogKey, written: Cells): readonly LogRowGrade[] {
  return key.rows.map(({ node, cells, stays }) => {
    const said = cells.map((_, i) => written[node]?.[i] ?? null);
    const wrong = cells.flatMap((is, i): LogCellGrade[] => {
      const slot = key.slots[i] as string;
      if (said[i] === is) return [];
      return [{ slot, said: said[i] ?? null, is, ...fate(stays[i] ?? [], said[i] ?? null, key.atUs) }];
    });
    const decoy = question.decoys.findIndex(({ rows }) => {
      const row = rows[node];
      return row !== undefined && wrong.length > 0 && same(said, cellsOfRow(row, question));
    });
    return { node, right: wrong.length === 0, said, cells, wrong, decoy };
  });
}
