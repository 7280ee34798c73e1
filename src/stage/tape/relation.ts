/** How what is drawn stands to what is selected: itself, its causal past, its future, or beside it. */

import { useMemo } from 'react';
import { type Cones, useRun, useRunState } from '../run';

export type Relation = 'self' | 'past' | 'future' | 'aside' | null;

/** Of something told by one or two entries; the later one decides, since it is where the thing ends. */
export type RelationOf = (entry: number, endEntry?: number | null) => Relation;

export function relationIn(cones: Cones | null, selected: number | null): RelationOf {
  if (selected === null || cones === null) return () => null;
  return (entry, endEntry = null) => {
    if (entry === selected || endEntry === selected) return 'self';
    if (endEntry !== null && cones.past.has(endEntry)) return 'past';
    if (endEntry === null && cones.past.has(entry)) return 'past';
    if (cones.future.has(entry)) return 'future';
    return 'aside';
  };
}

/** The relation to the selected entry or message of this run. */
export function useRelation(): RelationOf {
  const run = useRun();
  const selection = useRunState((s) => s.selection);
  const position = useRunState((s) => `${s.run} ${s.branch} ${s.index}`);
  return useMemo(() => {
    const id =
      selection?.on === 'entry' ? selection.id : selection?.on === 'message' ? selection.entry : null;
    return relationIn(position ? run.cones() : null, id);
  }, [run, selection, position]);
}
