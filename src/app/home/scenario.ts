/** The scenario of the front page, read by its schema like any other, without loading the rest of the catalogue. */
import { type Scenario, scenario } from '#/scenarios';
import home from '../../protocols/ask/scenarios/home';

export const homeScenario: Scenario = scenario.parse(home);
