/** What a scenario is held to: by its protocol at every moment, by its author at every end. */

import type { ProtocolModule } from '#/protocols';
import type { Scalar } from '../knobs';
import type { Scenario } from '../schema/scenario';

export interface HeldTo {
  /** Properties that no run may break, as long as only that happens which the protocol assumes. */
  readonly promised: readonly string[];
  /** Asked as well, though nobody promises it: a run may break it, and then that is said. */
  readonly asked: readonly string[];
}

type Params = Readonly<Record<string, Scalar>>;

/** Whether these parameters have the protocol got wrong on purpose: then it is held to nothing. */
export const wrongOnPurpose = ({ mutant = 'none' }: Params): boolean => mutant !== 'none';

/** The properties of a scenario's protocol that are asked of its runs. */
export function heldTo(scenario: Scenario, module: ProtocolModule, params: Params = {}): HeldTo {
  const always = Object.keys(module.properties).filter((name) => module.properties[name]?.always);
  const promised = [...new Set([...(scenario.checks ?? []), ...always])];
  const history = Object.hasOwn(module.properties, 'linearizable') ? ['linearizable'] : [];
  const asked = history.filter((name) => !promised.includes(name));
  return wrongOnPurpose(params) ? { promised: [], asked: [...promised, ...asked] } : { promised, asked };
}
