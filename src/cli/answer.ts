/** What a command gives back: data for machines, lines for people, and how it went. */

/** 0: it held. 1: it did not. 2: the input was bad. 3: unknown, since a budget ran out. */
export type Exit = 0 | 1 | 2 | 3;

export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly exit: Exit;
}

/** The input was bad; its message is the sentence that says how. */
export class BadInput extends Error {}

/** Columns padded to the same width, two blanks between them; the last is as long as it is. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows.map((row) =>
    row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd((widths[i] ?? 0) + 2))).join(''),
  );
}
