import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { type Entry, Recording, type View } from '#/kernel';
import { scenario as schema, worldConfig } from '#/scenarios';
import { cascade } from '../cascade';
import cascading from '../cascade/scenarios/cascading';
import { service } from '../service';
import scenario from '../service/scenarios/service';
import { graphOf, type HeldMachine, type Statechart } from '../statechart';
import { breakerMachine } from './breaker';

const world = schema.parse(scenario);
const [chart] = service.statecharts as [Statechart];

interface Seen {
  readonly view: View;
  readonly machines: readonly HeldMachine[];
  readonly entries: readonly Entry[];
}

/** A run of the service, event by event. */
function* run(knobs: Record<string, string | number | boolean>, seed = 24): Generator<Seen> {
  const config = worldConfig(world, service, { seed, knobs });
  const recording = new Recording(config, service.protocol);
  let told = 0;
  for (let index = 0; ; index++) {
    const view = recording.viewAt(0, index);
    const entries = recording.branch(0).trace.slice(told, view.entries);
    told = view.entries;
    yield { view, machines: chart.standing(view), entries };
    if (!recording.step(0)) return;
  }
}

describe('the chart of the breaker', () => {
  it('is the machine that runs: its states, and each of its transitions as a way of its own', () => {
    expect(chart.graph.initial).toBe('closed');
    expect(chart.graph.states).toEqual(['closed', 'open', 'half-open']);
    const written = Object.values(breakerMachine.states).flatMap((state) =>
      [...state.transitions.values()]
        .flat()
        .map((t) => [state.key, t.eventType, t.target?.[0]?.key ?? state.key, String(t.guard)]),
    );
    expect(written).toHaveLength(8);
    expect(chart.graph.ways.map(({ from, event, to, guard }) => [from, event, to, guard])).toEqual(written);
  });

  it('is not used where the breaker is off', () => {
    for (const { machines } of run({ breaker: false, rate: 60 })) expect(machines).toEqual([]);
  });

  it('every way of it is taken by runs of the service, from the state the machine was in, when that is', () => {
    const taken = new Set<string>();
    const byId = new Map(chart.graph.ways.map((way) => [way.id, way]));
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      let before: HeldMachine | undefined;
      for (const { view, machines, entries } of run({ breaker: true, rate: 45, workers: 2 }, seed)) {
        const [now] = machines as [HeldMachine];
        expect(now).toMatchObject({ node: 'client', against: 'service' });
        const told = entries.flatMap((entry) => chart.told(entry) ?? []).at(-1);
        if (before && now.state !== before.state) {
          // What the trace says of it is what became of it, and the number tells that something did.
          expect(told).toBe(now.state);
          expect(now.turn).toBeGreaterThan(before.turn);
        } else expect(told).toBeUndefined();
        if (now.taken && JSON.stringify(now.taken) !== JSON.stringify(before?.taken)) {
          expect(now.taken.at).toBe(view.at);
          const way = byId.get(now.taken.way);
          expect(way).toMatchObject({ from: before?.state, to: now.state });
          taken.add(now.taken.way);
        }
        before = now;
      }
    }
    expect([...taken].sort()).toEqual([...byId.keys()].sort());
  });

  it('says what decides where it goes next', () => {
    const words = new Map<string, string>();
    for (const { machines } of run({ breaker: true, rate: 45 })) {
      for (const { state, words: said } of machines) words.set(state, said);
    }
    expect(words.get('closed')).toMatch(/^Of the last \d+ tries \d+ failed; at 10 of 20 it opens\.$/);
    expect(words.get('open')).toMatch(/^(Nothing goes through for another \d+ ms|It has been open)/);
    expect(words.get('half-open')).toMatch(/^Probes: \d of 2 sent, \d answered/);
  });

  it('is held by each tier of a cascade that calls another, and by no user', () => {
    const [of] = cascade.statecharts as [Statechart];
    expect(of.graph).toEqual(chart.graph);
    const four = schema.parse(cascading);
    const recording = new Recording(
      worldConfig(four, cascade, { knobs: { breaker: true } }),
      cascade.protocol,
    );
    expect(
      of.standing(recording.viewAt(0, 0)).map(({ node, against, state }) => [node, against, state]),
    ).toEqual([
      ['web', 'orders', 'closed'],
      ['orders', 'stock', 'closed'],
      ['stock', 'database', 'closed'],
    ]);
  });
});

it('a machine that says more than such a graph can is refused', () => {
  const nested = createMachine({
    id: 'deep',
    initial: 'a',
    states: { a: { initial: 'b', states: { b: {} } } },
  });
  expect(() => graphOf(nested)).toThrow('deep has states inside states.');
  const twice = createMachine({
    id: 'twice',
    initial: 'a',
    states: { a: { on: { go: [{ guard: () => true, target: 'b' }, { target: 'b' }] } }, b: {} },
  });
  expect(() => graphOf(twice)).toThrow('twice has two ways');
});
