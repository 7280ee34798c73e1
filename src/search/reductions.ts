/** Which reductions may be had for which questions: a wrong pair is refused in a sentence. */

import { KernelError } from '#/kernel';
import type { ExploreOptions } from './explore';

const some = (of: object | undefined): boolean => of !== undefined && Object.keys(of).length > 0;

/** Throws a sentence for a question that a reduction cannot answer. */
export function refuseReductions({ symmetry, order, judges, always, goals }: ExploreOptions): void {
  if (order) {
    if (symmetry) throw new KernelError('Order refused: it does not go together with symmetry here.');
    const asked = { ...judges, ...always, ...goals };
    if (some(asked)) {
      throw new KernelError(
        `Order refused: ${named(asked)} is asked of more than ends, and only ends are all found in one order.`,
      );
    }
  }
  if (symmetry && some(judges)) {
    throw new KernelError(
      `Symmetry refused: ${named(judges)} is asked of operations, whose order names their clients.`,
    );
  }
}

const named = (of: object | undefined): string =>
  Object.keys(of ?? {})
    .map((name) => `"${name}"`)
    .join(', ');
