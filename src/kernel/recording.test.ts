/** A recording: any position can be seen, the past can be acted in, and no future is thrown away. */

import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { parting } from './compare';
import { Recording } from './recording';
import { puppet } from './testing/puppet';
import { ring, ringConfig } from './testing/ring';
import { shop, shopConfig } from './testing/shop';
import { a, type Beat, b, staged } from './testing/story';
import { World } from './world';

const beats: Beat[] = [0, 20_000, 40_000].map((at) => [at, 'a', ['send', 'b', 'ping']]);
const pause: Command = { verb: 'pause', node: b };
const resume: Command = { verb: 'resume', node: b };
const made = () => new Recording(staged(beats), puppet);

describe('running on', () => {
  it('goes event by event, to a moment, or a number of events', () => {
    const recording = made();
    expect(recording.frontier(0)).toBe(0);
    expect(recording.nextAt(0)).toBe(0);
    expect(recording.step(0)).toBe(true);
    expect(recording.advance(0, 20_000)).toBe(3);
    expect(recording.advance(0, undefined, 1)).toBe(4);
    expect(recording.advance(0)).toBe(6);
    expect(recording.step(0)).toBe(false);
    expect(recording.nextAt(0)).toBeNull();
  });

  it('knows the position at a time: after all events at or before it', () => {
    const recording = made();
    recording.advance(0);
    expect([-1, 0, 9_999, 10_000, 20_000, 1e9].map((at) => recording.indexAt(0, at))).toEqual([
      0, 1, 1, 2, 3, 6,
    ]);
    expect(recording.timeAt(0, 2)).toBe(10_000);
  });

  it('has no position beyond what was run, and no branch that was not made', () => {
    const recording = made();
    expect(() => recording.viewAt(0, 1)).toThrow('Branch 0 has been run to event 0, not to 1.');
    expect(() => recording.frontier(7)).toThrow('There is no branch 7.');
  });
});

describe('acting', () => {
  it('at the frontier goes on; before it makes a branch, and keeps the old future', () => {
    const recording = made();
    recording.advance(0, 20_000);
    expect(recording.act(0, 3, 25_000, pause)).toEqual({ branch: 0, index: 4, refused: null });
    recording.advance(0);
    const before = recording.branch(0).trace.map((e) => e.type);

    const acted = recording.act(0, 1, 5_000, pause);
    expect(acted).toEqual({ branch: 1, index: 2, refused: null });
    recording.advance(1);
    expect(recording.branch(0).trace.map((e) => e.type)).toEqual(before);
    expect(recording.branch(1)).toMatchObject({
      parent: 0,
      forkedAt: 1,
      cause: { command: pause, at: 5_000, undone: false },
    });
    expect(recording.viewAt(1, 2).nodes[1]?.status).toBe('paused');
    expect(recording.viewAt(0, 2).nodes[1]?.status).toBe('running');
  });

  it('that is refused records nothing, and says why', () => {
    const recording = made();
    recording.advance(0);
    expect(recording.act(0, 3, 20_000, resume)).toEqual({ branch: 0, index: 3, refused: 'b is not paused.' });
    expect(recording.branches).toHaveLength(1);
    expect(recording.branch(0).steps).toEqual([]);
  });

  it('at an impossible moment is an error, and leaves no branch behind', () => {
    const recording = made();
    recording.advance(0);
    expect(() => recording.act(0, 1, 10_001, pause)).toThrow('does not lie between');
    expect(recording.branches).toHaveLength(1);
    expect(() => recording.act(0, 6, 49_999, pause)).toThrow('does not lie between');
    expect(recording.frontier(0)).toBe(6);
  });
});

it('a mistake in a protocol stops the run where it was made, and what came before stays as it is', () => {
  const wrong: Beat[] = [...beats, [60_000, 'a', ['note', 'so far so good'], ['choose', 0]]];
  const recording = new Recording(staged(wrong), puppet);
  expect(() => recording.advance(0)).toThrow('a chooses among 0');
  expect(recording.frontier(0)).toBe(6);
  expect(recording.branch(0).trace).toHaveLength(recording.branch(0).ends.at(6) as number);
  expect(() => recording.step(0)).toThrow('a chooses among 0');
  expect(recording.viewAt(0, 6).at).toBe(50_000);

  const call: Command = { verb: 'invoke', node: a, op: { f: 'do', value: [['choose', 0]] } };
  expect(() => recording.act(0, 3, 20_000, call)).toThrow('a chooses among 0');
  expect(recording.branches).toHaveLength(1);
});

