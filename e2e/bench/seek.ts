// Scrubbing a long run: how long it takes to show any event of it, and how much memory the run keeps.
import { type Protocol, Recording, type WorldConfig } from '#/kernel';
import { ring, ringConfig } from '../../src/kernel/testing/ring';
import { fiveNodes, fiveNodesConfig } from './five-nodes';
import { held, median, quantile, type Row } from './measure';

const EVENTS = 100_000;
const SEEKS = 400;
const MOST_MS = 16;
const MOST_MB = 64;

/** The same places on every machine. */
function places(): number[] {
  let word = 7;
  return Array.from({ length: SEEKS }, () => {
    word = (Math.imul(word, 1664525) + 1013904223) >>> 0;
    return Math.floor((word / 4_294_967_296) * EVENTS);
  });
}

function measured(
  what: string,
  config: WorldConfig,
  protocol: Protocol,
  mostMegabytes: number | null = MOST_MB,
): Row[] {
  const { megabytes, value: recording } = held(() => {
    const made = new Recording(config, protocol);
    made.advance(0);
    return made;
  });
  if (recording.frontier(0) !== EVENTS) throw new Error(`${what}: the run ended early.`);
  const times = places().map((index) => {
    const began = performance.now();
    recording.viewAt(0, index);
    return performance.now() - began;
  });
  const p95 = quantile(times, 0.95);
  const perEvent = recording.branch(0).trace.length / EVENTS;
  return [
    {
      what: `${what}: seek to a random event of ${EVENTS}`,
      measured: `p95 ${p95.toFixed(2)} ms, median ${median(times).toFixed(2)} ms`,
      goal: `p95 under ${MOST_MS} ms`,
      met: p95 < MOST_MS,
    },
    {
      what: `${what}: memory of the recording`,
      measured: `${megabytes.toFixed(1)} MB, ${perEvent.toFixed(1)} entries an event`,
      ...(mostMegabytes === null
        ? {}
        : { goal: `under ${mostMegabytes} MB`, met: megabytes < mostMegabytes }),
    },
  ];
}

export function run(): Row[] {
  return [
    ...measured('five nodes messaging', fiveNodesConfig(EVENTS), fiveNodes(8)),
    // It writes more than any lesson does: a choice, a timer and often a write for each message. No goal is set.
    ...measured('a ring with timers and disks', ringConfig(1, EVENTS, 5), ring, null),
  ];
}
