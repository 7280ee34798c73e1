/** Where each model stands in the lattice, strongest on top, and what is drawn between them. */

import { type ModelName, modelNames } from '#/scenarios';

/** From a model to those it directly implies. */
const implies: Partial<Readonly<Record<ModelName, readonly ModelName[]>>> = {
  linearizable: ['sequential'],
  sequential: ['causal', 'causal-convergence'],
  causal: ['pram', 'weak-causal'],
  'causal-convergence': ['weak-causal'],
  pram: ['read-your-writes', 'monotonic-reads', 'monotonic-writes'],
  'weak-causal': ['writes-follow-reads'],
};

/** Every neighbouring pair, the stronger first. */
export const pairs: readonly (readonly [stronger: ModelName, weaker: ModelName])[] = modelNames.flatMap(
  (model) => (implies[model] ?? []).map((weaker) => [model, weaker] as const),
);

export interface Place {
  /** Of the middle, in columns of four, from the left. */
  readonly x: number;
  /** In rows, from the top. */
  readonly y: number;
}

export const ROWS = 6;
export const COLUMNS = 4;

export const places: Readonly<Record<ModelName, Place>> = {
  linearizable: { x: 2, y: 0 },
  sequential: { x: 2, y: 1 },
  causal: { x: 1, y: 2 },
  'causal-convergence': { x: 3, y: 2 },
  pram: { x: 1, y: 3 },
  'weak-causal': { x: 3, y: 3 },
  'read-your-writes': { x: 0.5, y: 4 },
  'monotonic-reads': { x: 1.5, y: 4 },
  'monotonic-writes': { x: 2.5, y: 4 },
  'writes-follow-reads': { x: 3.5, y: 4 },
  convergent: { x: 2, y: 5 },
};

/** Everything a model implies, itself left out. */
function below(model: ModelName): ReadonlySet<ModelName> {
  const found = new Set<ModelName>();
  const waiting = [...(implies[model] ?? [])];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(implies[next] ?? []));
  }
  return found;
}

/** Of some models, those that no other of them implies. */
export const strongest = (models: readonly ModelName[]): readonly ModelName[] =>
  models.filter((model) => !models.some((other) => below(other).has(model)));
