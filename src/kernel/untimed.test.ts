/** A world without time: everything that could happen next is offered, and only what is chosen happens. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budgets, WorldConfig } from './config';
import type { Protocol } from './protocol';
import { puppet } from './testing/puppet';
import { shop, shopConfig } from './testing/shop';
import { a, type Beat, b, staged } from './testing/story';
import { type Choice, UntimedWorld } from './untimed';

const NONE: Budgets = { maxLost: 0, maxDuplicated: 0, maxCrashes: 0 };
const invokeA: Choice = { do: 'invoke', node: a };
const world = (beats: readonly Beat[], budgets: Partial<Budgets> = {}) =>
  new UntimedWorld(staged(beats), puppet, { ...NONE, ...budgets });
const send = (...kinds: string[]): Beat => [0, 'a', ...kinds.map((kind) => ['send', 'b', kind] as const)];
const hi = { from: a, to: b, kind: 'hi', nth: 1, copy: 0 };

/** A choice in a few words. */
function brief(choice: Choice): string {
  const what =
    'message' in choice ? `${choice.message.kind} ${choice.message.nth}/${choice.message.copy}` : choice.node;
  return `${choice.do} ${what}${'timer' in choice ? ` ${choice.timer}` : ''}`;
}

describe('what is offered', () => {
  it('at first are the calls, one a node', () => {
    const started = world([send('hi'), [5, 'b', ['send', 'a', 'yo']], [9, 'a', ['send', 'b', 'last']]]);
    expect(started.choices().map(brief)).toEqual(['invoke a', 'invoke b']);
  });

  it('are messages in any order, and their loss and copying while the budgets last', () => {
    const w = world([send('x', 'y')], { maxLost: 1, maxDuplicated: 1 });
    w.take(invokeA);
    expect(w.choices().map(brief)).toEqual([
      'deliver x 1/0',
      'lose x 1/0',
      'duplicate x 1/0',
      'deliver y 1/0',
      'lose y 1/0',
      'duplicate y 1/0',
    ]);
    w.take({ do: 'lose', message: { ...hi, kind: 'x' } });
    w.take({ do: 'duplicate', message: { ...hi, kind: 'y' } });
    // The copy has the same body, so that either stands for both.
    expect(w.choices().map(brief)).toEqual(['deliver y 1/0']);
    expect(w.view().ledger).toEqual({
      sent: 2,
      duplicated: 1,
      delivered: 0,
      inFlight: 2,
      held: 0,
      dropped: 1,
    });
  });

  it('are the timers that are set, in any order, and never those that were replaced', () => {
    const w = world([
      [0, 'a', ['after', 'late', 900], ['after', 'soon', 1], ['after', 'late', 800], ['cancel', 'soon']],
    ]);
    w.take(invokeA);
    expect(w.choices().map(brief)).toEqual(['fire a late']);
    w.take({ do: 'fire', node: a, timer: 'late' });
    expect(w.choices()).toEqual([]);
  });

  it('is a call only when the one before has ended', () => {
    const w = world([
      [0, 'a', ['stay open'], ['after', 't', 1, [['complete', 'ok']]]],
      [1, 'a', ['remember', 2]],
    ]);
    w.take(invokeA);
    expect(w.choices().map(brief)).toEqual(['fire a t']);
    w.take({ do: 'fire', node: a, timer: 't' });
    expect(w.choices().map(brief)).toEqual(['invoke a']);
    w.take(invokeA);
    expect(w.view().nodes[0]?.state).toMatchObject({ seen: [2] });
  });

  it('is the restart of whoever is down', () => {
    const w = world([send('hi')], { maxCrashes: 1 });
    w.take({ ...invokeA, crashAfter: 0 });
    expect(w.choices().map(brief)).toEqual(['restart a']);
    w.take({ do: 'restart', node: a });
    expect(w.view().nodes[0]?.status).toBe('running');
  });
});

