/**
 * A run as a log that ShiViz reads without being told how: a host with its vector clock, then the event. The clocks
 * are computed from causes. What befalls a link or the world is no event of a host, but causes pass through it.
 */

import { type Entry, predecessors } from '#/kernel';
import { entryWords } from '../entry-words';

/** The clock of every entry of a trace: how many entries of each node came before it, itself included. */
export function vectorClocks(trace: readonly Entry[]): readonly ReadonlyMap<string, number>[] {
  const clocks: Map<string, number>[] = [];
  for (const [id, before] of predecessors(trace).entries()) {
    const clock = new Map<string, number>();
    for (const cause of before) {
      for (const [node, count] of clocks[cause] ?? []) clock.set(node, Math.max(count, clock.get(node) ?? 0));
    }
    const node = trace[id]?.node ?? null;
    if (node !== null) clock.set(node, (clock.get(node) ?? 0) + 1);
    clocks.push(clock);
  }
  return clocks;
}

/** `words` may not be empty. */
export function shivizText(trace: readonly Entry[], words: (entry: Entry) => string = entryWords): string {
  const clocks = vectorClocks(trace);
  return trace
    .flatMap((entry) => {
      if (entry.node === null) return [];
      const clock = JSON.stringify(Object.fromEntries(clocks[entry.id] ?? []));
      return [`${entry.node} ${clock}`, words(entry).replace(/\s+/g, ' ')];
    })
    .map((line) => `${line}\n`)
    .join('');
}
