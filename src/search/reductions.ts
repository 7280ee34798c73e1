/** Which reductions may be had for which questions: a wrong pair is refused in a sentence. */

import { KernelError } from '#/kernel';
import type { ExploreOptions } from './explore';

const some = (of: object | undefined): boolean => of !== undefined && Object.keys(of).length > 0;

/** Throws a sentence for a question that a reduction cannot answer. */
export function refuseReductions({ symmetry, judges }: ExploreOptions): void {
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
