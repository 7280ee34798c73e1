/** Timers as arcs around a server's disc: they end when the timer goes off, whatever its clock does. */

import { expect, test } from 'vitest';
import { Recording } from '#/kernel';
import type { Command } from '#/scenarios';
import { loadProtocol, scenarioLoaders, scenario as schema, worldConfig } from '#/scenarios';
import { frame } from './frame';
import { layoutOf } from './layout';

const scenario = schema.parse(await scenarioLoaders['raft-three']?.());
const module = await loadProtocol('raft');
const layout = layoutOf(scenario, 640);
const END = 1_200_000;

interface Order {
  readonly at: number;
  readonly command: unknown;
}

function under(orders: readonly Order[]) {
  const recording = new Recording(worldConfig(scenario, module), module.protocol);
  for (const { at, command } of orders) {
    recording.advance(0, at);
    const { refused } = recording.act(0, recording.indexAt(0, at), at, command as Command);
    expect(refused).toBeNull();
  }
  recording.advance(0, END);
  /** What is left of each timer at a moment; `index`: as it stands after that event, before the next. */
  const arcs = (at: number, index = recording.indexAt(0, at)) =>
    frame(recording.viewAt(0, index), at, layout).timers;
  const of = (node: string, at: number, index?: number) => arcs(at, index).filter((arc) => arc.node === node);
  return { arcs, of, fired: recording.branch(0).trace.filter(({ type }) => type === 'timer fired') };
}

test.each([
  ['right', []],
  ['slow by half', [{ at: 0, command: { verb: 'clock', node: 'S2', driftPpm: -500_000 } }]],
  ['fast', [{ at: 0, command: { verb: 'clock', node: 'S2', driftPpm: 400_000 } }]],
  ['fast from some moment on', [{ at: 200_000, command: { verb: 'clock', node: 'S2', driftPpm: 400_000 } }]],
  ['that of a slow machine', [{ at: 250_000, command: { verb: 'slow', node: 'S2', factor: 4 } }]],
])('an arc is gone at the very moment at which its timer goes off, by a clock that is %s', (_, orders) => {
  const { fired, of } = under(orders);
  expect(fired.length).toBeGreaterThan(3);
  for (const { at, event, node, ...entry } of fired) {
    const name = (entry as unknown as { name: string }).name;
    const left = (moment: number) =>
      of(node as string, moment, event - 1).find((arc) => arc.name === name)?.left;
    expect(left(at)).toBe(0);
    expect(left(at - 1_000)).toBeGreaterThan(0);
  }
});

test('a follower waits for an election and a leader for its next heartbeat; each arc only ever gets shorter', () => {
  const { of } = under([]);
  expect(of('S1', 800_000).map(({ name }) => name)).toEqual(['heartbeat']);
  expect(of('S2', 800_000).map(({ name }) => name)).toEqual(['election']);
  const index = 60;
  const lefts = [0, 5_000, 10_000].map((us) => of('S2', 500_000 + us, index)[0]?.left ?? Number.NaN);
  expect(lefts).toEqual([...lefts].sort((a, b) => b - a));
});

test('a server that is paused has its timers run out and wait; one that is down has none', () => {
  const paused = under([{ at: 700_000, command: { verb: 'pause', node: 'S2' } }]);
  expect(paused.of('S2', 710_000)[0]?.left).toBeGreaterThan(0);
  expect(paused.of('S2', END)).toEqual([{ node: 'S2', name: 'election', left: 0 }]);
  const down = under([{ at: 700_000, command: { verb: 'crash', node: 'S2', disk: 'kept' } }]);
  expect(down.of('S2', 710_000)).toEqual([]);
});
