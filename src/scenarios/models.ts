/**
 * Consistency models as properties: of a protocol whose clients share an object, every run's own history can be
 * judged, so each model is a promise like any other, to be checked, claimed and explored. Where they share several
 * objects, each object can be asked about by itself: "the feed is linearizable".
 */

import { judge, type ModelName, modelNames } from '#/checkers';
import { KernelError, type OperationRecord } from '#/kernel';
import type { Property, ProtocolModule } from '#/protocols';
import { historyOf, objectOf } from './history';

const words: Partial<Readonly<Record<ModelName, string>>> = {
  linearizable: 'Each call seems to take effect at one moment between its beginning and its end.',
  sequential: 'There is one order of all calls that explains every answer and keeps each client’s own order.',
  causal: 'Nobody sees an effect and, afterwards, not its cause.',
};

/** `key`: only what was asked of that object, which is a history by itself. */
function modelProperty(module: ProtocolModule, model: ModelName, key?: string): Property {
  const general = words[model] ?? `The history of the run is ${model}.`;
  const judged = (operations: readonly OperationRecord[]) => {
    const [whole, object] = [historyOf('the run', operations, module), objectOf(module)];
    if (!whole || !object) throw new KernelError(`${module.protocol.name} has no history to judge.`);
    const part = whole.operations.filter((op) => key === undefined || op.key === key);
    return judge({ ...whole, operations: part }, object, model);
  };
  return {
    words: key === undefined ? general : `Of the ${key} alone: ${general}`,
    lasting: true,
    tells(_, operations) {
      const { verdict, reason } = judged(operations);
      return verdict === 'violated' ? reason : null;
    },
    holds(_, operations) {
      const { verdict, reason } = judged(operations);
      if (verdict === 'ok' || verdict === 'violated') return verdict === 'ok';
      // Neither yes nor no: whoever asked must hear it, and not take silence for a promise kept.
      throw new KernelError(`Nobody can say whether the run is ${model}. ${reason}`);
    },
  };
}

/** `convergent` wants to know what replicas hold at rest, which no history of calls says. */
const ofHistories = modelNames.filter((model) => model !== 'convergent');

/** The module with the models among its properties; its own, where it has one of that name, stand. */
export function withModels(module: ProtocolModule): ProtocolModule {
  if (!objectOf(module)) return module;
  const models = ofHistories.flatMap((model) => [
    [model, modelProperty(module, model)] as const,
    ...(module.history?.keys ?? []).map((key) => {
      return [`the ${key} is ${model}`, modelProperty(module, model, key)] as const;
    }),
  ]);
  return { ...module, properties: { ...Object.fromEntries(models), ...module.properties } };
}
