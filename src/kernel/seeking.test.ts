/** Seeking anywhere, on any branch, in any order, shows what replaying from the start shows. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { WorldConfig } from './config';
import type { Protocol, Role } from './protocol';
import { Recording } from './recording';
import { commandFor, momentFor, type Play } from './testing/interventions';
import { ring, ringConfig } from './testing/ring';
import { shop, shopConfig } from './testing/shop';
import { World } from './world';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const plays = fc.array(
  fc.record({ events: fc.nat(900), verb: fc.nat(999), detail: fc.nat(1 << 30), back: fc.nat(1200) }),
  { maxLength: 12 },
);
const looks = fc.array(fc.record({ branch: fc.nat(99), place: fc.double({ min: 0, max: 1, noNaN: true }) }), {
  minLength: 3,
  maxLength: 8,
});

/** A recording played with as a person would: going on, and now and then going back and doing something there. */
function played(
  config: WorldConfig,
  protocol: Protocol,
  list: readonly (Play & { back: number })[],
): Recording {
  const recording = new Recording(config, protocol);
  let id = 0;
  for (const play of list) {
    recording.advance(id, undefined, play.events);
    const index = Math.max(0, recording.frontier(id) - (play.back < 600 ? 0 : play.back));
    const now = recording.timeAt(id, index);
    const next = index < recording.frontier(id) ? recording.timeAt(id, index + 1) : recording.nextAt(id);
    const command = commandFor(recording.viewAt(id, index), protocol, play);
    const acted = recording.act(id, index, momentFor(now, next, play), command);
    if (acted.refused === null) id = acted.branch;
  }
  recording.advance(id, undefined, 50);
  return recording;
}

/** The same position reached the long way. */
function replayed(recording: Recording, id: number, index: number): World {
  const world = new World(recording.config, recording.protocol);
  const { steps } = recording.branch(id);
  let s = 0;
  while (world.index < index) {
    const step = steps[s];
    if (step && 'command' in step && step.index === world.index) {
      world.apply(step.command, step.at);
      s++;
    } else world.next();
  }
  return world;
}

function seekLaw(config: (seed: number) => WorldConfig, protocol: Protocol) {
  return fc.property(fc.integer(), plays, looks, (seed, list, places) => {
    const recording = played(config(seed), protocol, list);
    for (const { branch, place } of places) {
      const id = branch % recording.branches.length;
      const index = Math.floor(place * recording.frontier(id));
      const world = replayed(recording, id, index);
      expect(recording.viewAt(id, index)).toEqual(world.view());
      const { trace, ends, times } = recording.branch(id);
      expect(trace.slice(0, ends.at(index))).toEqual(world.trace);
      expect(times.at(index)).toBe(world.now);
    }
  });
}

it('any position of a ring, branches included, is what a replay reaches', () => {
  fc.assert(
    seekLaw((seed) => ringConfig(seed, 4_000), ring),
    { numRuns: 40 },
  );
});

it('any position of a shop, branches included, is what a replay reaches', () => {
  fc.assert(
    seekLaw((seed) => shopConfig(seed, 3), shop),
    { numRuns: 80 },
  );
});

it('a protocol that remembers outside its state is caught', () => {
  let outside = 0;
  const player = ring.roles.player as Role;
  const role: Role = {
    ...player,
    onMessage(ctx, state, message) {
      player.onMessage?.(ctx, state, message);
      state.caught += ++outside % 7 === 0 ? 1 : 0;
    },
  };
  const result = fc.check(seekLaw(ringConfig, { ...ring, roles: { player: role } }), { numRuns: 30 });
  expect(result.failed).toBe(true);
});
