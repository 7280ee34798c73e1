/**
 * A list of actions that opens from a button. Arrows, Home, End and first letters move; Enter and Space choose;
 * Escape, Tab and a click elsewhere close, and focus returns to the button.
 *
 * For a trigger that is not our Button, give `renderTrigger`; for one that opens by other means, such as a long
 * press, take a handle with `ref` and call `open(element)`.
 */
import { type KeyboardEvent, type ReactNode, type Ref, type RefObject, useImperativeHandle } from 'react';
import { Button, type ButtonProps } from '../buttons/Button';
import { MenuItems } from './MenuItems';
import styles from './Popover.module.css';
import { usePopover } from './usePopover';

export interface MenuAction {
  id: string;
  label: string;
  icon?: ReactNode;
  /** A shortcut or a value, at the end of the line. */
  aside?: ReactNode;
  /** Makes it an option that is on or off. */
  checked?: boolean | undefined;
  /** Listed and reachable, but does nothing. */
  unavailable?: boolean | undefined;
  onSelect: () => void;
}

/** An action, or a heading over the actions that follow. */
export type MenuEntry = MenuAction | { heading: string };

/** What a trigger of one's own has to spread on its button. */
export interface MenuTrigger {
  ref: RefObject<HTMLButtonElement | null>;
  popoverTarget: string;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}

export interface MenuHandle {
  open: (anchor?: HTMLElement) => void;
  close: () => void;
}

export interface MenuProps extends Omit<ButtonProps, 'children' | 'ref' | 'popoverTarget'> {
  /** The words on the button, and the name of the menu. */
  label: string;
  items: readonly MenuEntry[];
  align?: 'start' | 'end' | undefined;
  renderTrigger?: (trigger: MenuTrigger) => ReactNode;
  onOpenChange?: (open: boolean) => void;
  ref?: Ref<MenuHandle>;
}

export function Menu({
  label,
  items,
  align = 'start',
  renderTrigger,
  onOpenChange,
  ref,
  ...button
}: MenuProps) {
  const { id, open, panel, trigger, show, hide } = usePopover({
    align,
    onOpen: () => {
      panel.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
      onOpenChange?.(true);
    },
    onClose: () => onOpenChange?.(false),
  });
  useImperativeHandle(ref, () => ({ open: show, close: hide }));

  const parts: MenuTrigger = {
    ref: trigger,
    popoverTarget: id,
    'aria-haspopup': 'menu',
    'aria-expanded': open,
    onKeyDown: (event) => {
      if (event.key !== 'ArrowDown' || open) return;
      event.preventDefault();
      show();
    },
  };
  return (
    <>
      {renderTrigger ? (
        renderTrigger(parts)
      ) : (
        <Button {...button} {...parts}>
          {label}
        </Button>
      )}
      <div ref={panel} id={id} popover="auto" role="menu" aria-label={label} className={styles.panel}>
        {open && <MenuItems items={items} close={hide} />}
      </div>
    </>
  );
}
