/** Worlds small enough to count by hand: what the tests of the explorer explore. */

import { type Budgets, type NodeId, nodeId, type Protocol, type Role, type WorldConfig } from '#/kernel';

export const NO_FAULTS: Budgets = { maxLost: 0, maxDuplicated: 0, maxCrashes: 0 };
export const UNBOUNDED = { depth: 1000, states: 1_000_000 };

/** A sender whose letters are all on their way at the start, and a sink with the given memory. */
function letters(bodies: readonly string[], sink: Role): { protocol: Protocol; config: WorldConfig } {
  const [from, to] = [nodeId('sender'), nodeId('sink')];
  const sender: Role = {
    init(ctx) {
      for (const body of bodies) ctx.send(to, 'letter', body);
      return null;
    },
  };
  return {
    protocol: { name: 'letters', roles: { sender, sink }, assumes: [], params: {} },
    config: {
      seed: 1,
      nodes: [
        { id: from, role: 'sender' },
        { id: to, role: 'sink' },
      ],
      links: [{ between: [from, to] }],
    },
  };
}

/** The sink marks what it got, under the letter's name: the order in which marks were made must not count. */
export const marked = (...bodies: string[]) =>
  letters(bodies, {
    init: () => ({}),
    onMessage(_, state: Record<string, boolean>, message) {
      state[message.body as string] = true;
    },
  });

/** The sink counts. */
export const counted = (...bodies: string[]) =>
  letters(bodies, {
    init: () => ({ n: 0 }),
    onMessage(_, state: { n: number }) {
      state.n++;
    },
  });

/** The sink keeps a log, so that every order is a state of its own. */
export const logged = (...bodies: string[]) =>
  letters(bodies, {
    init: () => ({ log: [] }),
    onMessage(_, state: { log: string[] }, message) {
      state.log.push(message.body as string);
    },
  });

/** The sink writes twice for a letter, so that a crash can come before, between and after. */
export const written = () =>
  letters(['a'], {
    init: () => null,
    onMessage(ctx) {
      ctx.persist('first', true);
      ctx.persist('second', true);
    },
  });

/** The sink throws a die of three sides, and for the last side a coin as well. */
export const thrown = () =>
  letters(['a'], {
    init: () => ({ die: 0, coin: 0 }),
    onMessage(ctx, state: { die: number; coin: number }) {
      state.die = 1 + ctx.choose(3);
      if (state.die === 3) state.coin = 1 + ctx.choose(2);
    },
  });

/** One node whose timer sets itself again: one state for ever, unless it counts. */
export function ticking(counts = false): { protocol: Protocol; config: WorldConfig } {
  const clock: Role = {
    init(ctx) {
      ctx.after('tick', 1);
      return { ticks: 0 };
    },
    onTimer(ctx, state: { ticks: number }) {
      if (counts) state.ticks++;
      ctx.after('tick', 1);
    },
  };
  return {
    protocol: { name: 'ticking', roles: { clock }, assumes: [], params: {} },
    config: { seed: 1, nodes: [{ id: 'clock' as NodeId, role: 'clock' }], links: [] },
  };
}

/** A client whose call ends in one of two ways that its own state does not tell apart. */
export function forgetful(): { protocol: Protocol; config: WorldConfig } {
  const client: Role = {
    init: () => ({ done: false }),
    onInvoke(ctx, state: { done: boolean }, op) {
      const won = ctx.choose(2) === 1;
      state.done = true;
      ctx.complete(op.id, won ? 'ok' : 'failed', { as: 'value', value: won });
    },
  };
  const id = nodeId('client');
  return {
    protocol: { name: 'forgetful', roles: { client }, assumes: [], params: {} },
    config: {
      seed: 1,
      nodes: [{ id, role: 'client' }],
      links: [],
      workload: [{ at: 0, node: id, op: { f: 'play' } }],
    },
  };
}
