/**
 * A native dialog. Escape, the close button and a click on the backdrop ask to close; focus returns to where it
 * was. `place="bottom"` is a sheet at the lower edge below 1080 px and a centred dialog above.
 *
 * The caller owns `open`: the dialog asks through `onClose` and closes when `open` turns false.
 */
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { IconButton } from '../buttons/IconButton';
import { cx } from '../cx';
import { CloseIcon } from '../icons';
import styles from './Dialog.module.css';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: ReactNode;
  /** Buttons in the foot, the obvious one last. */
  actions?: ReactNode;
  place?: 'centre' | 'bottom' | undefined;
  /** `false` leaves the page behind in use, with no backdrop; Escape still closes while focus is inside. */
  modal?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}

export function Dialog({
  open,
  onClose,
  title,
  actions,
  place = 'centre',
  modal = true,
  className,
  children,
}: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();

  // A layout effect, so that closing happens in the same commit that empties the dialog.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    const before = document.activeElement;
    if (modal) element.showModal();
    else element.show();
    return () => {
      const inside = element.contains(document.activeElement) || document.activeElement === document.body;
      element.close();
      // The browser does this for a modal dialog, but not once its trigger sat in a menu that is gone.
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open, modal]);

  /** A press on the backdrop lands on the dialog itself; one that began inside, such as a selection, does not. */
  function pressed(event: MouseEvent<HTMLDialogElement>): void {
    if (!modal || event.target !== event.currentTarget) return;
    const box = event.currentTarget.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (inside) return;
    // Otherwise the press would go on to take the focus that closing has just given back.
    event.preventDefault();
    onClose();
  }

  return (
    <dialog
      ref={dialog}
      className={cx(styles.dialog, place === 'bottom' && styles.bottom, !modal && styles.beside, className)}
      aria-labelledby={heading}
      onMouseDown={pressed}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={(event) => {
        if (event.target === event.currentTarget && open) onClose();
      }}
      onKeyDown={(event) => {
        if (modal || event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {open && (
        <div className={styles.inner}>
          <header className={styles.head}>
            <h2 id={heading} className={styles.title}>
              {title}
            </h2>
            <IconButton label="Close" icon={<CloseIcon />} onClick={onClose} />
          </header>
          <div className={styles.body}>{children}</div>
          {actions && <footer className={styles.foot}>{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
