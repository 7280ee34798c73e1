/**
 * Logs with vector clocks, as ShiViz reads them: a pattern says what is host, clock and event, a delimiter where one
 * execution ends and another begins. As with ShiViz, the first two lines of a file may be these two.
 */

import type { Json } from '#/kernel';
import { parseJson } from '../json';
import { linesOf, placeOf, reading, Stop, type Unreadable } from '../place';
import { checkClocks, type SpaceTime, type SpaceTimeEvent } from './diagram';
import { CUSTOMS, patternOf } from './pattern';

const MOST_CHARACTERS = 4_000_000;
const MOST_EVENTS = 20_000;
const MOST_HOSTS = 100;

export interface Executions {
  readonly ok: true;
  readonly executions: readonly SpaceTime[];
}

export interface ShivizOptions {
  /** A regular expression with the groups host, clock and event; absent: what the file says or looks like. */
  readonly parser?: string;
  /** One that matches between two executions; its group trace, if it has one, names the one that follows. */
  readonly delimiter?: string;
}

/** A part of a text, from an offset. */
interface Part {
  readonly text: string;
  readonly at: number;
}

const GROUPS = ['host', 'clock', 'event'];

/** The two patterns that a file may begin with, and the rest of it. */
function headed(text: string): { readonly parser?: Part; readonly delimiter?: Part; readonly rest: Part } {
  const head = /^(.*\(\?<(?:host|clock|event)>.*)\n(.*)(?:\n|$)/.exec(text);
  if (!head) return { rest: { text, at: 0 } };
  const [all, parser = '', delimiter = ''] = head;
  return {
    parser: { text: parser.trim(), at: 0 },
    ...(delimiter.trim() === '' ? {} : { delimiter: { text: delimiter.trim(), at: parser.length + 1 } }),
    rest: { text: text.slice(all.length), at: all.length },
  };
}

/** The executions with their names. */
function split({ text, at }: Part, delimiter: RegExp | null): readonly (Part & { readonly name: string })[] {
  if (!delimiter) return [{ name: '', text, at }];
  const parts: (Part & { readonly name: string })[] = [];
  let [from, name] = [0, ''];
  for (const hit of text.matchAll(delimiter)) {
    if (hit[0] === '') throw new Stop(at + hit.index, 'The delimiter matches nothing at all here.');
    parts.push({ name, text: text.slice(from, hit.index), at: at + from });
    from = hit.index + hit[0].length;
    name = hit.groups?.trace ?? `${parts.length + 1}`;
  }
  parts.push({ name, text: text.slice(from), at: at + from });
  return parts.filter((part) => part.text.trim() !== '');
}

/** Where in a part something stands that no match covers; −1: nowhere. */
function uncovered(text: string, matches: readonly RegExpExecArray[]): number {
  let from = 0;
  for (const { index, 0: all } of [...matches, { index: text.length, 0: '' }]) {
    const left = text.slice(from, index).search(/\S/);
    if (left >= 0) return from + left;
    from = index + all.length;
  }
  return -1;
}

/** What matches in a part; without a pattern of the reader's, by the custom that covers it. */
function matchesIn({ text, at }: Part, pattern: RegExp | null): readonly RegExpExecArray[] {
  if (pattern) {
    const found = [...text.matchAll(pattern)];
    if (found.length === 0) throw new Stop(at, 'The pattern matches nothing here.');
    return found;
  }
  let furthest = 0;
  for (const custom of CUSTOMS) {
    const found = [...text.matchAll(custom)];
    const place = uncovered(text, found);
    if (place < 0) return found;
    furthest = Math.max(furthest, place);
  }
  throw new Stop(at + furthest, 'This is no host with its clock and an event: host {"host": 1} event.');
}

function clockOf(text: string, at: number): ReadonlyMap<string, number> {
  let value: Json;
  try {
    value = parseJson(text);
  } catch (stop) {
    throw stop instanceof Stop ? new Stop(at + stop.at, stop.message) : stop;
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Stop(at, 'A clock is an object, {"host": count}.');
  }
  const counts = Object.entries(value as Readonly<Record<string, Json>>);
  const wrong = counts.find(([, count]) => !Number.isSafeInteger(count) || (count as number) < 0);
  if (wrong) throw new Stop(at, `The count of ${wrong[0]} is no whole number.`);
  return new Map((counts as [string, number][]).filter(([, count]) => count > 0));
}

function execution(part: Part & { readonly name: string }, all: string, pattern: RegExp | null): SpaceTime {
  const matches = matchesIn(part, pattern);
  const offset = (match: RegExpExecArray, group: string) =>
    part.at + (match.indices?.groups?.[group]?.[0] ?? match.index);
  if (matches.length > MOST_EVENTS) throw new Stop(part.at, `More than ${MOST_EVENTS} events.`);
  let [line, from] = [1, 0];
  const events = matches.map((match): SpaceTimeEvent => {
    const { host = '', clock = '', event = '' } = match.groups ?? {};
    const start = part.at + match.index;
    line += placeOf(all.slice(from, start), start - from).line - 1;
    from = start;
    return { host, clock: clockOf(clock, offset(match, 'clock')), text: event.trim(), line };
  });
  const hosts = [...new Set(events.map(({ host }) => host))];
  if (hosts.length > MOST_HOSTS) throw new Stop(part.at, `More than ${MOST_HOSTS} hosts.`);
  checkClocks(events, (index) => offset(matches[index] as RegExpExecArray, 'clock'));
  return { name: part.name, hosts, events };
}

/** Never throws. */
export function readShiviz(given: string, options: ShivizOptions = {}): Executions | Unreadable {
  return reading(given, (text) => {
    if (text.length > MOST_CHARACTERS)
      throw new Stop(0, `A log with clocks has at most ${MOST_CHARACTERS} characters.`);
    // No line is so long that a pattern could search it for ever.
    linesOf(text);
    const { parser, delimiter, rest } = headed(text);
    const asked = (own: string | undefined, part: Part | undefined, groups: readonly string[]) => {
      const source = own ?? part?.text;
      return source === undefined ? null : patternOf(source, groups, own === undefined ? (part?.at ?? 0) : 0);
    };
    const [pattern, between] = [
      asked(options.parser, parser, GROUPS),
      asked(options.delimiter, delimiter, []),
    ];
    const parts = split(rest, between);
    if (parts.length === 0) throw new Stop(text.length, 'There is no event in it.');
    return { ok: true, executions: parts.map((part) => execution(part, text, pattern)) };
  });
}
