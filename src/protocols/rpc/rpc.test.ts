import { describe, expect, it } from 'vitest';
import { type Command, nodeId, operationsOf, World } from '#/kernel';
import { rpc } from '.';

const [browser, payment] = [nodeId('browser'), nodeId('payment')];
const ms = (n: number) => n * 1000;
const charge = (nth: number) => ({ from: browser, to: payment, kind: 'charge', nth });
const receipt = (nth: number) => ({ from: payment, to: browser, kind: 'receipt', nth });

/** One call at 10 ms over a link of 50 ms each way; commands at their times. */
function run(params: Record<string, string | number> = {}, script: readonly [number, Command][] = []) {
  const world = new World(
    {
      seed: 1,
      nodes: [
        { id: browser, role: 'client' },
        { id: payment, role: 'server' },
      ],
      links: [{ between: [browser, payment], rules: { latency: { profile: 'constant', us: ms(50) } } }],
      params,
      workload: [{ at: ms(10), node: browser, op: { f: 'charge', value: 10 } }],
      script: script.map(([at, command]) => ({ at: ms(at), command })),
      stop: { atUs: ms(3000) },
    },
    rpc.protocol,
    { freeze: true },
  ).run();
  const operations = operationsOf(world.trace);
  const view = world.view();
  const broken = Object.keys(rpc.properties).filter((p) => !rpc.properties[p]?.holds(view, operations));
  return { cell: rpc.observers.outcome?.(view), call: operations[0], broken, world };
}

describe('what the browser saw, what is known, and what is in the ledger are three things', () => {
  it('a receipt: ok, and charged', () => {
    const { cell, call, broken } = run();
    expect(cell).toBe('receipt, 1 charge');
    expect(call).toMatchObject({ outcome: 'ok', seen: { as: 'value', value: 10 }, completedAt: ms(110) });
    expect(broken).toEqual([]);
  });
  it('a decline: failed, and not charged', () => {
    const { cell, call } = run({ account: 'empty' });
    expect(cell).toBe('error reply, 0 charges');
    expect(call).toMatchObject({ outcome: 'failed', seen: { as: 'error', value: 'declined' } });
  });
  it('an error after the write: unknown, and charged', () => {
    const { cell, call } = run({ receipts: 'fail' });
    expect(cell).toBe('error reply, 1 charge');
    expect(call).toMatchObject({ outcome: 'unknown', seen: { as: 'error', value: 'internal error' } });
  });
  it('silence: unknown, whether the request was lost or the receipt', () => {
    const request = run({}, [[20, { verb: 'drop', message: charge(1) }]]);
    const reply = run({}, [[70, { verb: 'drop', message: receipt(1) }]]);
    expect([request.cell, reply.cell]).toEqual(['time-out, 0 charges', 'time-out, 1 charge']);
    for (const { call } of [request, reply]) {
      expect(call).toMatchObject({ outcome: 'unknown', seen: { as: 'timeout' }, completedAt: ms(210) });
    }
  });
  it('a receipt after the time-out: late, and the call stays unknown', () => {
    const { cell, call } = run({ timeoutUs: ms(100) });
    expect(cell).toBe('time-out, 1 charge');
    expect(call?.outcome).toBe('unknown');
    expect(call?.late).toMatchObject([{ at: ms(110), seen: { as: 'value' } }]);
  });
});

