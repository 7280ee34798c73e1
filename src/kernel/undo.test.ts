/** Every command can be taken back by a branch without it, and every standing fault by its inverse. */

import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Command, Verb } from './command';
import { inverse } from './inverse';
import { Recording } from './recording';
import { commandFor, momentFor, type Play, perform } from './testing/interventions';
import { ring, ringConfig } from './testing/ring';
import type { View } from './view';
import { World } from './world';

// Many runs, on machines that may be busy with other things.
vi.setConfig({ testTimeout: 60_000 });

const play = fc.record({ events: fc.nat(30), verb: fc.nat(999), detail: fc.nat(1 << 30) });

/** What stands in a world: rules, settings and conditions, but not what has happened. */
const standing = (view: View) => ({
  params: view.params,
  links: view.links,
  held: view.messages.filter((m) => m.status === 'held').map((m) => [m.entry, m.place]),
  nodes: view.nodes.map((n) => [n.status, n.armed, n.offsetUs, n.driftPpm, n.factor]),
});

type Inverse = (view: View, command: Command) => readonly Command[] | null;

const STANDING: readonly Verb[] = [
  'cut',
  'mend',
  'rule',
  'set',
  'pause',
  'resume',
  'slow',
  'clock',
  'hold',
  'release',
  'disarm',
  'crash',
];

function inverseLaw(undo: Inverse, seen = new Map<Verb, number>()) {
  return fc.property(fc.integer(), fc.array(play, { maxLength: 12 }), play, (seed, before, last) => {
    const world = new World(ringConfig(seed), ring);
    perform(world, before);
    const view = world.view();
    const command = commandFor(view, ring, last);
    const back = undo(view, command);
    if (back === null || world.refusal(command) !== null) return true;
    world.apply(command);
    for (const step of back) world.apply(step);
    seen.set(command.verb, (seen.get(command.verb) ?? 0) + 1);
    expect(standing(world.view())).toEqual(standing(view));
    return true;
  });
}

it('the inverse of a standing command restores what stood', () => {
  const seen = new Map<Verb, number>();
  fc.assert(inverseLaw(inverse, seen), { numRuns: 800, seed: 7 });
  for (const verb of STANDING) expect(seen.get(verb) ?? 0, verb).toBeGreaterThan(2);
});

it.each(['cut', 'rule', 'slow', 'clock', 'set', 'hold'] as const)(
  'an inverse that forgets %s is caught',
  (verb) => {
    const forgetful: Inverse = (view, command) => (command.verb === verb ? [] : inverse(view, command));
    expect(fc.check(inverseLaw(forgetful), { numRuns: 600, seed: 7 }).failed).toBe(true);
  },
);

it('what is lost is lost: commands on single messages and a crash at once have no inverse', () => {
  const view = new World(ringConfig(1), ring).view();
  const node = view.nodes[0]?.id as View['nodes'][number]['id'];
  const message = { from: node, to: node, kind: 'ball', nth: 1 };
  const lasting: readonly Command[] = [
    { verb: 'drop', message },
    { verb: 'duplicate', message },
    { verb: 'delay', message, byUs: 1 },
    { verb: 'crash', node, disk: 'kept' },
    { verb: 'restart', node },
    { verb: 'invoke', node, op: { f: 'count' } },
  ];
  for (const command of lasting) expect(inverse(view, command), command.verb).toBeNull();
});

type Without = (recording: Recording, id: number, index: number) => ReturnType<Recording['without']>;

/** Acts, takes it back, and goes on: the run must be one in which it was never done. */
function undoLaw(without: Without) {
  return fc.property(
    fc.integer(),
    fc.array(play, { minLength: 1, maxLength: 8 }),
    fc.nat(40),
    (seed, list, back) => {
      const recording = new Recording(ringConfig(seed), ring);
      let id = 0;
      let at = 0;
      const acts: { branch: number; index: number }[] = [];
      for (const one of list as Play[]) {
        recording.advance(id, undefined, one.events);
        const here = Math.max(0, recording.frontier(id) - (acts.length % 2 === 0 ? 0 : back));
        const next = here < recording.frontier(id) ? recording.timeAt(id, here + 1) : recording.nextAt(id);
        const command = commandFor(recording.viewAt(id, here), ring, one);
        const acted = recording.act(id, here, momentFor(recording.timeAt(id, here), next, one), command);
        if (acted.refused !== null) continue;
        acts.push({ branch: id, index: here });
        id = acted.branch;
        at = acted.index;
      }
      const last = acts.at(-1);
      if (!last) return;
      const undone = without(recording, id, at);
      expect(undone?.index).toBe(last.index);
      const branch = undone?.branch as number;
      expect(recording.viewAt(branch, last.index)).toEqual(recording.viewAt(last.branch, last.index));

      // From there the run goes on as one in which nobody did it, unless the branch has a later step of its own.
      recording.advance(branch, undefined, 60);
      const { steps, trace } = recording.branch(branch);
      const before = steps.filter((step) => step.index < last.index);
      if (before.length < steps.length) return;
      const never = new Recording(ringConfig(seed), ring, { steps: before });
      never.advance(0, undefined, recording.frontier(branch) - never.frontier(0));
      expect(trace).toEqual(never.branch(0).trace);
    },
  );
}

it('any command is undone by a branch on which it was never given', () => {
  fc.assert(
    undoLaw((recording, id, index) => recording.without(id, index)),
    { numRuns: 300 },
  );
});

it('an undo that only goes back, and keeps the command, is caught', () => {
  const keeps: Without = (recording, id, index) => {
    const found = recording.without(id, index);
    return found && { branch: id, index: found.index + 1 };
  };
  expect(fc.check(undoLaw(keeps), { numRuns: 50 }).failed).toBe(true);
});

it('there is nothing to undo before the first command', () => {
  const recording = new Recording(ringConfig(1), ring);
  recording.advance(0, undefined, 20);
  expect(recording.without(0, 20)).toBeNull();
});
