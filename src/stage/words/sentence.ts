/**
 * What happened, one entry of the trace at a time, in plain sentences. The log, the narrator and the table say
 * these words. A sentence says only what its entry says; what follows from it is said by the entries that follow.
 */

import type { EntryOf, Outcome, Seen } from '#/kernel';
import type { Entry, Scenario } from '#/scenarios';
import { commandWords } from './command-words';
import { linksClause } from './link-words';
import {
  callName,
  capital,
  kindWords,
  messageName,
  messagePath,
  nodeName,
  ordinal,
  valueText,
} from './names';
import { skewText, timeText } from './time';

/** How far along its link: "halfway", "at once", "close to payment". */
export function placeWords(scenario: Scenario, place: number, to: string): string {
  if (place <= 0.02) return 'as it leaves';
  if (place < 0.35) return 'soon after it leaves';
  if (place <= 0.65) return 'halfway';
  return place < 0.98 ? `close to ${nodeName(scenario, to)}` : `at ${nodeName(scenario, to)}`;
}

function dropped(entry: EntryOf<'dropped'>, scenario: Scenario): string {
  const what = messagePath(scenario, entry);
  const where = placeWords(scenario, entry.place, entry.to);
  switch (entry.reason) {
    case 'lost':
      return `${what} is lost ${where}`;
    case 'cut':
      return `${what} is lost ${where}, because the link is cut`;
    case 'queue full':
      return `${what} is dropped, because the queue of the link is full`;
    case 'receiver down':
      return `${what} arrives, but ${nodeName(scenario, entry.to)} is down and it is lost`;
    case 'dropped by hand':
      return `${what} is dropped by hand ${where}`;
  }
}

/** What the client's own code saw. */
export function seenWords(seen: Seen): string {
  switch (seen.as) {
    case 'value':
      return `the answer ${valueText(seen.value)}`;
    case 'error':
      return `an error${seen.value === undefined ? '' : ` (${valueText(seen.value)})`}`;
    case 'timeout':
      return 'no answer in time';
    case 'crash':
      return 'nothing: it crashed first';
  }
}

/** What is known of an operation, which is not what was seen of it. */
export function knownWords(outcome: Outcome): string {
  if (outcome === 'ok') return 'it happened';
  return outcome === 'failed' ? 'it certainly did not happen' : 'nobody can say whether it happened';
}

function crashed(entry: EntryOf<'crashed'>, name: string): string {
  const when =
    entry.afterEffect === null
      ? ''
      : entry.afterEffect === 0
        ? ' before its first effect'
        : ` after its ${ordinal(entry.afterEffect)} effect`;
  return `${name} crashes${when}${entry.disk === 'lost' ? ', and its disk is lost' : ''}`;
}

function commanded({ command, refused }: EntryOf<'command'>, scenario: Scenario): string {
  if (refused !== null) {
    return `the command to ${commandWords(command, scenario)} has no effect: ${refused.replace(/\.$/, '')}`;
  }
  if (command.verb === 'cut') return linksClause(scenario, command.links, 'cut');
  if (command.verb === 'mend') return linksClause(scenario, command.links, 'mended');
  if (command.verb === 'crash' && command.afterEffect !== undefined) {
    return `a crash waits for the next thing that ${nodeName(scenario, command.node)} does`;
  }
  return `by hand: ${commandWords(command, scenario)}`;
}

