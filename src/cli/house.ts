/** What the commands work on: what was found on the disk, read, and the protocols, loaded by name. */

import {
  type Catalogue,
  type Found,
  loadProtocol,
  type ProtocolModule,
  readCatalogue,
  type Scenario,
  scenarioNamed,
} from '#/scenarios';
import { BadInput } from './answer';

export interface House {
  readonly found: Found;
  readonly catalogue: Catalogue;
  /** What was left out of the catalogue, and why. */
  readonly wrong: readonly string[];
}

export const houseOf = (found: Found): House => ({ found, ...readCatalogue(found) });

/** Throws a sentence that names what there is. */
export async function scenarioOf(
  { catalogue }: House,
  name: string | undefined,
): Promise<{ readonly scenario: Scenario; readonly module: ProtocolModule }> {
  const all = Object.keys(catalogue.scenarios).sort().join(', ') || 'none';
  if (name === undefined) throw new BadInput(`Which scenario? There are: ${all}.`);
  const scenario = scenarioNamed(catalogue, name);
  if (!scenario) throw new BadInput(`There is no scenario called ${name}. There are: ${all}.`);
  return { scenario, module: await protocolOf(scenario.protocol) };
}

export async function protocolOf(name: string): Promise<ProtocolModule> {
  try {
    return await loadProtocol(name);
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error));
  }
}
