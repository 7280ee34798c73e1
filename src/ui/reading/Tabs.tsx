/**
 * Several panels, one in sight. One stop in the tab order; arrows, Home and End choose. Every panel stays in
 * the page, hidden, so that its state and its text are kept.
 */
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { cx } from '../cx';
import styles from './Tabs.module.css';

export interface Tab<V extends string = string> {
  id: V;
  label: ReactNode;
  panel: ReactNode;
}

export interface TabsProps<V extends string> {
  /** Names the row of tabs. */
  label: string;
  tabs: readonly Tab<V>[];
  /** Give it to choose from outside; without it the tabs remember by themselves, starting with the first. */
  selected?: V | undefined;
  onSelect?: ((id: V) => void) | undefined;
  className?: string | undefined;
}

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function Tabs<V extends string>({ label, tabs, selected, onSelect, className }: TabsProps<V>) {
  const base = useId();
  const row = useRef<HTMLDivElement>(null);
  const [own, setOwn] = useState(tabs[0]?.id);
  const current = selected ?? own;

  function choose(id: V): void {
    setOwn(id);
    if (id !== current) onSelect?.(id);
  }

  function keyDown(event: KeyboardEvent): void {
    const move = moves[event.key];
    if (!move) return;
    const next = move(
      tabs.findIndex((tab) => tab.id === current),
      tabs.length,
    );
    const tab = tabs[next];
    if (!tab) return;
    event.preventDefault();
    event.stopPropagation();
    choose(tab.id);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  }

  return (
    <div className={className}>
      <div ref={row} role="tablist" aria-label={label} className={styles.row} onKeyDown={keyDown}>
        {tabs.map(({ id, label: words }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`${base}${id}`}
            aria-selected={id === current}
            aria-controls={`${base}${id}-panel`}
            tabIndex={id === current ? 0 : -1}
            className={styles.tab}
            onClick={() => choose(id)}
          >
            {words}
          </button>
        ))}
      </div>
      {tabs.map(({ id, panel }) => (
        <div
          key={id}
          role="tabpanel"
          id={`${base}${id}-panel`}
          aria-labelledby={`${base}${id}`}
          hidden={id !== current}
          className={cx(styles.panel)}
        >
          {panel}
        </div>
      ))}
    </div>
  );
}
