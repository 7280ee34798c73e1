/** A leap second: the clock that steps goes back, the one that smears never does, and both end a second behind. */

import { describe, expect, it } from 'vitest';
import { type Entry, operationsOf, World } from '#/kernel';
import { loadProtocol, type Scenario, scenarioLoaders, scenario as schema, worldConfig } from '#/scenarios';
import type { Measured } from './stopwatch';

const scenario: Scenario = schema.parse(await scenarioLoaders.leap());
const ntp = await loadProtocol('ntp');
const world = new World(worldConfig(scenario, ntp), ntp.protocol);
/** What B's clock reads each tenth of a second of true time, from just before the leap. */
const smear: number[] = [];
for (let at = 2_900_000; at <= 14_000_000; at += 100_000) {
  while ((world.nextAt() ?? Number.MAX_SAFE_INTEGER) <= at) world.next();
  const b = world.view().nodes.find((n) => n.id === 'B');
  smear.push((b?.wall ?? 0) - world.view().at);
}
world.run();

const readings = (node: string): readonly number[] =>
  world.trace.filter((e: Entry) => e.node === node).map(({ local }) => local);
const goesBack = (all: readonly number[]): boolean =>
  all.some((one, i) => i > 0 && one < (all[i - 1] as number));
const measured = (node: string): Measured => {
  const found = world.trace.find((e) => e.type === 'completed' && e.node === node);
  return found?.type === 'completed'
    ? (found.seen.value as unknown as Measured)
    : { wallUs: NaN, monotonicUs: NaN };
};

describe('a leap second', () => {
  it('goes back where it is stepped, and nowhere else', () => {
    expect([goesBack(readings('A')), goesBack(readings('time')), goesBack(readings('B'))]).toEqual([
      true,
      true,
      false,
    ]);
  });
  it('makes a duration by the stepped wall clock negative; the smeared one is a tenth short after the leap', () => {
    expect(measured('A')).toEqual({ wallUs: -960_000, monotonicUs: 40_000 });
    expect(measured('B')).toEqual({ wallUs: 38_000, monotonicUs: 40_000 });
    expect(ntp.properties['no negative duration']?.holds(world.view(), operationsOf(world.trace))).toBe(
      false,
    );
    expect(
      ntp.properties['no negative monotonic duration']?.holds(world.view(), operationsOf(world.trace)),
    ).toBe(true);
  });
  it('is over after ten seconds of smear, in which B is up to a second from those who stepped', () => {
    expect(Math.max(...smear)).toBe(0);
    expect(Math.min(...smear)).toBe(-1_000_000);
    expect(goesBack(smear.map((off) => -off))).toBe(false);
    const offs = world.view().nodes.map((n) => n.wall - world.view().at);
    expect(offs).toEqual([-1_000_000, -1_000_000, -1_000_000]);
  });
});
