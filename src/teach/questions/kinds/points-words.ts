/** The first answer that a placement makes impossible, in sentences. */

import type { Conflict, LinearizationPointsKey } from '#/scenarios';
import { operationWords } from '#/stage';

const value = (said: unknown): string =>
  said === null || said === undefined ? 'nothing' : JSON.stringify(said).replaceAll('"', '');

/** "With your points, operation 4, the read by C, would have returned 1, and it returned 2." */
export function conflictWords(
  { operation, would, before }: Conflict,
  { history }: LinearizationPointsKey,
): string {
  const op = history.operations[operation - 1];
  if (!op) return '';
  const who = `operation ${operation}, the ${op.type} by ${op.process},`;
  const names = before.map((number) => operationWords(history.operations[number - 1] as never));
  const so =
    names.length === 0 ? 'Nothing took effect before it.' : `Before it took effect: ${names.join(', ')}.`;
  if (op.type === 'cas') {
    const [did, had] = would === true ? ['would have held', 'it did not'] : ['would have failed', 'it held'];
    return `With your points, ${who} ${did}, and ${had}. ${so}`;
  }
  if (would === undefined) return `With your points, ${who} could not have happened. ${so}`;
  return `With your points, ${who} would have returned ${value(would)}, and it returned ${value(op.value)}. ${so}`;
}
