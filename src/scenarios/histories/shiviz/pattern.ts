/**
 * The regular expressions that say what a line of a ShiViz log is: ShiViz's own, two other customs, or the reader's.
 * A pattern of somebody else's could search for ever, so that one that repeats a group without end is refused.
 */

import { Stop } from '../place';

/** A host, its clock, and the event on the next line: what ShiViz takes a log for when nobody says otherwise. */
export const SHIVIZ_DEFAULT = String.raw`(?<host>\S*) (?<clock>{.*})\n(?<event>.*)`;

export const CUSTOMS: readonly RegExp[] = [
  // All on a line, behind whatever a logger puts before it.
  /^(?:.*[ \t/])?(?<host>[^\s/\]]+)\]? (?<clock>\{[^{}]*\}) (?<event>.*)$/dgm,
  /^(?<host>\S*) (?<clock>\{.*\})\n(?<event>.*)/dgm,
  // As ShiVector writes it: the event first.
  /^(?<event>.+)\n(?<host>\S*) (?<clock>\{.*\})$/dgm,
];

const LONGEST = 500;
/** A group that is repeated more than a few times. */
const REPEATED = /(?<!\\)\)(?:[+*]|\{(?![1-9]\}))/;

/** Throws a Stop at `at`. */
export function patternOf(source: string, groups: readonly string[], at: number): RegExp {
  if (source.length > LONGEST) throw new Stop(at, `A pattern has at most ${LONGEST} characters.`);
  if (REPEATED.test(source)) {
    throw new Stop(
      at,
      'This pattern repeats a group without end, and could search for ever: write it without.',
    );
  }
  for (const group of groups) {
    if (!source.includes(`(?<${group}>`)) throw new Stop(at, `This pattern has no group (?<${group}>…).`);
  }
  try {
    return new RegExp(source, 'dgm');
  } catch {
    throw new Stop(at, 'This pattern is no regular expression.');
  }
}
