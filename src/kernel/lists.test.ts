/** Lists on disk grow in place only as long as nobody has been given them; whoever has keeps what it was given. */

import { expect, it } from 'vitest';
import type { Context, Protocol } from './protocol';
import { type Json, nodeId } from './values';
import { World } from './world';

const a = nodeId('a');

/** Appends a number every 10 µs; `also` is what else it does then. */
function world(also: (ctx: Context, nth: number) => void = () => {}, freeze = false): World {
  const protocol: Protocol = {
    name: 'lists',
    assumes: [],
    params: {},
    roles: {
      one: {
        init(ctx) {
          ctx.persist('word', 'no list');
          ctx.after('step', 10);
          return { nth: 0 };
        },
        onTimer(ctx, state) {
          ctx.append('log', state.nth++);
          also(ctx, state.nth);
          ctx.after('step', 10);
        },
      },
    },
  };
  return new World({ seed: 1, nodes: [{ id: a, role: 'one' }], links: [] }, protocol, { freeze });
}

const logOf = ({ core }: World): Json | undefined => core.s.nodes[0]?.durable.log;

it('grow in place where they are only looked into', () => {
  const lengths: (number | undefined)[] = [];
  const it = world((ctx) => lengths.push(ctx.list('log')?.length)).run(20);
  const log = logOf(it);
  it.run(1_000);
  expect(logOf(it)).toBe(log);
  expect(lengths).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
});

it('stay as they are for a handler that was given one, a checkpoint, and a run taken up from there', () => {
  const given: Json[] = [];
  const it = world((ctx, nth) => nth === 3 && given.push(ctx.durable('log') ?? null)).run(50);
  const checkpoint = it.checkpoint();
  const { digest } = it.run(100);
  expect(given).toEqual([[0, 1, 2]]);
  expect(checkpoint.nodes[0]?.durable.log).toEqual([0, 1, 2, 3, 4]);
  expect(it.restore(checkpoint).run(100).digest).toBe(digest);
  expect(checkpoint.nodes[0]?.durable.log).toEqual([0, 1, 2, 3, 4]);
});

it('are new each time where values are frozen, so that changing one throws', () => {
  const it = world(undefined, true).run(20);
  const log = logOf(it);
  expect(Object.isFrozen(log)).toBe(true);
  expect(logOf(it.run(30))).not.toBe(log);
  expect(log).toEqual([0, 1]);
});

it('are asked for by name: what is no list is refused', () => {
  expect(() => world((ctx) => void ctx.list('word')).run(10)).toThrow(
    'a looks into word, which is not a list.',
  );
  expect(() => world((ctx) => ctx.append('word', 1)).run(10)).toThrow(
    'a appends to word, which is not a list.',
  );
  expect(() => world((ctx) => void ctx.list('nothing')).run(10)).not.toThrow();
});
