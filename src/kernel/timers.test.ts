/** A node with many timers: as many as one likes, set again, cancelled and gone off, against a plain list of them. */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Protocol } from './protocol';
import { nodeId } from './values';
import { World } from './world';

const a = nodeId('a');
const step = fc.record({ name: fc.nat(40), delayUs: fc.nat(400), cancels: fc.boolean() });
type Step = { name: number; delayUs: number; cancels: boolean };

/** Every 10 µs it does the next step, and notes what goes off. */
function world(steps: readonly Step[]): World {
  const protocol: Protocol = {
    name: 'timers',
    assumes: [],
    params: {},
    roles: {
      one: {
        init(ctx) {
          ctx.after('step', 10);
          return { nth: 0 };
        },
        onTimer(ctx, state, { name }) {
          if (name !== 'step') return;
          const next = steps[state.nth++];
          if (next === undefined) return;
          if (next.cancels) ctx.cancel(`t${next.name}`);
          else ctx.after(`t${next.name}`, next.delayUs);
          ctx.after('step', 10);
        },
      },
    },
  };
  return new World({ seed: 1, nodes: [{ id: a, role: 'one' }], links: [] }, protocol);
}

/** When each timer should go off, by a list of those that are set. */
function expected(steps: readonly Step[]): string[] {
  const fired: string[] = [];
  let set: { name: number; at: number }[] = [];
  const until = (at: number, inclusive: boolean): void => {
    const due = set.filter((t) => t.at < at || (inclusive && t.at === at));
    set = set.filter((t) => !due.includes(t));
    fired.push(...due.map((t) => `${t.at} t${t.name}`));
  };
  steps.forEach(({ name, delayUs, cancels }, i) => {
    const now = 10 * (i + 1);
    until(now, true);
    set = set.filter((t) => t.name !== name);
    if (!cancels) set.push({ name, at: now + delayUs });
  });
  until(Number.POSITIVE_INFINITY, true);
  return fired.sort();
}

it('go off when they should, and in no other order than a list of them would say', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 30, maxLength: 200 }), (steps) => {
      // A step and a timer that fall due together: which is first depends on which was set first. Keep them apart.
      const apart = steps.map((s) => ({ ...s, delayUs: s.delayUs * 10 + 5 }));
      const run = world(apart).run();
      const fired = run.trace.flatMap((e) =>
        e.type === 'timer fired' && e.name !== 'step' ? [`${e.at} ${e.name}`] : [],
      );
      expect([...fired].sort()).toEqual(expected(apart));
    }),
  );
});

it('a world taken up in the middle, through JSON, goes on as it would have', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 60, maxLength: 200 }), fc.nat(60), (steps, at) => {
      const straight = world(steps).run();
      const other = world(steps);
      for (let i = 0; i < at; i++) other.next();
      other.restore(JSON.parse(JSON.stringify(other.checkpoint()))).run();
      expect(other.digest).toBe(straight.digest);
    }),
  );
});

it('set again and again stay one thing in the queue, and a checkpoint taken then knows when they go off', () => {
  const again = { name: 1, delayUs: 400, cancels: false };
  const setAgain = world(new Array(1_000).fill(again)).run(9_000);
  expect(setAgain.core.s.queue.length).toBeLessThan(4);
  const checkpoint = setAgain.checkpoint();
  expect(checkpoint.queue.map(({ at }) => at).sort((x, y) => x - y)).toEqual([9_010, 9_400]);
  const { digest, now } = setAgain.run();
  expect(now).toBe(10_400);
  expect(setAgain.restore(checkpoint).run().digest).toBe(digest);
});
