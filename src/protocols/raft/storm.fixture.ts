/**
 * Random storms over servers and clients: losses, copies, detours, cuts of all kinds, crashes in the middle of a
 * handler, pauses, slow nodes, clocks that drift. All of it is among what Raft assumes, and at the end it is over and
 * everybody runs; the same number makes the same storm.
 */

import {
  type Command,
  type Latency,
  type LinkRef,
  type NodeId,
  nodeId,
  type ScriptItem,
  type WorldConfig,
} from '#/kernel';
import {
  border,
  type Call,
  crash,
  cut,
  mend,
  ms,
  names,
  type Order,
  type Params,
  restart,
  worldOf,
} from './five.fixture';

export type Die = (n: number) => number;

/** Numbers from 0 to n − 1, the same for the same seed. */
export function dice(seed: number): Die {
  let word = (Math.imul(seed, 2_654_435_761) ^ 0x5bd1e995) >>> 0 || 1;
  return (n) => {
    word ^= word << 13;
    word >>>= 0;
    word ^= word >>> 17;
    word ^= word << 5;
    word >>>= 0;
    return word % n;
  };
}

/** When the storm is over, and when the run is. */
export const CALM_MS = 3000;
export const END_MS = 5000;

function randomCalls(die: Die, servers: number, moves: boolean): Call[] {
  let written = 0;
  return Array.from({ length: 16 }, (): Call => {
    const [at, client] = [die(2600), ['alice', 'bob'][die(2)] as string];
    if (moves && die(3) === 0) return [at, client, die(2) === 0 ? 'add' : 'remove', `S${1 + die(servers)}`];
    const what = die(6);
    if (what < 3) return [at, client, 'read'];
    if (what < 5) return [at, client, 'write', ++written];
    return [at, client, 'cas', [die(written + 1), ++written]];
  });
}

const usual = ['AppendEntries', 'Appended', 'RequestVote', 'Vote', 'election', 'heartbeat', 'request'];

/** Every server that some die picks; at least one, never all. */
const some = (die: Die, servers: number): string[] => {
  const all = names(servers);
  const picked = all.filter(() => die(2) === 0).slice(0, servers - 1);
  return picked.length > 0 ? picked : [all[die(servers)] as string];
};

function cutSome(die: Die, servers: number): LinkRef[] {
  const clients = ['alice', 'bob'].filter(() => die(2) === 0);
  const links = border(some(die, servers), servers, clients);
  // Now and then one way only, or not all of them.
  const kept = die(3) === 0 ? links.filter(() => die(4) > 0) : links;
  return kept.length > 0 ? kept : links;
}

function randomTrouble(die: Die, servers: number, kinds: readonly string[]): Order[] {
  const at = die(2500);
  const until = Math.min(CALM_MS, at + 30 + die(900));
  const name = `S${1 + die(servers)}`;
  const node = nodeId(name) as NodeId;
  switch (die(8)) {
    case 0:
    case 1:
      return [crash(at, name), restart(until, name)];
    case 2:
    case 3:
      return [
        crash(at, name, { afterEffect: die(5), on: kinds[die(kinds.length)] as string }),
        [CALM_MS - 600, { verb: 'disarm', node }],
      ];
    case 4:
    case 5: {
      const links = cutSome(die, servers);
      return [cut(at, links), mend(until, links)];
    }
    case 6:
      return [
        [at, { verb: 'pause', node }],
        [until, { verb: 'resume', node }],
      ];
    default:
      return [
        [at, { verb: 'slow', node, factor: 2 + die(4) }],
        [until, { verb: 'slow', node, factor: 1 }],
      ];
  }
}

/** Some links are fast and some slow, so that copies come late and majorities differ. */
const latencies: readonly Latency[] = [
  { profile: 'uniform', minUs: ms(1), maxUs: ms(5) },
  { profile: 'uniform', minUs: ms(10), maxUs: ms(15) },
  { profile: 'uniform', minUs: ms(5), maxUs: ms(80) },
  { profile: 'long-tailed', minUs: ms(4) },
];

export interface Weather {
  readonly servers?: number;
  readonly params?: Params;
  /** Members come and go. */
  readonly moves?: boolean;
  /** Clocks drift by at most so much. */
  readonly driftPpm?: number;
  /** How many more troubles there are than usual. */
  readonly fierce?: number;
  /** What nodes are handling when they crash in the middle of it; anything, if not said. */
  readonly crashesOn?: readonly string[];
}

export function stormy(
  seed: number,
  { servers = 5, params = {}, moves = false, driftPpm = 0, fierce = 0, crashesOn: kinds = usual }: Weather,
): WorldConfig {
  const die = dice(seed);
  const calls = randomCalls(die, servers, moves);
  const trouble: Order[] = Array.from({ length: 1 + fierce + die(8) }, () =>
    randomTrouble(die, servers, kinds),
  ).flat();
  const bad = 1 + die(4) * 8;
  const all = names(servers).map(nodeId);
  // A node that crashes in the middle of something is soon back, so that it may be asked the same again.
  const back: ScriptItem[] = names(servers).flatMap((name) =>
    [1, 2, 3].map((nth) => ({
      when: { type: 'crashed', node: name, nth },
      afterUs: ms(1 + die(die(2) === 0 ? 30 : 600)),
      command: { verb: 'restart', node: nodeId(name) },
    })),
  );
  const config = worldOf({
    servers,
    calls,
    orders: trouble,
    seed,
    untilMs: END_MS,
    params: { timeoutUs: ms(900), retryUs: ms(150), ...params },
    ...(driftPpm > 0 && {
      drift: Object.fromEntries(all.map((id) => [id, die(2 * driftPpm + 1) - driftPpm])),
    }),
  });
  const calm: Command = {
    verb: 'rule',
    links: config.links.flatMap(({ between: [from, to] }) => [
      { from, to },
      { from: to, to: from },
    ]),
    rules: {
      latency: { profile: 'uniform', minUs: ms(5), maxUs: ms(10) },
      loss: 0,
      duplicate: 0,
      reorder: 0,
    },
  };
  return {
    ...config,
    script: [
      ...(config.script ?? []),
      ...back,
      { at: ms(CALM_MS), command: calm },
      ...all.map((node) => ({ at: ms(CALM_MS), command: { verb: 'restart', node } as const })),
    ],
    links: config.links.map(({ between }) => ({
      between,
      rules: {
        latency: latencies[die(latencies.length)] as Latency,
        loss: die(bad) / 100,
        duplicate: die(bad) / 100,
        reorder: die(bad) / 100,
      },
    })),
  };
}
