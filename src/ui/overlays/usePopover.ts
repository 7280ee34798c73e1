/**
 * The native popover, told to React: the browser opens and closes it (trigger, Escape, a click elsewhere) and
 * this hook follows, places the panel, and moves it along while the page scrolls.
 *
 * Leaves out what happens inside: menus and panels have their own keyboard.
 */
import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { place } from './place';

export interface PopoverParts {
  id: string;
  open: boolean;
  panel: RefObject<HTMLDivElement | null>;
  trigger: RefObject<HTMLButtonElement | null>;
  /** Opens beside `anchor`, or beside the trigger; focus returns to it. */
  show: (anchor?: HTMLElement) => void;
  hide: () => void;
}

export interface PopoverOptions {
  align: 'start' | 'end';
  /** After the panel is open and in its place. */
  onOpen?: () => void;
  onClose?: () => void;
}

export function usePopover({ align, onOpen, onClose }: PopoverOptions): PopoverParts {
  const id = useId();
  const [open, setOpen] = useState(false);
  const panel = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const anchor = useRef<HTMLElement | null>(null);
  const opened = useEffectEvent(() => onOpen?.());
  const closed = useEffectEvent(() => onClose?.());

  useEffect(() => {
    const element = panel.current;
    if (!element) return;
    const toggled = (event: Event) => {
      // A popover inside this one tells the same story; it does not bubble everywhere, but ask anyway.
      if (event.target !== element) return;
      setOpen((event as ToggleEvent).newState === 'open');
    };
    element.addEventListener('toggle', toggled);
    return () => element.removeEventListener('toggle', toggled);
  }, []);

  useEffect(() => {
    const element = panel.current;
    const beside = anchor.current ?? trigger.current;
    if (!open || !element || !beside) return;
    const follow = () => place(element, beside, align);
    follow();
    element.dataset.placed = '';
    addEventListener('resize', follow);
    addEventListener('scroll', follow, { capture: true, passive: true });
    opened();
    return () => {
      delete element.dataset.placed;
      anchor.current = null;
      removeEventListener('resize', follow);
      removeEventListener('scroll', follow, { capture: true });
      closed();
    };
  }, [open, align]);

  function show(beside?: HTMLElement): void {
    anchor.current = beside ?? null;
    const source = beside ?? trigger.current;
    // The source tells the browser where focus goes back to. Older type definitions lack the parameter.
    const element = panel.current as { showPopover?: (options?: { source?: Element }) => void } | null;
    element?.showPopover?.(source ? { source } : {});
  }

  return { id, open, panel, trigger, show, hide: () => panel.current?.hidePopover?.() };
}
