// Five-node Raft with everything it has, in the kernel with faults, trace and digest on, against a minimal Raft in a
// loop of its own.
import { nodeId, World, type WorldConfig } from '#/kernel';
import { raft } from '#/protocols/raft';
import { bareRaft } from './bare-raft';
import { interleaved, median, type Row, ratio } from './measure';

const SECONDS = 60;
const ROUNDS = 15;
const EVERY_MS = 100;
const GOAL = 0.5;

const names = ['S1', 'S2', 'S3', 'S4', 'S5', 'alice'].map(nodeId);

/** Requests are calls of a client, which asks the leader and is answered. */
function config(everyMs: number): WorldConfig {
  const rules = { latency: { profile: 'uniform', minUs: 10_000, maxUs: 15_000 } } as const;
  const calls = everyMs === 0 ? 0 : Math.floor((SECONDS * 1000) / everyMs);
  return {
    seed: 1,
    nodes: names.map((id) => ({ id, role: id === 'alice' ? 'client' : 'server' })),
    links: names.flatMap((a, i) => names.slice(i + 1).map((b) => ({ between: [a, b] as const, rules }))),
    params: { electionMinUs: 100_000, electionMaxUs: 200_000, heartbeatUs: 50_000 },
    workload: Array.from({ length: calls }, (_, i) => ({
      at: (i + 1) * everyMs * 1000,
      node: nodeId('alice'),
      op: { f: 'write', value: i },
    })),
    stop: { atUs: SECONDS * 1_000_000 },
  };
}

const speed = (times: readonly number[]): string =>
  `${Math.round((SECONDS * 1000) / median(times))} simulated seconds a second`;

export function run(): Row[] {
  const [idle, seldom, busy] = [config(0), config(1000), config(EVERY_MS)];
  const whole = (of: WorldConfig) => new World(of, raft.protocol).run();
  // Engines forget what they learned about objects when the last of a kind is gone; a lab always has one open.
  const open = [whole(seldom), bareRaft(SECONDS, EVERY_MS)];
  const times = interleaved(
    {
      bareIdle: () => bareRaft(SECONDS, 0).trace.length,
      idle: () => whole(idle).trace.length,
      bareBusy: () => bareRaft(SECONDS, EVERY_MS).committed,
      busy: () => whole(busy).trace.length,
    },
    ROUNDS,
  );
  const row = (what: string, bare: readonly number[], own: readonly number[]): Row[] => {
    const share = ratio(bare, own);
    return [
      { what: `minimal loop, ${what}`, measured: speed(bare) },
      { what: `Raft in the kernel, ${what}`, measured: speed(own) },
      {
        what: `against the loop, ${what}`,
        measured: `${share.toFixed(2)} of its speed`,
        goal: `at least ${GOAL}`,
        met: share >= GOAL && open.length > 0,
      },
    ];
  };
  return [
    ...row('idle', times.bareIdle, times.idle),
    ...row('10 requests a second', times.bareBusy, times.busy),
  ];
}
