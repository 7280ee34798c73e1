/**
 * The log of a Jepsen run, as porcupine's recordings have it: `INFO  jepsen.util - 3	:invoke	:write	1`, a line an
 * event, whose number is the time. A failed cas did happen, and found another value. What the nemesis did, and what
 * other loggers say, is passed over.
 */

import { readForm, readForms } from './edn';
import { type Dialect, eventTypes, type HistoryEvent, pairUp } from './pairing';
import { type Line, linesOf, Stop } from './place';
import { makeSense, type ReadHistory, type Wishes } from './sense';

const LOGGER = /^.*?\bjepsen\.util\s*(?:-|:)\s+/;
/** Some other logger's line, which holds no event. */
const OTHER = /^(?!.*\s:(?:invoke|ok|fail|info)\b).*\b(?:TRACE|DEBUG|INFO|WARN|ERROR)\b.*\s-\s/;

export const isJepsenLine = (line: string): boolean => LOGGER.test(line);

const dialect: Dialect = {
  fail: ({ f }, ended) => {
    if (f === 'read' || f === 'get') return 'drop';
    return f === 'cas' && ended.value !== ':timed-out'
      ? { outcome: 'ok', result: false }
      : { outcome: 'failed' };
  },
  nilIsUnknown: false,
};

function asEvent({ text, at: start, number }: Line): HistoryEvent | null {
  if (text.trim() === '') return null;
  const prefix = LOGGER.exec(text)?.[0];
  if (prefix === undefined) {
    if (OTHER.test(text)) return null;
    throw new Stop(start, 'A line of a Jepsen log is "INFO  jepsen.util - process :type :function value".');
  }
  let at = prefix.length;
  const word = (shape: RegExp, expected: string): string => {
    const found = /^\S*/.exec(text.slice(at))?.[0] ?? '';
    if (!shape.test(found))
      throw new Stop(start + at, `Expected ${expected}, found ${found || 'the end of the line'}.`);
    at += found.length;
    at += /^\s*/.exec(text.slice(at))?.[0].length ?? 0;
    return found;
  };
  const process = word(/^(?:\d+|:[\w-]+)$/, 'the number of a process');
  if (process.startsWith(':')) return null;
  const typed = word(/^:(?:invoke|ok|fail|info)$/, ':invoke, :ok, :fail or :info').slice(1);
  const type = eventTypes.find((known) => known === typed) ?? 'info';
  const f = word(/^:[a-z][\w-]*$/, 'a function, as :read').slice(1);
  const rest = text.slice(at);
  // An operation that did not succeed may say why behind its value.
  const value =
    type === 'invoke' || type === 'ok'
      ? readForm(rest, start + at)
      : (readForms(rest, start + at)[0]?.value ?? null);
  return { process, type, f, value, time: number, line: number, at: start };
}

/** Throws a Stop. */
export function readJepsenLog(text: string, name: string, wishes: Wishes): readonly ReadHistory[] {
  const events = linesOf(text).flatMap((line) => asEvent(line) ?? []);
  const paired = pairUp(events, dialect);
  const operations = paired.map(({ operation }) => operation);
  const at = (index: number) => paired[index]?.at ?? 0;
  return [
    makeSense({ name, initial: null, operations }, null, wishes, {
      history: () => 0,
      initial: () => 0,
      operation: at,
    }),
  ];
}
