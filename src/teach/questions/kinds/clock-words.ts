/** What is said of a row that somebody wrote into a script of clocks, and of the script's events. */

import type { PaperClock, QuestionOf, RowGrade, SlipName } from '#/scenarios';

type ScriptEvent = QuestionOf<'fill-clocks'>['events'][number];

export const clockNames: Readonly<Record<PaperClock, string>> = {
  lamport: 'Lamport clock',
  vector: 'vector clock',
  hlc: 'hybrid logical clock',
};

const slips: Readonly<Record<SlipName, string>> = {
  stays:
    'That stamp belongs to another event already. No two have the same: where l stays, c goes up by one.',
  wall: 'That is the wall clock alone. It was handed a stamp that is ahead of it, and what it says now would be earlier than what it has heard of.',
  deaf: 'That leaves out the stamp that came with the message. Then a receipt could come before its sending.',
  uncounted:
    'A receipt is an event as well: it has to come after everything it knows of, and so it is counted.',
  'ticks-l': 'l is what some wall clock has read. Nobody ticks it; what ticks is c.',
  'counts-on': 'c does not count events. It begins again at 0 whenever the node’s own clock is the largest.',
  'starts-over':
    'With that, two events one after the other have the same stamp. Where l stays, c goes up by one.',
  'own-c': 'l came with the message, and c goes on from the c that came with it.',
};

const rowText = (row: readonly (number | null)[]): string => row.map((n) => n ?? '–').join(', ');

/** "You wrote 4, 0; it is 11, 1. …" */
export function gradeWords({ right, said, row, slip, follows }: RowGrade): string {
  if (right) return `${rowText(row)} is right.`;
  const is = `You wrote ${rowText(said)}; it is ${rowText(row)}.`;
  if (follows) return `${is} It does follow from what you wrote before.`;
  return slip === null ? is : `${is} ${slips[slip]}`;
}

/** "A sends “m”", "C alone". */
export function eventText({ node, kind, message }: ScriptEvent): string {
  if (kind === 'send') return `${node} sends “${message}”`;
  return kind === 'receive' ? `${node} receives “${message}”` : `${node} alone`;
}