describe('the courses of a choice', () => {
  it('are the other answers to what its handler chose', () => {
    const w = world([[0, 'a', ['choose', 2], ['choose', 3]]]);
    const before = w.checkpoint();
    const found: unknown[] = [];
    const explore = (choice: Choice) => {
      const taken = w.restore(before).take(choice);
      found.push(w.view().nodes[0]?.state);
      w.courses(choice, taken).forEach(explore);
    };
    explore(invokeA);
    const all = [0, 1].flatMap((x) => [0, 1, 2].map((y) => ({ op: 'a/1', seen: [x, y] })));
    expect(found).toHaveLength(6);
    expect(found).toEqual(expect.arrayContaining(all));
  });

  it('are the crashes before, between and after its effects, while the budget lasts', () => {
    const w = world([[0, 'a', ['persist', 'k', 1], ['send', 'b', 'm'], ['stay open']]], { maxCrashes: 1 });
    const before = w.checkpoint();
    const taken = w.take(invokeA);
    expect(taken).toEqual({ effects: 2, arities: [] });
    const courses = w.courses(invokeA, taken);
    expect(courses).toEqual([0, 1, 2].map((crashAfter) => ({ ...invokeA, crashAfter })));
    const ends = courses.map((course) => {
      w.restore(before).take(course);
      return `${Object.keys(w.view().nodes[0]?.durable ?? {}).length} written, ${w.view().ledger.sent} sent`;
    });
    expect(ends).toEqual(['0 written, 0 sent', '1 written, 0 sent', '1 written, 1 sent']);
    expect(w.courses(invokeA, taken)).toEqual([]);
  });

  it('are none for what runs no handler', () => {
    const w = world([send('hi')], { maxLost: 1, maxCrashes: 1 });
    w.take(invokeA);
    const lose: Choice = { do: 'lose', message: hi };
    expect(w.courses(lose, w.take(lose))).toEqual([]);
  });

  it('may crash a node at a message that it does nothing about', () => {
    const w = world([send('hi')], { maxCrashes: 1 });
    w.take(invokeA);
    w.take({ do: 'deliver', message: hi, crashAfter: 0 });
    expect(w.view().nodes[1]).toMatchObject({ status: 'crashed', armed: null });
  });
});

describe('without time', () => {
  it.each(['now', 'monotonic'] as const)('%s() is an error', (clock) => {
    const reads: Protocol = {
      ...puppet,
      roles: { puppet: { init: () => ({}), onInvoke: (ctx) => void ctx[clock]() } },
    };
    const w = new UntimedWorld(staged([send()]), reads, NONE);
    expect(() => w.take(invokeA)).toThrow(
      `a reads ${clock}(), but in an untimed world there is no time to read.`,
    );
  });

  it('what is not there cannot be chosen', () => {
    const w = world([send('hi'), [1, 'a', ['choose', 2]]]);
    expect(() => w.take({ do: 'deliver', message: hi })).toThrow('hi 1 from a to b is not in flight.');
    expect(() => w.take({ do: 'fire', node: a, timer: 't' })).toThrow('a has no timer t to fire.');
    expect(() => w.take({ do: 'invoke', node: b })).toThrow('b has no call to begin.');
    expect(() => w.take({ do: 'restart', node: b })).toThrow('b is not down.');
    w.take(invokeA);
    expect(() => w.take({ ...invokeA, chose: [2] })).toThrow(
      'A step has a choose 2, but it chooses among 2.',
    );
  });
});

