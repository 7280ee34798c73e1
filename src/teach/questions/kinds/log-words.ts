/** What is said of a cell of a log that somebody filled in otherwise than the run did. */

import { COMMITTED, type LogCellGrade } from '#/scenarios';
import { timeText } from '#/stage';

export const said = (value: number | null): string => (value === null ? 'nothing' : String(value));

const doing = (by: string | null, name: (node: string) => string): string =>
  by === null ? '' : ` by what ${name(by)} sent`;

/** "2: you wrote 1; it is 3. The 1 stood there, and was replaced by what S5 sent at 470 ms." */
export function cellWords(cell: LogCellGrade, name: (node: string) => string): string {
  const { slot, said: wrote, is, gone, comes } = cell;
  if (slot === COMMITTED) return `Committed: you wrote ${said(wrote)}; it knows of ${said(is)}.`;
  const what = `Entry ${slot}: you wrote ${said(wrote)}; ${is === null ? 'there is none' : `it is ${is}`}.`;
  if (gone) {
    const how = is === null ? 'was taken off' : 'was replaced';
    return `${what} The ${said(wrote)} did stand there, and ${how}${doing(gone.by, name)} at ${timeText(gone.atUs)}.`;
  }
  if (comes) return `${what} A ${said(wrote)} comes there only at ${timeText(comes.atUs)}.`;
  return wrote === null ? what : `${what} In this run no entry of term ${wrote} is ever there.`;
}
