/** The lines of a menu and their keyboard. */
import { type KeyboardEvent, useRef } from 'react';
import { CheckIcon } from '../icons';
import type { MenuAction, MenuEntry } from './Menu';
import styles from './Menu.module.css';

const moves: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function MenuItems({ items, close }: { items: readonly MenuEntry[]; close: () => void }) {
  const list = useRef<HTMLDivElement>(null);

  function keyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') {
      event.preventDefault();
      close();
      return;
    }
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
    const at = lines.indexOf(document.activeElement as HTMLElement);
    const move = moves[event.key];
    const next = move ? lines[move(at, lines.length)] : startingWith(event, lines, at);
    if (!next) return;
    event.preventDefault();
    // A figure around the menu has letter keys of its own.
    event.stopPropagation();
    next.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys reach the focused item first; this only moves on.
    <div ref={list} className={styles.list} onKeyDown={keyDown}>
      {items.map((entry) =>
        'heading' in entry ? (
          <p key={`heading ${entry.heading}`} role="presentation" className={styles.heading}>
            {entry.heading}
          </p>
        ) : (
          <Line key={entry.id} action={entry} close={close} />
        ),
      )}
    </div>
  );
}

function Line({ action, close }: { action: MenuAction; close: () => void }) {
  const { label, icon, aside, checked, unavailable, onSelect } = action;
  function choose(): void {
    if (unavailable) return;
    close();
    onSelect();
  }
  return (
    <button
      type="button"
      {...(checked === undefined
        ? { role: 'menuitem' }
        : { role: 'menuitemcheckbox', 'aria-checked': checked })}
      aria-disabled={unavailable}
      tabIndex={-1}
      className={styles.item}
      onClick={choose}
    >
      <span className={styles.icon}>{checked ? <CheckIcon size={18} /> : icon}</span>
      <span>{label}</span>
      {aside && <span className={styles.aside}>{aside}</span>}
    </button>
  );
}

/** The next line whose words begin with the letter pressed. */
function startingWith(event: KeyboardEvent, lines: HTMLElement[], at: number): HTMLElement | undefined {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
  const letter = event.key.toLowerCase();
  const order = [...lines.slice(at + 1), ...lines.slice(0, at + 1)];
  return order.find((line) => line.textContent?.trim().toLowerCase().startsWith(letter));
}
