/**
 * Which model implies which, by the definitions judged here: whatever history satisfies the stronger satisfies the weaker.
 * Neighbours only; the rest follows. `convergent` stands beside them all: it is about replicas at rest, and no promise
 * about reads implies it, nor does it imply one.
 *
 * The session guarantees take one order of the writes of a key for all processes (Viotti and Vukolić 2016), where causal
 * memory and PRAM let each process have its own. That is why neither implies "read your writes" or "monotonic reads"
 * as soon as two processes write one key.
 */

import type { History } from './history';
import { type ModelName, modelNames } from './names';

/** `one-writer`: no key is written by more than one process. */
export type Condition = 'one-writer';

export interface Implication {
  readonly stronger: ModelName;
  readonly weaker: ModelName;
  /** Null: always. */
  readonly condition: Condition | null;
}

export const conditions: Readonly<Record<Condition, string>> = {
  'one-writer': 'where each key has one writer',
};

const always = (stronger: ModelName, weaker: ModelName): Implication => ({
  stronger,
  weaker,
  condition: null,
});
const withOneWriter = (stronger: ModelName, weaker: ModelName): Implication => ({
  stronger,
  weaker,
  condition: 'one-writer',
});

/** From strong to weak. Of objects other than registers and key-value reads and writes, only the first applies. */
export const implications: readonly Implication[] = [
  always('linearizable', 'sequential'),
  always('sequential', 'causal'),
  always('sequential', 'causal-convergence'),
  always('causal', 'pram'),
  always('causal', 'weak-causal'),
  always('causal-convergence', 'weak-causal'),
  always('causal-convergence', 'read-your-writes'),
  always('causal-convergence', 'monotonic-reads'),
  always('pram', 'monotonic-writes'),
  always('weak-causal', 'monotonic-writes'),
  always('weak-causal', 'writes-follow-reads'),
  // Then nothing is left for processes to disagree about, and the readings of "causal" are one.
  withOneWriter('weak-causal', 'causal'),
  withOneWriter('weak-causal', 'causal-convergence'),
  withOneWriter('pram', 'read-your-writes'),
  withOneWriter('pram', 'monotonic-reads'),
];

/** Everything that a model implies, itself included, from strong to weak. */
export function implied(model: ModelName, holding: readonly Condition[] = []): readonly ModelName[] {
  const found = new Set([model]);
  for (const stronger of found) {
    for (const { condition, ...edge } of implications) {
      if (edge.stronger === stronger && (condition === null || holding.includes(condition))) {
        found.add(edge.weaker);
      }
    }
  }
  return modelNames.filter((name) => found.has(name));
}

/** The conditions that a history meets. */
export function conditionsOf({ operations }: History): readonly Condition[] {
  const writers = new Map<string | undefined, string>();
  for (const { type, key, process, outcome } of operations) {
    if (outcome === 'failed' || type === 'read' || type === 'get') continue;
    if ((writers.get(key) ?? process) !== process) return [];
    writers.set(key, process);
  }
  return ['one-writer'];
}
