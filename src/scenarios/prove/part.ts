/** Where two worlds part, found while both are run side by side: no more of them is run, or kept, than that takes. */

import { type Entry, type Parting, parting, partingFrom, World } from '#/kernel';
import type { ProtocolModule } from '#/protocols';
import { worldConfig } from '../build';
import type { Scenario, Variant } from '../schema/scenario';

/** So many events are taken of each before they are compared. */
const SLICE = 2_000;

export function partOf(
  scenario: Scenario,
  module: ProtocolModule,
  left: Variant,
  right: Variant,
): Parting | null {
  const [one, other] = [started(scenario, module, left), started(scenario, module, right)];
  for (;;) {
    const over = [one, other].map((side) => side.go()).every((goesOn) => !goesOn);
    if (over) return parting(one.trace, other.trace);
    const to = partingFrom(one.trace, other.trace, 0, 0);
    if (to.parting) return to.parting;
    one.trace.splice(0, to.left);
    other.trace.splice(0, to.right);
  }
}

function started(scenario: Scenario, module: ProtocolModule, variant: Variant) {
  const trace: Entry[] = [];
  const sink = (entry: Entry): void => {
    trace.push(entry);
  };
  const world = new World(worldConfig(scenario, module, variant), module.protocol, { trace: null, sink });
  const go = (): boolean => {
    for (let left = SLICE; left > 0; left--) if (!world.next()) return false;
    return true;
  };
  return { trace, go };
}
