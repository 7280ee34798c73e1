/** Where each model stands in the picture of the lattice, strongest on top; what implies what the judges say. */

import { implications, implied, type ModelName, modelNames } from '#/scenarios';

/** Every neighbouring pair, the stronger first; those that hold for some histories only are left out. */
export const pairs: readonly (readonly [stronger: ModelName, weaker: ModelName])[] = implications
  .filter(({ condition }) => condition === null)
  .map(({ stronger, weaker }) => [stronger, weaker] as const);

export interface Place {
  /** Of the middle, in columns of four, from the left. The style sheet has the same places. */
  readonly x: number;
  /** In rows, from the top. */
  readonly y: number;
}

export const ROWS = 6;
export const COLUMNS = 4;

/** Chosen so that no line crosses another or passes behind a model it is not about. */
export const places: Readonly<Record<ModelName, Place>> = {
  linearizable: { x: 2, y: 0 },
  sequential: { x: 2, y: 1 },
  'causal-convergence': { x: 1, y: 2 },
  causal: { x: 3, y: 2 },
  'weak-causal': { x: 2.25, y: 3 },
  pram: { x: 3.5, y: 3 },
  'read-your-writes': { x: 0.5, y: 4 },
  'monotonic-reads': { x: 1.5, y: 4 },
  'writes-follow-reads': { x: 2.5, y: 4 },
  'monotonic-writes': { x: 3.5, y: 4 },
  convergent: { x: 2, y: 5 },
};

/** As they stand in the picture, from the top left. */
export const inOrder: readonly ModelName[] = [...modelNames].sort(
  (a, b) => places[a].y - places[b].y || places[a].x - places[b].x,
);

/** Of some models, those that no other of them implies. */
export const strongest = (models: readonly ModelName[]): readonly ModelName[] =>
  models.filter((model) => !models.some((other) => other !== model && implied(other).includes(model)));