describe('taking back', () => {
  it('a command that made a branch leads to its parent, at that position', () => {
    const recording = made();
    recording.advance(0);
    const acted = recording.act(0, 2, 12_000, pause);
    recording.advance(acted.branch);
    expect(recording.without(acted.branch, 4)).toEqual({ branch: 0, index: 2 });
  });

  it('a command at the frontier makes a branch without it, once', () => {
    const recording = made();
    recording.advance(0, 20_000);
    recording.act(0, 3, 25_000, pause);
    const undone = recording.without(0, 4);
    expect(undone).toEqual({ branch: 1, index: 3 });
    expect(recording.branch(1)).toMatchObject({
      parent: 0,
      cause: { command: pause, undone: true },
      steps: [],
    });
    expect(recording.without(0, 4)).toEqual(undone);
    expect(recording.branches).toHaveLength(2);
  });

  it('goes on to the command before, step by step, to the start', () => {
    const recording = made();
    recording.act(0, 0, 0, pause);
    recording.act(0, 1, 0, resume);
    const first = recording.without(0, 2);
    expect(first?.index).toBe(1);
    const second = recording.without(first?.branch as number, 1);
    expect(second?.index).toBe(0);
    expect(recording.without(second?.branch as number, 0)).toBeNull();
    expect(recording.branch(second?.branch as number).steps).toEqual([]);
  });
});

describe('replaying', () => {
  it('steps that were given, as from a link, gives the same run', () => {
    const recording = made();
    recording.advance(0, 20_000);
    recording.act(0, 3, 25_000, pause);
    recording.advance(0, 40_000);
    recording.act(0, recording.frontier(0), 45_000, resume);
    const again = new Recording(recording.config, puppet, { steps: recording.branch(0).steps });
    expect(again.branch(0).trace).toEqual(recording.branch(0).trace);
    expect(again.viewAt(0, 5)).toEqual(recording.viewAt(0, 5));
  });

  it('steps that do not fit the run is an error', () => {
    const late = { index: 99, at: 0, command: pause };
    expect(() => new Recording(staged(beats), puppet, { steps: [late] })).toThrow(
      'The run ends before its step',
    );
    const early = { index: 2, at: 0, command: pause };
    expect(() => new Recording(staged(beats), puppet, { steps: [early] })).toThrow('does not lie between');
  });
});

it('many branches of a long run each keep their own future', () => {
  const recording = new Recording(ringConfig(9, 2_500), ring);
  recording.advance(0);
  const node = recording.viewAt(0, 0).nodes[1]?.id as typeof b;
  for (let i = 0; i < 8; i++) {
    const at = 300 * i + 17;
    const acted = recording.act(0, at, recording.timeAt(0, at), { verb: 'slow', node, factor: i + 2 });
    recording.advance(acted.branch, undefined, 200);
  }
  // Heads are rebuilt when they were put away: going on with the first branch is as if it had never been left.
  recording.advance(1, undefined, 50);
  const alone = new Recording(ringConfig(9, 2_500), ring, { steps: recording.branch(1).steps });
  alone.advance(0, undefined, recording.frontier(1) - alone.frontier(0));
  expect(recording.branch(1).trace).toEqual(alone.branch(0).trace);
});

it('an explored run is recorded too: its steps are choices', () => {
  const budgets = { maxLost: 1, maxDuplicated: 0, maxCrashes: 0 };
  const ida = shopConfig(1, 1).nodes[1]?.id as typeof a;
  const invoke = { index: 0, choice: { do: 'invoke', node: ida } } as const;
  const name = { from: ida, to: shopConfig(1, 1).nodes[0]?.id as typeof b, kind: 'ask', nth: 1 };
  const deliver = { index: 1, choice: { do: 'deliver', message: name } } as const;
  const recording = new Recording(shopConfig(1, 1), shop, { budgets, steps: [invoke, deliver] });
  expect(recording.frontier(0)).toBe(2);
  expect(recording.viewAt(0, 2).ledger).toMatchObject({ sent: 2, delivered: 1, inFlight: 1 });
  expect(recording.viewAt(0, 1).messages).toMatchObject([{ kind: 'ask', status: 'in flight' }]);
  expect(recording.step(0)).toBe(false);
  expect(recording.nextAt(0)).toBeNull();
});

describe('two runs part', () => {
  it('where the first thing happens in one and not in the other, whatever people did or said', () => {
    const recording = made();
    recording.advance(0);
    const acted = recording.act(0, 1, 5_000, {
      verb: 'drop',
      message: { from: a, to: b, kind: 'ping', nth: 1 },
    });
    recording.advance(acted.branch);
    const found = parting(recording.branch(0).trace, recording.branch(1).trace);
    expect(found?.left).toMatchObject({ type: 'delivered', nth: 1 });
    expect(found?.right).toMatchObject({ type: 'dropped', reason: 'dropped by hand' });
  });

  it('not where somebody only said something, or gave a command that changed nothing', () => {
    const world = new World(ringConfig(2), ring).run();
    world.apply({ verb: 'resume', node: world.view().nodes[0]?.id as typeof b });
    const { trace } = world;
    const happened = trace.filter((e) => e.type !== 'note' && e.type !== 'command');
    expect(trace.length).toBeGreaterThan(happened.length + 1);
    expect(parting(trace, happened)).toBeNull();
    expect(parting(trace, happened.slice(0, -1))?.right).toBeNull();
  });

  it('nowhere when the story is the same, and at its end when one goes on', () => {
    const { trace } = new Recording(staged(beats), puppet).branch(0);
    const longer = made();
    longer.advance(0);
    expect(parting(trace, trace)).toBeNull();
    expect(parting(trace, longer.branch(0).trace)).toMatchObject({ left: null, right: { type: 'invoked' } });
  });
});
