/** The nodes of a role as anybody who watches sees them: what observers and properties begin with. */

import type { NodeView, View } from '#/kernel';

export const of = (view: View, role: string): readonly NodeView[] =>
  view.nodes.filter((n) => n.role === role);

/** What those that are not down hold in memory. */
export const statesOf = <T>(view: View, role: string): readonly T[] =>
  of(view, role).flatMap(({ state }) => (state === null ? [] : [state as unknown as T]));

/** What a client that counts its answers holds in memory. */
interface Counts {
  readonly ok: number;
  readonly refused: number;
  readonly unknown: number;
}

/** What became of each client's calls, as far as it knows. */
export const clientEnds = (view: View): string =>
  of(view, 'client')
    .map(({ id, state }) => {
      const s = state as unknown as Counts | null;
      return s ? `${id}: ${s.ok} ok, ${s.refused} refused, ${s.unknown} unknown` : `${id}: down`;
    })
    .join('; ');
