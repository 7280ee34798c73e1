/**
 * Everything the app can show by name: the lessons' scenarios and those that belong to no lesson. It is loaded by
 * the pages that offer all of them, and by no lesson.
 */
import { folders } from 'virtual:lesson-folders';
import { type Catalogue, readCatalogue, type Scenario, scenarioLoaders } from '#/scenarios';

let found: Promise<Catalogue> | null = null;

async function read(): Promise<Catalogue> {
  const lessons = await Promise.all(
    Object.entries(folders).map(async ([slug, load]) => ({ slug, data: (await load()).data })),
  );
  const scenarios = await Promise.all(
    Object.entries(scenarioLoaders).map(async ([from, load]) => ({ from, data: await load() })),
  );
  const { catalogue, wrong } = readCatalogue({ lessons, scenarios });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return catalogue;
}

/** The whole catalogue, read once. Throws what is wrong with it, in sentences. */
export function loadCatalogue(): Promise<Catalogue> {
  found ??= read();
  return found;
}

export async function scenarioNames(): Promise<string[]> {
  return Object.keys((await loadCatalogue()).scenarios);
}

/** The scenario with this name, or undefined if the lab has none. */
export async function loadScenario(name: string): Promise<Scenario | undefined> {
  return (await loadCatalogue()).scenarios[name];
}
