/** What is sent or persisted is a value. A frozen world throws at whoever changes one later, or sends what is none. */

import { describe, expect, it } from 'vitest';
import { KernelError } from './errors';
import type { Context, Protocol } from './protocol';
import { ring, ringConfig } from './testing/ring';
import { shop, shopConfig } from './testing/shop';
import { type Json, nodeId } from './values';
import { World } from './world';

const [a, b] = [nodeId('a'), nodeId('b')];

/** Two nodes; the first does something at once. */
function frozen(
  act: (ctx: Context) => void,
  onMessage: Protocol['roles'][string]['onMessage'] = () => {},
): World {
  const roles = { first: { init: act }, second: { init: () => ({}), onMessage } };
  const nodes = [
    { id: b, role: 'second' },
    { id: a, role: 'first' },
  ];
  const config = { seed: 1, nodes, links: [{ between: [a, b] as const }] };
  return new World(config, { name: 'test', assumes: [], params: {}, roles }, { freeze: true });
}

describe('a handler that', () => {
  it('changes a body after sending it throws', () => {
    const act = (ctx: Context) => {
      const body = { n: 1 };
      ctx.send(b, 'hello', body);
      body.n = 2;
    };
    expect(() => frozen(act)).toThrow(TypeError);
  });

  it('changes a body it received throws, also deep inside', () => {
    const world = frozen(
      (ctx) => ctx.send(b, 'hello', { list: [{ n: 1 }] }),
      (_, __, message) => {
        for (const item of (message.body as { list: { n: number }[] }).list) item.n = 2;
      },
    );
    expect(() => world.run()).toThrow(TypeError);
  });

  it('changes what it persisted throws', () => {
    const act = (ctx: Context) => {
      const value = [1];
      ctx.persist('list', value);
      value.push(2);
    };
    expect(() => frozen(act)).toThrow(TypeError);
  });

  it('pushes onto the list that it read from disk throws', () => {
    const act = (ctx: Context) => {
      ctx.append('list', 1);
      (ctx.durable('list') as Json[]).push(2);
    };
    expect(() => frozen(act)).toThrow(TypeError);
  });

  it.each([
    ['a map', new Map()],
    ['a function', () => 1],
    ['a date', new Date(0)],
    ['a number that is none', Number.NaN],
    ['infinity inside', { n: Number.POSITIVE_INFINITY }],
  ])('sends %s is told that it is not plain data', (_, body) => {
    expect(() => frozen((ctx) => ctx.send(b, 'hello', body as unknown as Json))).toThrow(KernelError);
  });

  it('sends, persists and appends fresh values does not throw', () => {
    const world = frozen(
      (ctx) => {
        ctx.append('list', { n: 1 });
        ctx.send(b, 'hello', { list: ctx.durable('list') as Json });
        ctx.append('list', { n: 2 });
      },
      (ctx, state, message) => {
        state.last = message.body;
        ctx.persist('last', message.body);
      },
    );
    world.run();
    const [second, first] = world.view().nodes;
    expect(second?.state).toEqual({ last: { list: [{ n: 1 }] } });
    expect(first?.durable).toEqual({ list: [{ n: 1 }, { n: 2 }] });
  });
});

it('freezing changes nothing that happens', () => {
  for (const seed of [1, 2, 3]) {
    const plain = [new World(ringConfig(seed), ring).run(), new World(shopConfig(seed), shop).run()];
    const strict = [
      new World(ringConfig(seed), ring, { freeze: true }).run(),
      new World(shopConfig(seed), shop, { freeze: true }).run(),
    ];
    expect(strict.map((w) => w.digest)).toEqual(plain.map((w) => w.digest));
    expect(strict.map((w) => w.trace)).toEqual(plain.map((w) => w.trace));
  }
});
