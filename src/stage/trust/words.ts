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

function which(nth: number | null, survived = 0): string {
  if (nth === null) return `none of ${schedules(survived)} broke it`;
  return nth === 1 ? 'the calm run already breaks it' : `schedule ${number(nth)} broke it`;
}

/** A sentence, and the end of an address that opens the run it speaks of. */
export interface Said {
  readonly text: string;
  readonly link?: string | null;
}

/** What storms over a scenario came to. Empty where there was nothing to ask. */
export function triedTexts({ tried, followedUs }: Trust): readonly Said[] {
  const kept = tried.filter(({ promised, brokenBy }) => promised && brokenBy === null);
  const [first] = kept;
  const it = kept.length === 1 ? 'the promise' : 'any of these promises';
  const texts: readonly Said[] = tried.flatMap(({ property, promised, brokenBy, schedules: n, link }) => {
    if (promised && brokenBy === null) return [];
    if (promised) return [{ text: `“${property}” is promised and not kept: ${which(brokenBy)}.`, link }];
    return [{ text: `Beyond what is promised, “${property}” was asked: ${which(brokenBy, n)}.`, link }];
  });
  const counted =
    first && `${schedules(first.schedules)} of such faults: none broke ${it}. That is no proof.`;
  const followed =
    followedUs !== null &&
    tried.length > 0 &&
    `Runs of this world are long: each schedule was followed for its first ${timeText(followedUs)}.`;
  const open = tried.some(({ undecided }) => undecided) && 'Of some runs nobody could say.';
  return [...sentences(counted), ...texts, ...sentences(followed, open)];
}

const sentences = (...texts: readonly (string | false | undefined)[]): readonly Said[] =>
  texts.flatMap((text) => (text ? [{ text }] : []));

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
