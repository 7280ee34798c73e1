/** What checks want, in words: each a clause such as `alice/1 ends ok`, so that several make a sentence. */

import { canonical } from '#/kernel';
import { measuredText } from '../metrics/measures';
import type { Check } from '../schema/claim';

type Of<K extends string> = Extract<Check, Record<K, unknown>>;
type Pattern = Of<'count'>['count'];

/** The check as a clause. */
export function checkText(check: Check): string {
  if ('outcome' in check) return `it ends as “${check.outcome}”`;
  if ('count' in check) return countText(check);
  if ('earlier' in check) return `${eventText(check.earlier)}, before ${eventText(check.later)}`;
  if ('operation' in check) {
    const ended = check.ended ? [endedText[check.ended]] : [];
    const saw = check.saw === undefined ? [] : [`sees ${canonical(check.saw)}`];
    return `${check.operation} ${[...ended, ...saw].join(' and ')}`;
  }
  if ('measure' in check) return measureText(check);
  if ('list' in check) return `the ${check.list} of ${check.node} has length ${check.length}`;
  return propertiesText([check]);
}

/** Several checks as clauses; promises that are kept are told in one, and so are those that are broken. */
export function checksText(checks: readonly Check[]): string {
  const promises = checks.filter((check) => 'property' in check);
  const others = checks.filter((check) => !('property' in check));
  const [kept, broken] = [promises.filter(({ holds }) => holds), promises.filter(({ holds }) => !holds)];
  return [
    ...others.map(checkText),
    ...[kept, broken].filter(({ length }) => length > 0).map(propertiesText),
  ].join('; ');
}

const endedText = {
  ok: 'ends ok',
  failed: 'fails',
  unknown: 'ends in not knowing',
  open: 'does not end',
} as const;

function propertiesText(checks: readonly Of<'property'>[]): string {
  const names = checks.map(({ property }) => `“${property}”`);
  const [verb, verbs] = checks[0]?.holds ? ['holds', 'hold'] : ['fails', 'fail'];
  return `${listed(names)} ${names.length === 1 ? verb : verbs}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const times = (n: number): string => (n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`);

function countText({ count, is, atLeast, atMost }: Of<'count'>): string {
  const event = eventText(count);
  if (is === 0 || (is === undefined && atMost === 0)) return `never: ${event}`;
  const parts = [
    ...(is === undefined ? [] : [times(is)]),
    ...(atLeast === undefined ? [] : [`at least ${times(atLeast)}`]),
    ...(atMost === undefined ? [] : [`at most ${times(atMost)}`]),
  ];
  return `${parts.join(' and ')}: ${event}`;
}

const ordinal = (n: number): string => (n === 2 ? 'second' : n === 3 ? 'third' : `${n}th`);

/** An event as people speak of it: which message, call or write, whose, and what became of it. */
function eventText(pattern: Pattern): string {
  const { type, nth, ...which } = pattern;
  const fields: Record<string, unknown> = which;
  const take = (name: string, word: string): string => {
    const value = fields[name];
    delete fields[name];
    return value === undefined ? '' : `${word}${value}`;
  };
  const words = told(type, take);
  const rest = Object.entries(fields).map(([name, value]) => `${name} ${value}`);
  const again = nth === undefined || nth === 1 ? '' : ` for the ${ordinal(nth)} time`;
  return `${words}${again}${rest.length > 0 ? ` (${rest.join(', ')})` : ''}`;
}

function told(type: Pattern['type'], take: (name: string, word: string) => string): string {
  switch (type) {
    case 'sent':
    case 'delivered':
    case 'dropped':
    case 'duplicated':
    case 'delayed':
    case 'held':
    case 'released': {
      const number = take('message', ' ');
      return `${take('kind', '') || 'a message'}${number}${take('from', ' from ')}${take('to', ' to ')} ${type}`;
    }
    case 'invoked':
      return `${take('op', '') || 'a call'}${take('node', ' of ')} begun`;
    case 'completed': {
      const [call, whose, outcome] = [take('op', '') || 'a call', take('node', ' of '), take('outcome', '')];
      return `${call}${whose} ended${outcome && ` ${outcome}`}`;
    }
    case 'late':
      return `a late answer${take('op', ' to ')}${take('node', ' at ')}`;
    case 'persisted':
      return `${take('key', '') || 'something'} written${take('node', ' by ')}`;
    case 'command':
      return `${take('verb', '') || 'something'} done${take('node', ' to ')}`;
    case 'timer fired':
    case 'timer set':
    case 'timer cancelled':
      return `the timer${take('name', ' ')}${take('node', ' of ')} ${type.slice('timer '.length)}`;
    default:
      return `${take('node', '') || 'somebody'} ${type}`;
  }
}

function measureText({ atLeast, atMost, from, measure, node, to }: Of<'measure'>): string {
  const parts = [
    atLeast === undefined ? '' : `at least ${measuredText(measure, atLeast)}`,
    atMost === undefined ? '' : `at most ${measuredText(measure, atMost)}`,
  ].filter((part) => part !== '');
  const where = node === undefined ? '' : ` at ${node}`;
  return `${measure}${where} from ${from / 1e6} to ${to / 1e6} s: ${parts.join(' and ')}`;
}
