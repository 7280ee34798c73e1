/** The names of the scenarios that can be put in a frame: those the lessons bring. */
import { folders } from 'virtual:lesson-folders';

export async function embeddable(): Promise<string[]> {
  const modules = await Promise.all(Object.values(folders).map((load) => load()));
  const names = modules.flatMap(({ data }) => Object.values(data.scenario ?? {}).map(scenarioName));
  return [...new Set(names.filter((name) => name !== undefined))];
}

function scenarioName(value: unknown): string | undefined {
  const named = typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
  return typeof named === 'string' ? named : undefined;
}
