import { describe, expect, it } from 'vitest';
import { Recording, stampsOf } from '#/kernel';
import { loadProtocol, type Scenario, scenarioLoaders, scenario as schema, worldConfig } from '#/scenarios';
import { Stamping } from './stamping';

const scenario: Scenario = schema.parse(await scenarioLoaders['clock-store']?.());
const module = await loadProtocol('clock-store');

function played(until = 3_000_000, given: Scenario = scenario) {
  const recording = new Recording(worldConfig(given, module), module.protocol);
  recording.advance(0, until);
  const { trace } = recording.branch(0);
  return { recording, trace, stamping: new Stamping({ scenario: given, recording }) };
}

describe('the stamps of a run', () => {
  it('are those of its trace, however far it has been seen', () => {
    const { trace, stamping } = played();
    const nodes = scenario.nodes.map(({ id }) => id as string);
    for (const kind of ['lamport', 'vector', 'hlc', 'oracle'] as const) {
      const whole = stampsOf(trace, kind, { nodes });
      for (const length of [5, 1, 30, trace.length, 20]) {
        expect(stamping.of(kind, trace.slice(0, length))?.slice(0, length)).toEqual(whole.slice(0, length));
      }
    }
  });
  it('are not computed again on the way back', () => {
    const { trace, stamping } = played();
    const all = stamping.of('vector', trace);
    const last = all?.at(-1);
    expect(stamping.of('vector', trace.slice(0, 9))).toBe(all);
    expect(stamping.of('vector', trace)?.at(-1)).toBe(last);
  });
  it('are those of the branch that is shown', () => {
    const { recording, trace, stamping } = played();
    stamping.of('lamport', trace);
    const index = recording.indexAt(0, 1_000_000);
    const acted = recording.act(0, index, 1_000_000, { verb: 'pause', node: scenario.nodes[0]?.id as never });
    recording.advance(acted.branch, 3_000_000);
    const other = recording.branch(acted.branch).trace;
    expect(stamping.of('lamport', other)).toEqual(stampsOf(other, 'lamport'));
  });
  it('are none where the beginning of the run is not at hand', () => {
    const { trace, stamping } = played();
    expect(stamping.of('lamport', trace.slice(4))).toBeNull();
    expect(stamping.of('lamport', [])).toBeNull();
  });
});

describe('what a clock can be counted on', () => {
  it('is what the scenario says', () => {
    const uncertainty = { boundUs: 7_000, driftPpm: 30 };
    expect(played(0, { ...scenario, uncertainty }).stamping.uncertainty).toEqual(uncertainty);
  });
  it('else is true of every clock at the start', () => {
    expect(played().stamping.uncertainty).toEqual({ boundUs: 200_000, driftPpm: 200 });
    const exact = { ...scenario, nodes: scenario.nodes.map(({ offsetUs, ...node }) => node) };
    expect(played(0, exact).stamping.uncertainty.boundUs).toBe(1_000);
  });
});
