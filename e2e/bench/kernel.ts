// The whole kernel, trace and digest on, against a bare loop that does the same messaging.
import { World } from '#/kernel';
import { bareLoop } from './bare-loop';
import { busyNodes, fiveNodes, fiveNodesConfig } from './five-nodes';
import { interleaved, median, type Row, ratio } from './measure';

const EVENTS = 300_000;
const IN_FLIGHT = 40;
const ROUNDS = 9;
const GOAL = 0.5;

const perSecond = (times: readonly number[]): string =>
  `${(EVENTS / median(times) / 1000).toFixed(2)} M events/s`;

export function run(): Row[] {
  const plain = fiveNodes(IN_FLIGHT / 5);
  // Engines forget what they learned about objects when the last of a kind is gone; a lab always has one open.
  const open = [new World(fiveNodesConfig(1_000), plain).run(), bareLoop(1_000, IN_FLIGHT)];
  const times = interleaved(
    {
      bare: () => bareLoop(EVENTS, IN_FLIGHT).length,
      whole: () => bareLoop(EVENTS, IN_FLIGHT, true).length,
      kernel: () => new World(fiveNodesConfig(EVENTS), plain).run().trace.length,
      silent: () => new World(fiveNodesConfig(EVENTS), plain, { trace: null }).run().digest,
      faulty: () => new World(fiveNodesConfig(EVENTS, 0.1), busyNodes).run().trace.length,
    },
    ROUNDS,
  );
  const share = ratio(times.bare, times.kernel);
  return [
    { what: 'bare heap loop: handlers, messages, kept trace', measured: perSecond(times.bare) },
    { what: 'kernel, trace and digest on', measured: perSecond(times.kernel) },
    {
      what: 'kernel against the bare loop',
      measured: `${share.toFixed(2)} of its speed`,
      goal: `at least ${GOAL}`,
      met: share >= GOAL && open.length > 0,
    },
    { what: 'the bare loop in whole microseconds', measured: perSecond(times.whole) },
    { what: 'kernel without keeping the trace', measured: perSecond(times.silent) },
    { what: 'kernel with timers, loss and copies', measured: perSecond(times.faulty) },
  ];
}
