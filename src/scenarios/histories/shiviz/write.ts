/**
 * A run as a log that ShiViz reads without being told how: a host with its vector clock, then the event. The clocks
 * are computed from causes. What befalls a link or the world is no event of a host, but causes pass through it.
 */

import { type Counts, type Entry, stampsOf } from '#/kernel';
import { entryWords } from '../entry-words';

/** As ShiViz wants it: a host of which nothing is known is left out. */
const known = (counts: Counts): string =>
  JSON.stringify(Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)));

/** `words` may not be empty. */
export function shivizText(trace: readonly Entry[], words: (entry: Entry) => string = entryWords): string {
  const clocks = stampsOf(trace, 'vector');
  return trace
    .flatMap((entry, i) => {
      const clock = clocks[i];
      return clock ? [`${entry.node} ${known(clock)}`, words(entry).replace(/\s+/g, ' ')] : [];
    })
    .map((line) => `${line}\n`)
    .join('');
}
