/** The scenario of the front page, read by its schema like any other, without loading the rest of the catalogue. */
import { type Scenario, scenario, scenarioLoaders } from '#/scenarios';

export async function loadHome(): Promise<Scenario> {
  return scenario.parse(await scenarioLoaders.home());
}
