/** What a test run has come to, in sentences that claim no more than it did. */

import type { Verb } from '#/kernel';
import type { Explored, Trust } from '#/scenarios';
import { timeText } from '../words';

const number = (n: number): string => n.toLocaleString('en-GB');

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** What may happen to a message, and what to the rest. */
const befalls: readonly (readonly [string, readonly Verb[]])[] = [
  ['lost', ['drop']],
  ['late', ['delay', 'hold']],
  ['copied', ['duplicate']],
];
const others: readonly (readonly [string, Verb])[] = [
  ['cut links', 'cut'],
  ['crashes that leave the disk', 'crash'],
  ['pauses', 'pause'],
  ['slow nodes', 'slow'],
  ['wrong clocks', 'clock'],
];

/** The faults that a protocol is built for: "lost and late messages, cut links and pauses". */
export function faultsText(assumes: readonly Verb[]): string {
  const messages = befalls.flatMap(([word, verbs]) => (verbs.some((v) => assumes.includes(v)) ? [word] : []));
  const rest = others.flatMap(([words, verb]) => (assumes.includes(verb) ? [words] : []));
  return listed([...(messages.length > 0 ? [`${listed(messages)} messages`] : []), ...rest]);
}

const schedules = (n: number): string => `${number(n)} ${n === 1 ? 'schedule' : 'schedules'}`;

const which = (nth: number): string =>
  nth === 1 ? 'the calm run already breaks it' : `schedule ${number(nth)} broke it`;

/** What storms over a scenario came to. Empty where there was nothing to ask. */
export function triedTexts({ tried, followedUs }: Trust): readonly string[] {
  const kept = tried.filter(({ promised, brokenBy }) => promised && brokenBy === null);
  const [first] = kept;
  const it = kept.length === 1 ? 'the promise' : 'any of these promises';
  return [
    ...(first ? [`${schedules(first.schedules)} of such faults: none broke ${it}. That is no proof.`] : []),
    ...tried.flatMap(({ property, promised, brokenBy, schedules: n }) => {
      if (promised)
        return brokenBy === null ? [] : [`“${property}” is promised and not kept: ${which(brokenBy)}.`];
      const said = brokenBy === null ? `none of ${schedules(n)} broke it` : which(brokenBy);
      return [`Beyond what is promised, “${property}” was asked: ${said}.`];
    }),
    ...(followedUs !== null && tried.length > 0
      ? [`Runs of this world are long: each schedule was followed for its first ${timeText(followedUs)}.`]
      : []),
    ...(tried.some(({ undecided }) => undecided) ? ['Of some runs nobody could say.'] : []),
  ];
}

function boundsText({ maxLost, maxDuplicated, maxCrashes, redelivers }: Explored): string {
  const most = (n: number, one: string, many: string) =>
    n > 0 ? [`at most ${n} ${n === 1 ? one : many}`] : [];
  const parts = [
    ...(redelivers ? ['whatever was sent may arrive again'] : []),
    ...most(maxLost, 'message lost', 'messages lost'),
    ...most(maxDuplicated, 'message copied', 'messages copied'),
    ...most(maxCrashes, 'crash', 'crashes'),
  ];
  return parts.length > 0 ? listed(parts) : 'no message lost or copied, and no crash';
}

/** What trying every schedule came to. */
export function exploredText(explored: Explored): string {
  const { broken, complete, properties, states } = explored;
  const reach = complete
    ? `every schedule was tried: all ${number(states)} states.`
    : `schedules were followed until a bound was met: ${number(states)} states, and there are more.`;
  const it = properties.length === 1 ? 'the promise' : 'any of these promises';
  const said =
    broken.length > 0
      ? `Some break ${listed(broken.map((name) => `“${name}”`))}.`
      : properties.length > 0
        ? `None breaks ${it}.`
        : 'Nothing was asked of them.';
  return `In a small world without time (${boundsText(explored)}): ${reach} ${said}`;
}