/** The sentence without its capital and its full stop, to stand behind "At 84 ms". */
export function clause(entry: Entry, scenario: Scenario): string {
  const name = entry.node === null ? '' : nodeName(scenario, entry.node);
  switch (entry.type) {
    case 'started':
      return `${name} starts as ${entry.role}`;
    case 'sent':
      return `${name} sends ${messageName(scenario, entry)} to ${nodeName(scenario, entry.to)}`;
    case 'delivered':
      return `${name} receives ${messageName(scenario, entry)} from ${nodeName(scenario, entry.from)}`;
    case 'dropped':
      return dropped(entry, scenario);
    case 'duplicated':
      return `a copy of ${messageName(scenario, { ...entry, copy: entry.of })} sets out: copy ${entry.copy + 1}`;
    case 'held':
      return `${messagePath(scenario, entry)} is held on its link`;
    case 'released':
      return `${messagePath(scenario, entry)} is released`;
    case 'delayed':
      return `${messagePath(scenario, entry)} is delayed by ${timeText(entry.byUs)}`;
    case 'timer set':
      return `${name} sets a timer: ${entry.name}, ${timeText(entry.delayUs)}`;
    case 'timer fired':
      return `a timer of ${name} goes off: ${entry.name}`;
    case 'timer cancelled':
      return `${name} cancels a timer: ${entry.name}`;
    case 'persisted':
      return entry.append
        ? `${name} writes to disk: ${entry.key} gains ${valueText(entry.value)}`
        : `${name} writes to disk: ${entry.key} is ${valueText(entry.value)}`;
    case 'crashed':
      return crashed(entry, name);
    case 'restarted':
      return `${name} restarts, with what its disk kept`;
    case 'paused':
      return `${name} pauses`;
    case 'resumed':
      return `${name} goes on`;
    case 'slowed':
      return entry.factor === 1
        ? `${name} runs at full speed again`
        : `${name} runs ${entry.factor} times slower`;
    case 'clock changed':
      if (entry.slewUs !== undefined) {
        return `the clock of ${name} begins to slew by ${skewText(entry.slewUs)}, at ${entry.slewPpm ?? 0} parts per million`;
      }
      return entry.jumpUs === 0
        ? `the clock of ${name} now drifts by ${entry.driftPpm} parts per million`
        : `the clock of ${name} jumps by ${skewText(entry.jumpUs)}`;
    case 'command':
      return commanded(entry, scenario);
    case 'invoked': {
      const value = entry.value === null ? '' : ` ${valueText(entry.value)}`;
      return `${callName(scenario, entry.op)} begins: ${entry.f}${value}`;
    }
    case 'completed':
      return `${callName(scenario, entry.op)} ends: its code saw ${seenWords(entry.seen)}, and ${knownWords(entry.outcome)}`;
    case 'late':
      return `an answer to ${callName(scenario, entry.op)} comes after its end: ${seenWords(entry.seen)}`;
    case 'waits':
      return entry.what === 'call'
        ? `a call of ${name} waits its turn: ${entry.name}`
        : entry.what === 'timer'
          ? `${name} is not running, so a timer waits: ${entry.name}`
          : `${name} is not running, so a message waits: ${kindWords(scenario, entry.name)}`;
    case 'chose':
      return `chance decides at ${name}: number ${entry.value + 1} of ${entry.n}`;
    case 'note':
      return entry.text.replace(/\.$/, '');
  }
}

/** Whether a clause begins with an ordinary word, which takes a capital, and not with somebody's name. */
const ordinary = /^(?:the|a|an|by|call|chance|\d+) /;

/** "payment receives charge request 1 from browser." */
export function sentence(entry: Entry, scenario: Scenario): string {
  const said = clause(entry, scenario);
  const opens = ordinary.test(said) || 'kind' in entry;
  return ended(opens && !startsWithId(said, scenario) ? capital(said) : said);
}

/** An id is written as it is, also at the start of a sentence. */
const startsWithId = (said: string, scenario: Scenario): boolean =>
  scenario.nodes.some((n) => n.label === undefined && said.startsWith(`${n.id} `));

/** "At 84 ms the link between browser and payment is cut, both ways." */
export function timedSentence(entry: Entry, scenario: Scenario): string {
  return entry.type === 'note'
    ? ended(`At ${timeText(entry.at)}: ${clause(entry, scenario)}`)
    : ended(`At ${timeText(entry.at)} ${clause(entry, scenario)}`);
}

/** What was cut short has its end. */
function ended(said: string): string {
  return said.endsWith('…') ? said : `${said}.`;
}
