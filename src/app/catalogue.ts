/**
 * The scenarios the app can show by name, in a frame or in the lab. They come with the lessons, so they are loaded
 * with them; by convention a lesson's scenario has the lesson's slug, and only another name makes us look further.
 */
import { folders } from 'virtual:lesson-folders';
import type { Scenario } from '#/scenarios';

export async function scenarioNames(): Promise<string[]> {
  const modules = await Promise.all(Object.values(folders).map((load) => load()));
  return modules.map(({ data }) => data.scenario.name);
}

/** The scenario with this name, or undefined if the lab has none. */
export async function loadScenario(name: string): Promise<Scenario | undefined> {
  const first = folders[name];
  for (const load of first ? [first, ...Object.values(folders)] : Object.values(folders)) {
    const { data } = await load();
    if (data.scenario.name === name) return data.scenario;
  }
  return undefined;
}
