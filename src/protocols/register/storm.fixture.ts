/**
 * Random storms over three replicas and three clients: losses, copies, detours, cuts, crashes in the middle of a
 * handler, pauses. All of it is among what the protocol assumes; the same number makes the same storm.
 */

import { type Command, type Latency, type LinkRef, type NodeId, nodeId, type WorldConfig } from '#/kernel';
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

export function stormy(
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
