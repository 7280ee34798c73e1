/**
 * Random storms over three replicas and three clients: losses, copies, detours, cuts, crashes in the middle of a
 * handler, pauses. All of it is among what the protocol assumes; the same number makes the same storm.
 */

import {
  type Command,
  type Latency,
  type LinkRef,
  type NodeId,
  nodeId,
  operationsOf,
  World,
  type WorldConfig,
} from '#/kernel';
import { historyOf, judge, objectOf } from '#/scenarios';
import type { ProtocolModule } from '../module';
import { type Call, ms, ways, worldOf } from './three.fixture';

const replicas = ['A', 'B', 'C'];
const links = [
  ...ways('A', 'B'),
  ...ways('A', 'C'),
  ...ways('B', 'C'),
  ...ways('alice', 'A'),
  ...ways('bob', 'B'),
  ...ways('carol', 'C'),
];

/** Numbers from 0 to n − 1, the same for the same seed. */
function dice(seed: number): (n: number) => number {
  let word = (seed * 2_654_435_761 + 1) >>> 0;
  return (n) => {
    word ^= word << 13;
    word >>>= 0;
    word ^= word >>> 17;
    word ^= word << 5;
    word >>>= 0;
    return word % n;
  };
}

function randomCalls(die: (n: number) => number, compares: boolean): Call[] {
  let written = 0;
  return Array.from({ length: 24 }, (): Call => {
    const [at, client] = [die(1000), ['alice', 'bob', 'carol'][die(3)] as string];
    const what = die(compares ? 6 : 4);
    if (what < 2) return [at, client, 'read'];
    if (what < 4) return [at, client, 'write', ++written];
    // Guesses among what may be there, so that some comparisons hold.
    return [at, client, 'cas', [die(written + 1) || 100, ++written]];
  });
}

type Order = readonly [at: number, command: Command];

function randomTrouble(die: (n: number) => number): Order[] {
  const at = die(1500);
  const until = at + 50 + die(400);
  const node = nodeId(replicas[die(3)] as string) as NodeId;
  const on = ['write', 'forward', 'query', 'store', 'value', 'stored', 'replicate'][die(7)] as string;
  switch (die(5)) {
    case 0:
      return [
        [at, { verb: 'crash', node, disk: 'kept' }],
        [until, { verb: 'restart', node }],
      ];
    case 1:
      return [
        [at, { verb: 'crash', node, disk: 'kept', afterEffect: die(4), on }],
        [at + 500, { verb: 'restart', node }],
      ];
    case 2: {
      const cut = links.filter(({ from, to }) => (from === node || to === node) && die(4) > 0);
      const some = cut.length > 0 ? cut : [links[0] as LinkRef];
      return [
        [at, { verb: 'cut', links: some }],
        [until, { verb: 'mend', links: some }],
      ];
    }
    case 3:
      return [
        [at, { verb: 'pause', node }],
        [until, { verb: 'resume', node }],
      ];
    default:
      return [
        [at, { verb: 'slow', node, factor: 2 + die(5) }],
        [until, { verb: 'slow', node, factor: 1 }],
      ];
  }
}

function stormy(
  seed: number,
  params: Record<string, string | number | boolean>,
  compares: boolean,
): WorldConfig {
  const die = dice(seed);
  const calls = randomCalls(die, compares);
  const trouble = Array.from({ length: die(4) }, () => randomTrouble(die)).flat();
  const config = worldOf(
    { giveUpUs: ms(400), timeoutUs: ms(900), resendUs: ms(60), ...params },
    calls,
    trouble,
  );
  const chance = (most: number) => die(most) / 100;
  const losses = 1 + die(3) * 10;
  return {
    ...config,
    seed,
    stop: { atUs: ms(3000) },
    links: config.links.map(({ between }) => ({
      between,
      rules: {
        latency: latencies[die(latencies.length)] as Latency,
        loss: chance(losses),
        duplicate: chance(30),
        reorder: chance(30),
      },
    })),
  };
}

/** Some links are fast and some slow, so that copies come late and majorities differ. */
const latencies: readonly Latency[] = [
  { profile: 'uniform', minUs: ms(1), maxUs: ms(5) },
  { profile: 'uniform', minUs: ms(1), maxUs: ms(40) },
  { profile: 'uniform', minUs: ms(1), maxUs: ms(150) },
  { profile: 'long-tailed', minUs: ms(3) },
];

export interface Weather {
  /** Runs that were judged, and found to be. */
  readonly linearizable: number;
  /** Calls whose outcome nobody knows, over all runs: without any, the storms were no storms. */
  readonly unknown: number;
  readonly ok: number;
  /** The first seed whose history is not linearizable, and why. */
  readonly first: string | null;
}

/**
 * Runs the storms of the seeds from 1 on, to the first whose history is not linearizable. Throws when a verdict is
 * not to be had.
 */
export function weather(
  module: ProtocolModule,
  params: Record<string, string | number | boolean>,
  runs: number,
): Weather {
  const object = objectOf(module);
  if (!object) throw new Error('There is nothing to judge.');
  const sum = { linearizable: 0, unknown: 0, ok: 0, first: null as string | null };
  for (let seed = 1; seed <= runs; seed++) {
    const world = new World(stormy(seed, params, object === 'cas-register'), module.protocol).run();
    const operations = operationsOf(world.trace);
    const history = historyOf(`storm ${seed}`, operations, module);
    if (!history) throw new Error('There is no history.');
    for (const op of history.operations) {
      if (op.outcome === 'ok') sum.ok++;
      if (op.outcome === 'unknown') sum.unknown++;
    }
    const { verdict, reason } = judge(history, object, 'linearizable');
    if (verdict === 'violated') return { ...sum, first: `seed ${seed}: ${reason}` };
    if (verdict !== 'ok') throw new Error(`Storm ${seed}: ${reason}`);
    sum.linearizable++;
  }
  return sum;
}
