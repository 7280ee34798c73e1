/** What is promised, by name and in a sentence: the properties of a protocol, and the models of a history. */

import type { ModelName, ProtocolModule } from '#/scenarios';
import { modelWords } from '#/stage';

export function promiseOf(module: ProtocolModule, property: string): { name: string; words: string } {
  const model = modelWords[property as ModelName] as (typeof modelWords)[ModelName] | undefined;
  const words = model?.promise ?? module.properties[property]?.words ?? property;
  return { name: model?.name ?? property, words };
}
