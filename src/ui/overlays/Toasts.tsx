/**
 * Short messages about something that just happened: "Link copied", "Undone: cut A to B". Announced politely.
 *
 * A message with an action stays until it is dismissed, because nobody should have to race a timer; the others
 * leave after eight seconds, later while the pointer or the focus is on them. Nothing is said here only.
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { Button } from '../buttons/Button';
import { IconButton } from '../buttons/IconButton';
import { CloseIcon } from '../icons';
import styles from './Toasts.module.css';

export interface Toast {
  text: ReactNode;
  action?: { label: string; onSelect: () => void } | undefined;
}

interface Shown extends Toast {
  key: number;
}

const lifeMs = 8000;
const atMost = 3;

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** A function that shows a message. Does nothing outside a `ToastProvider`. */
export function useToast(): (toast: Toast) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<{ next: number; list: readonly Shown[] }>({ next: 0, list: [] });

  const show = useCallback((toast: Toast) => {
    setShown(({ next, list }) => ({
      next: next + 1,
      list: [...list, { ...toast, key: next }].slice(-atMost),
    }));
  }, []);
  const dismiss = useCallback((key: number) => {
    setShown(({ next, list }) => ({ next, list: list.filter((toast) => toast.key !== key) }));
  }, []);

  return (
    <ToastContext value={show}>
      {children}
      {/* Always in the page: a live region that arrives with its message is often not read. */}
      <div role="status" className={styles.region}>
        {shown.list.map((toast) => (
          <Message key={toast.key} toast={toast} dismiss={() => dismiss(toast.key)} />
        ))}
      </div>
    </ToastContext>
  );
}

function Message({ toast, dismiss }: { toast: Shown; dismiss: () => void }) {
  const [kept, setKept] = useState(false);
  const stays = kept || toast.action !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new dismiss must not restart the time.
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(dismiss, lifeMs);
    return () => clearTimeout(timer);
  }, [stays]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being looked at only buys the message time.
    <div
      className={styles.toast}
      onPointerEnter={() => setKept(true)}
      onPointerLeave={() => setKept(false)}
      onFocus={() => setKept(true)}
      onBlur={() => setKept(false)}
    >
      <p className={styles.text}>{toast.text}</p>
      {toast.action && (
        <Button
          variant="quiet"
          onClick={() => {
            toast.action?.onSelect();
            dismiss();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<CloseIcon size={18} />} onClick={dismiss} />
    </div>
  );
}
