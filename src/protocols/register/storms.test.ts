import { describe, expect, it } from 'vitest';
import { type Context, type Json, operationsOf, type Role, World } from '#/kernel';
import { historyOf, judge, objectOf } from '#/scenarios';
import type { ProtocolModule } from '../module';
import { bank, register } from '.';
import type { Disk } from './disk';
import { stormy } from './storm.fixture';

const RUNS = 500;
const leader = { policy: 'leader', followerReads: false };
const majority = { policy: 'majority' };

interface Weather {
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
function weather(
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

/** The module with replicas that see their context otherwise than it is: how a mistake is made. */
function mistaken(module: ProtocolModule, see: (ctx: Context) => Partial<Context>): ProtocolModule {
  const bent = (ctx: Context): Context => {
    const instead = see(ctx);
    return new Proxy(ctx, {
      get(target, name) {
        const own = instead[name as keyof Context];
        if (own !== undefined) return own;
        const value = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  const right = module.protocol.roles.replica as Role;
  const replica: Role = {
    ...right,
    init: (ctx) => right.init(bent(ctx)),
    onMessage: (ctx, state, message) => right.onMessage?.(bent(ctx), state, message),
    onTimer: (ctx, state, timer) => right.onTimer?.(bent(ctx), state, timer),
    onRecover: (ctx, durable) => right.onRecover?.(bent(ctx), durable),
  };
  return { ...module, protocol: { ...module.protocol, roles: { ...module.protocol.roles, replica } } };
}

/** A copy of a request is a request. */
const forgetful = (ctx: Context): Partial<Context> => ({
  durable(key) {
    const disk = ctx.durable(key) as unknown as Disk | undefined;
    return disk && ({ ...disk, served: {} } as unknown as Json);
  },
});
/** Every replica takes itself for the first. */
const selfImportant = (ctx: Context): Partial<Context> => ({
  nodes: (role) => [...ctx.nodes(role)].sort((a, b) => Number(b === ctx.self) - Number(a === ctx.self)),
});
/** What is written to disk is not there after a restart, or at any other time. */
const diskless = (ctx: Context): Partial<Context> => ({
  persist(key, value) {
    if (ctx.self !== 'A') ctx.persist(key, value);
  },
});

describe(`in ${RUNS} storms each history is linearizable`, () => {
  it.each<[string, ProtocolModule, Record<string, string | boolean>]>([
    ['one leader that answers everything', register, leader],
    ['a majority', register, majority],
    ['a bank with one leader', bank, leader],
    ['a bank with a majority', bank, majority],
  ])('%s', (_, module, params) => {
    const { first, linearizable, unknown, ok } = weather(module, params, RUNS);
    expect(first).toBeNull();
    expect(linearizable).toBe(RUNS);
    // They were storms, and there was something to judge.
    expect(unknown).toBeGreaterThan(RUNS / 5);
    expect(ok).toBeGreaterThan(RUNS * 5);
  });
});

describe('the same storms find what is wrong with', () => {
  it.each<[string, ProtocolModule, Record<string, string | boolean>]>([
    ['followers that answer reads', register, { ...leader, followerReads: true }],
    ['reads that do not write back', register, { ...majority, writeBack: false }],
    ['whoever is asked, the last writer winning', register, { policy: 'available' }],
    ['whoever is asked, with siblings', register, { policy: 'available', merge: 'siblings' }],
    ['a bank in which whoever is asked may pay', bank, { policy: 'available' }],
    ['a leader that forgets which calls it has served', mistaken(register, forgetful), leader],
    ['a majority that forgets which calls it has served', mistaken(register, forgetful), majority],
    ['a leader that writes nothing down', mistaken(register, diskless), leader],
    ['a bank whose replicas all compare and set', mistaken(bank, selfImportant), majority],
  ])('%s', (_, module, params) => {
    expect(weather(module, params, RUNS).first).toMatch(/^seed \d+: ./);
  });
});