describe('the state key', () => {
  const keyAfter = (beats: readonly Beat[], ...choices: Choice[]) => {
    const w = world(beats, { maxLost: 9, maxDuplicated: 9, maxCrashes: 9 });
    for (const choice of choices) w.take(choice);
    return w.stateKey();
  };
  const deliver = (kind: string): Choice => ({ do: 'deliver', message: { ...hi, kind } });

  it('is the same whichever way a state was reached', () => {
    const twoWays: Beat[] = [send('x'), [0, 'b', ['send', 'a', 'y'], ['send', 'a', 'z']]];
    const [invokeB, back]: Choice[] = [
      { do: 'invoke', node: b },
      { do: 'deliver', message: { ...hi, from: b, to: a, kind: 'z' } },
    ];
    expect(keyAfter(twoWays, invokeA, invokeB as Choice, deliver('x'), back as Choice)).toBe(
      keyAfter(twoWays, invokeB as Choice, back as Choice, invokeA, deliver('x')),
    );
  });

  it('knows no order of what is in flight, nor of the keys in memory', () => {
    expect(keyAfter([send('x', 'y')], invokeA)).toBe(keyAfter([send('y', 'x')], invokeA));
    const either = (...keys: string[]): Beat => [0, 'a', ...keys.map((key) => ['persist', key, 1] as const)];
    expect(keyAfter([either('k', 'l')], invokeA)).toBe(keyAfter([either('l', 'k')], invokeA));
  });

  it('tells states apart that differ', () => {
    const keys = [
      keyAfter([send()], invokeA),
      keyAfter([send('x')], invokeA),
      keyAfter([send('x', 'x')], invokeA),
      keyAfter([send('x')], invokeA, { do: 'lose', message: { ...hi, kind: 'x' } }),
      keyAfter([[0, 'a', ['persist', 'k', 1]]], invokeA),
      keyAfter([[0, 'a', ['persist', 'k', '1']]], invokeA),
      keyAfter([[0, 'a', ['remember', 1]]], invokeA),
      keyAfter([[0, 'a', ['after', 't', 1]]], invokeA),
      keyAfter([[0, 'a', ['after', 'tt', 1]]], invokeA),
      keyAfter([[0, 'a', ['stay open']]], invokeA),
      keyAfter([send()], { ...invokeA, crashAfter: 0 }),
      keyAfter([send(), send()], invokeA),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps no mark of a message that came and changed nothing', () => {
    expect(keyAfter([send('x')], invokeA, deliver('x'))).toBe(keyAfter([send()], invokeA));
  });

  it('does not run a kind into the body that follows it', () => {
    const sends = (kind: string, body: number): Protocol => ({
      ...puppet,
      roles: { puppet: { init: (ctx) => (ctx.self === a ? ctx.send(b, kind, body) : null) } },
    });
    const key = (kind: string, body: number) => {
      const config: WorldConfig = { ...staged([]), nodes: [...staged([]).nodes].reverse() };
      return new UntimedWorld(config, sends(kind, body), NONE).stateKey();
    };
    expect(key('m', 11)).not.toBe(key('m1', 1));
  });
});

it('a walk restored from JSON at every step is the same walk', () => {
  const budgets = { maxLost: 2, maxDuplicated: 2, maxCrashes: 2 };
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { maxLength: 40 }), (turns) => {
      const straight = new UntimedWorld(shopConfig(1), shop, budgets, { freeze: true });
      const cloned = new UntimedWorld(shopConfig(1), shop, budgets);
      for (const turn of turns) {
        const choices = straight.choices();
        expect(cloned.restore(JSON.parse(JSON.stringify(cloned.checkpoint()))).choices()).toEqual(choices);
        const choice = choices[turn % Math.max(1, choices.length)];
        if (!choice) break;
        expect(cloned.take(choice)).toEqual(straight.take(choice));
        expect(cloned.stateKey()).toBe(straight.stateKey());
        expect(cloned.digest).toBe(straight.digest);
        const { ledger } = straight.view();
        expect(ledger.sent + ledger.duplicated).toBe(ledger.delivered + ledger.inFlight + ledger.dropped);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

describe('a choice taken from a state that others still look at', () => {
  /** Every state of the shop that a few hundred choices lead to, as a search would find them. */
  function* reached() {
    const budgets = { maxLost: 1, maxDuplicated: 1, maxCrashes: 1 };
    const world = new UntimedWorld(shopConfig(1), shop, budgets, { trace: null });
    const open = [world.checkpoint()];
    for (let i = 0; i < 300 && i < open.length; i++) {
      const state = open[i] as (typeof open)[number];
      world.adopt(state);
      for (const choice of world.choices()) {
        const before = JSON.stringify(state);
        world.takeFrom(state, choice);
        yield { world, state, choice, before };
        open.push(world.core.s);
      }
    }
  }

  it('leaves that state as it was, and comes to the one that a copy comes to', () => {
    const budgets = { maxLost: 1, maxDuplicated: 1, maxCrashes: 1 };
    const copying = new UntimedWorld(shopConfig(1), shop, budgets, { trace: null });
    let taken = 0;
    for (const { world, state, choice, before } of reached()) {
      expect(JSON.stringify(state)).toBe(before);
      copying.restore(state).take(choice);
      expect(copying.stateKey()).toBe(world.stateKey());
      expect(copying.digest).toBe(world.digest);
      taken++;
    }
    expect(taken).toBeGreaterThan(300);
  });
});
