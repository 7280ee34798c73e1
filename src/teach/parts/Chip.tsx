/**
 * A word with the sign it has in the figures. Pointing at it lights the thing in every figure in which it has
 * happened by now; selecting the thing in a figure lights the word.
 */

import { type ReactNode, useRef, useSyncExternalStore } from 'react';
import type { Player, Selection } from '#/player';
import { type Entry, fits, type Pattern } from '#/scenarios';
import { Chip as Mark } from '#/ui';
import { useLesson } from '../lesson/LessonContext';
import styles from './prose-parts.module.css';
import { signOf } from './signs';

export interface ChipProps {
  /** A kind of message of the scenario, or one of the signs every figure has, such as `dropped`. */
  kind: string;
  children: ReactNode;
}

export function Chip({ kind, children }: ChipProps) {
  const { data, figures } = useLesson();
  const { shape, hue, pattern } = signOf(kind, data.scenario);
  const before = useRef(new Map<Player, Selection>());
  const lit = useSyncExternalStore(
    figures.subscribe,
    () => pattern !== undefined && figures.all().some((player) => isSelected(player, pattern)),
    () => false,
  );
  if (!pattern) {
    return (
      <Mark shape={shape} hue={hue}>
        {children}
      </Mark>
    );
  }

  function point(): void {
    for (const player of figures.all()) {
      const entry = latest(player.trace(), pattern as Pattern);
      if (!entry) continue;
      if (!before.current.has(player)) before.current.set(player, player.store.getState().selection);
      player.select({ on: 'entry', id: entry.id });
    }
  }

  function leave(): void {
    for (const [player, selection] of before.current) player.select(selection);
    before.current.clear();
  }

  /** Pressed, the selection stays. */
  function press(): void {
    point();
    before.current.clear();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens; the button in it is what one uses.
    <span
      className={styles.pointer}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <Mark shape={shape} hue={hue} lit={lit} onClick={press}>
        {children}
      </Mark>
    </span>
  );
}

function latest(trace: readonly Entry[], pattern: Pattern): Entry | undefined {
  return trace.findLast((entry) => fits(pattern, entry));
}

function isSelected(player: Player, pattern: Pattern): boolean {
  const { selection } = player.store.getState();
  if (selection?.on !== 'entry' && selection?.on !== 'message') return false;
  const trace = player.trace();
  const id = selection.on === 'entry' ? selection.id : selection.entry;
  const entry = trace[id - (trace[0]?.id ?? 0)];
  return entry !== undefined && fits(pattern, entry);
}
