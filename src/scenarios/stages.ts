/** The stages of a lesson beside its own scenario: scenarios of the library, by name. */

import { scenarioLoaders } from '#/protocols';
import type { Scenario } from './schema/scenario';

export type Stages = Readonly<Record<string, Scenario>>;

/** Those of the names that the library has; `as unknown`, since the tests read every scenario by its schema. */
export async function loadStages(names: readonly string[] = []): Promise<Stages> {
  const known = names.filter((name): name is keyof typeof scenarioLoaders =>
    Object.hasOwn(scenarioLoaders, name),
  );
  const loaded = known.map(
    async (name) => [name, (await scenarioLoaders[name]()) as unknown as Scenario] as const,
  );
  return Object.fromEntries(await Promise.all(loaded));
}
