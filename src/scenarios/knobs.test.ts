/** Knobs that bend a node's clock: at the start, in the middle of a run, read back, undone, and refused. */

import { describe, expect, it } from 'vitest';
import { inverse, nodeId, World } from '#/kernel';
import { loadProtocol } from '#/protocols';
import { worldConfig } from './build';
import { scenarioProblems } from './catalogue/sense';
import { knobCommand, knobValue } from './knobs';
import type { Knob, Scenario, Variant } from './schema/scenario';
import { scenario as schema } from './schema/scenario';

const [a, server] = [nodeId('A'), nodeId('time')];
const offset: Knob = {
  id: 'offset',
  label: 'A’s clock is off by',
  bind: { clock: 'offset', node: a, scale: 1000 },
  kind: { unit: 'ms', min: -500, max: 500, step: 10 },
  default: 80,
};
const drift: Knob = {
  id: 'drift',
  label: 'A’s clock drifts by',
  bind: { clock: 'drift', node: a },
  kind: { unit: 'ppm', min: -500, max: 500, step: 10 },
  default: 0,
};
const behind: Knob = {
  id: 'behind',
  label: 'The server is behind',
  bind: { clock: 'offset', node: server, scale: -200_000 },
  kind: 'switch',
  default: false,
};

const clocks = {
  name: 'clocks',
  title: 'Two clocks',
  summary: 'A node and a time server.',
  protocol: 'ntp',
  seed: 1,
  nodes: [
    { id: server, role: 'time', x: 50, y: 20 },
    { id: a, role: 'client', x: 50, y: 80, offsetUs: 7_000, driftPpm: 40 },
  ],
  links: [{ between: [a, server] }],
  params: { discipline: 'off' },
  stop: { atUs: 5_000_000 },
  pace: 100_000,
  faults: ['clock'],
  knobs: [offset, drift, behind],
  actions: [],
  kinds: {},
  moments: {},
} satisfies Scenario;

const ntp = await loadProtocol('ntp');
const started = (variant: Variant = {}, scenario: Scenario = clocks) =>
  new World(worldConfig(scenario, ntp, variant), ntp.protocol);
const readings = (world: World) => {
  const view = world.view();
  return [offset, drift, behind].map((knob) => knobValue(knob, view));
};

describe('at the start', () => {
  it('a knob has its way over what the scenario says of the node', () => {
    expect(schema.safeParse(clocks).success).toBe(true);
    expect(readings(started())).toEqual([80, 0, false]);
    expect(started().view().nodes[1]).toMatchObject({ wall: 80_000, monotonic: 0 });
  });
  it('a variant has its way over the default', () => {
    expect(readings(started({ knobs: { offset: -120, drift: 200, behind: true } }))).toEqual([
      -120,
      200,
      true,
    ]);
  });
  it('a node that no knob turns keeps its own', () => {
    const world = started({}, { ...clocks, knobs: [behind] });
    expect(world.view().nodes[1]).toMatchObject({ offsetUs: 7_000, driftPpm: 40 });
  });
});

describe('in the middle of a run', () => {
  const later = () => {
    const world = started();
    while (world.view().at < 2_000_000) world.next();
    return world;
  };
  it('an offset is a step to that value, and every other knob stays', () => {
    const world = later();
    const before = world.view().nodes[1];
    expect(world.apply(knobCommand(offset, -50, world.view()))).toBeNull();
    expect(world.view().nodes[1]).toMatchObject({ offsetUs: -50_000, monotonic: before?.monotonic });
    expect(readings(world)).toEqual([-50, 0, false]);
  });
  it('a drift begins where the clock stands', () => {
    const world = later();
    const before = world.view().nodes[1];
    expect(world.apply(knobCommand(drift, 300, world.view()))).toBeNull();
    expect(world.view().nodes[1]).toMatchObject({ wall: before?.wall, driftPpm: 300 });
    expect(readings(world)).toEqual([80, 300, false]);
  });
  it('a switch gives the whole of it, or none', () => {
    const world = later();
    world.apply(knobCommand(behind, true));
    expect(world.view().nodes[0]?.offsetUs).toBe(-200_000);
    world.apply(knobCommand(behind, false));
    expect([Object.is(world.view().nodes[0]?.offsetUs, 0), readings(world)[2]]).toEqual([true, false]);
  });
  it('reads back what somebody else did to the clock', () => {
    const world = later();
    world.apply({ verb: 'clock', node: a, stepUs: -1_000 });
    expect(readings(world)[0]).toBe(79);
  });
  it('is undone, with the slew it ended', () => {
    const world = later();
    world.apply({ verb: 'clock', node: a, slewUs: 50_000 });
    const view = world.view();
    const turn = knobCommand(offset, 0, view);
    world.apply(turn);
    expect(world.view().nodes[1]?.slew).toBeUndefined();
    for (const command of inverse(view, turn) ?? []) expect(world.apply(command)).toBeNull();
    expect(world.view().nodes[1]).toMatchObject({ offsetUs: 80_000, slew: { leftUs: 50_000, ppm: 500 } });
  });
});

describe('what is refused', () => {
  const problems = (...knobs: unknown[]) =>
    scenarioProblems({ ...clocks, knobs: [offset, ...(knobs as Knob[])] }, ntp).join('\n');
  it('is nothing, where all is well', () => {
    expect(problems(drift, behind)).toBe('');
  });
  it.each<[string, object, RegExp]>([
    ['a clock nobody has', { ...drift, bind: { clock: 'drift', node: 'B' } }, /No node is called B/],
    [
      'a drift faster than clocks go',
      { ...drift, kind: { ...(drift.kind as object), max: 1e6 } },
      /An end of drift/,
    ],
    [
      'half a microsecond more than two hours',
      { ...behind, id: 'x', default: true, bind: { clock: 'offset', node: server, scale: 1e11 } },
      /two hours/,
    ],
    [
      'a word',
      { ...drift, kind: [{ value: 'fast', label: 'fast' }], default: 'fast' },
      /whole parts per million/,
    ],
  ])('%s', (_, knob, reason) => {
    expect(problems(knob)).toMatch(reason);
  });
  it('a value past the end, and a binding of neither', () => {
    expect(() => started({ knobs: { offset: 501 } })).toThrow(/from -500 to 500 ms/);
    const odd = { ...clocks, knobs: [{ ...drift, bind: { clock: 'colour', node: 'A' } }] };
    expect(schema.safeParse(odd).success).toBe(false);
  });
  it('a stamp of no clock, and a bound below nothing', () => {
    const stamped = {
      ...clocks,
      stamps: 'hlc',
      uncertainty: { boundUs: 7_000, driftPpm: 200 },
      clocks: true,
    };
    expect(schema.safeParse(stamped).success).toBe(true);
    expect(schema.safeParse({ ...stamped, stamps: 'sundial' }).success).toBe(false);
    expect(schema.safeParse({ ...stamped, uncertainty: { boundUs: -1, driftPpm: 0 } }).success).toBe(false);
  });
});
