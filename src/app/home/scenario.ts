/** The scenario of the front page. A test reads it by its schema, so that no visitor has to fetch the checker for it. */
import { type Scenario, scenarioLoaders } from '#/scenarios';

export async function loadHome(): Promise<Scenario> {
  return (await scenarioLoaders.home()) as unknown as Scenario;
}