describe('retries', () => {
  it('stop at the first answer', () => {
    const { world } = run({ retries: 3 });
    expect(world.trace.filter((e) => e.type === 'sent' && e.kind === 'charge')).toHaveLength(1);
  });
  it('charge again for what was charged already', () => {
    const { cell, broken } = run({ retries: 1 }, [[70, { verb: 'drop', message: receipt(1) }]]);
    expect(cell).toBe('receipt, 2 charges');
    expect(broken).toEqual(['charged at most once']);
  });
  it('end in a time-out after as many as allowed, with the pause between them', () => {
    const { call, world } = run({ retries: 2, retryPauseUs: ms(30) }, [
      [5, { verb: 'cut', links: [{ from: browser, to: payment }] }],
    ]);
    const sent = world.trace.filter((e) => e.type === 'sent').map((e) => e.at);
    expect(sent).toEqual([ms(10), ms(240), ms(470)]);
    expect(call).toMatchObject({ outcome: 'unknown', completedAt: ms(670) });
  });
  it('back off, each pause twice the one before, up to the cap', () => {
    const cut: [number, Command] = [5, { verb: 'cut', links: [{ from: browser, to: payment }] }];
    const pause = { retries: 3, retryPauseUs: ms(30), retryCapUs: ms(50) };
    const sent = (params: Record<string, string | number>) =>
      run({ ...pause, ...params }, [cut])
        .world.trace.filter((e) => e.type === 'sent')
        .map((e) => e.at);
    expect(sent({ backOff: 'exponential' })).toEqual([ms(10), ms(240), ms(490), ms(740)]);
    const jittered = sent({ backOff: 'full jitter' });
    expect(jittered).toEqual(sent({ backOff: 'full jitter' }));
    expect(jittered).not.toEqual(sent({ backOff: 'exponential' }));
    expect(jittered.at(-1)).toBeLessThanOrEqual(ms(740));
  });
});

describe('a crash cuts the handler', () => {
  const crash = (afterEffect: number): [number, Command] => [
    5,
    { verb: 'crash', node: payment, disk: 'kept', afterEffect, on: 'charge' },
  ];
  it.each([
    [0, 'time-out, 0 charges'],
    [1, 'time-out, 1 charge'],
    [2, 'receipt, 1 charge'],
  ])('after effect %i', (k, cell) => {
    expect(run({}, [crash(k)]).cell).toBe(cell);
  });
  it('and what was written survives it, unless the disk is lost', () => {
    const disk = (fate: 'kept' | 'lost'): [number, Command] => [
      100,
      { verb: 'crash', node: payment, disk: fate },
    ];
    expect(run({}, [disk('kept')]).cell).toBe('receipt, 1 charge');
    const lost = run({}, [disk('lost')]);
    expect(lost.cell).toBe('receipt, 0 charges');
    expect(lost.broken).toEqual(['a receipt means a charge']);
  });
});

describe('copies of a request', () => {
  const copied: [number, Command] = [20, { verb: 'duplicate', message: charge(1) }];
  it('are charged each', () => {
    expect(run({}, [copied]).cell).toBe('receipt, 2 charges');
  });
  it('are declined each, once one was', () => {
    const { cell, broken, world } = run({ account: 'empty' }, [
      copied,
      [65, { verb: 'set', param: 'account', value: 'open' }],
    ]);
    expect(cell).toBe('error reply, 0 charges');
    expect(broken).toEqual([]);
    expect(world.view().nodes[1]?.durable.declined).toEqual(['browser/1']);
  });
  it('get an error that denies nothing, when the first was charged and the account is empty now', () => {
    const { call, broken } = run({}, [
      copied,
      [65, { verb: 'set', param: 'account', value: 'empty' }],
      [70, { verb: 'drop', message: receipt(1) }],
    ]);
    expect(call).toMatchObject({ outcome: 'unknown', seen: { as: 'error', value: 'internal error' } });
    expect(broken).toEqual([]);
  });
});

it('answers after the work is done, each request for itself', () => {
  const { call, cell } = run({ workUs: ms(40) });
  expect(call?.completedAt).toBe(ms(150));
  expect(cell).toBe('receipt, 1 charge');
});

it('says what a person should see', () => {
  const { world } = run({}, [[70, { verb: 'drop', message: receipt(1) }]]);
  const [client, server] = world.view().nodes;
  expect(client?.words).toBe('gave up waiting');
  expect(server?.words).toBe('1 charge');
  expect(server?.facts).toContainEqual({ name: 'ledger', value: 'browser/1: 10' });
});
